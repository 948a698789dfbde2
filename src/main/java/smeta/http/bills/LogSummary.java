package smeta.http.bills;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Estimate;
import smeta.estimate.UsagePricer;
import smeta.http.answer.Amounts;
import smeta.meter.Usage;
import smeta.money.Money;

/** What a log adds up to, exactly, in memory that grows with its models and days and not with its lines. */
final class LogSummary {
    private final @Nullable Integer scale;
    private final Map<String, Sums> byModel = new TreeMap<>();
    private final Map<LocalDate, Sums> byDay = new TreeMap<>();
    private final Map<String, Long> problems = new TreeMap<>();
    private final Sums all = new Sums();
    private long lines;

    LogSummary(@Nullable Integer scale) {
        this.scale = scale;
    }

    /** Sums by currency: sellers have their own where none was asked for. */
    private static final class Sums {
        long lines;
        long incomplete;
        long input;
        long output;
        final Map<String, Money> low = new TreeMap<>();
        final Map<String, Money> likely = new TreeMap<>();
        final Map<String, Money> high = new TreeMap<>();
        final Map<String, Money> saved = new TreeMap<>();

        void add(Usage usage, UsagePricer.Priced priced) {
            Estimate.Cost cost = priced.settlement().cost();
            lines++;
            incomplete += priced.isComplete() ? 0 : 1;
            input = Math.addExact(input, usage.promptTokens().likely());
            output = Math.addExact(output, usage.replyTokens().likely());
            plus(low, cost.low());
            plus(likely, cost.likely());
            plus(high, cost.high());
            if (priced.cacheSaved() != null) {
                plus(saved, priced.cacheSaved());
            }
        }

        private static void plus(Map<String, Money> sums, Money money) {
            sums.merge(money.currency().getCurrencyCode(), money, Money::plus);
        }
    }

    void add(String model, @Nullable LocalDate day, Usage usage, UsagePricer.Priced priced) {
        lines++;
        all.add(usage, priced);
        byModel.computeIfAbsent(model, name -> new Sums()).add(usage, priced);
        if (day != null) {
            byDay.computeIfAbsent(day, date -> new Sums()).add(usage, priced);
        }
    }

    void problem(String code) {
        lines++;
        problems.merge(code, 1L, Long::sum);
    }

    LogSummaryAnswer answer(String catalogue) {
        long bad = problems.values().stream().mapToLong(Long::longValue).sum();
        return new LogSummaryAnswer(
                new LogSummaryAnswer.Totals(
                        lines,
                        all.lines,
                        all.incomplete,
                        all.input,
                        all.output,
                        total(all),
                        saved(all),
                        byModel.entrySet().stream()
                                .map(e -> share(e.getKey(), null, e.getValue()))
                                .toList(),
                        byDay.entrySet().stream()
                                .map(e -> share(null, e.getKey().toString(), e.getValue()))
                                .toList(),
                        new LogSummaryAnswer.Unpriced(bad, problems)),
                catalogue);
    }

    private LogSummaryAnswer.Share share(@Nullable String model, @Nullable String day, Sums sums) {
        return new LogSummaryAnswer.Share(
                model, day, sums.lines, sums.incomplete, sums.input, sums.output, total(sums), saved(sums));
    }

    private List<LogAmount> total(Sums sums) {
        return sums.likely.entrySet().stream()
                .map(e -> amount(
                        sums.low.getOrDefault(e.getKey(), e.getValue()),
                        e.getValue(),
                        sums.high.getOrDefault(e.getKey(), e.getValue())))
                .toList();
    }

    private List<LogAmount> saved(Sums sums) {
        return sums.saved.values().stream()
                .map(money -> amount(money, money, money))
                .toList();
    }

    LogAmount amount(Money low, Money likely, Money high) {
        boolean certain = low.equals(high);
        return new LogAmount(
                shown(likely),
                likely.currency().getCurrencyCode(),
                certain ? null : shown(low),
                certain ? null : shown(high));
    }

    private String shown(Money money) {
        return scale == null ? Amounts.exact(money.amount()) : Amounts.rounded(money, scale);
    }
}
