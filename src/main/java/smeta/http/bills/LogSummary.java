package smeta.http.bills;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
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

    /** {@code {"summary": {…}}}. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode summary = json.putObject("summary");
        summary.put("lines", lines);
        write(summary, all, "priced");
        ArrayNode models = summary.putArray("models");
        byModel.forEach((model, sums) -> write(models.addObject().put("model", model), sums, "lines"));
        ArrayNode days = summary.putArray("days");
        byDay.forEach((day, sums) -> write(days.addObject().put("day", day.toString()), sums, "lines"));
        ObjectNode unpriced = summary.putObject("unpriced");
        unpriced.put("lines", problems.values().stream().mapToLong(Long::longValue).sum());
        ObjectNode why = unpriced.putObject("problems");
        problems.forEach(why::put);
        return json;
    }

    private void write(ObjectNode json, Sums sums, String count) {
        json.put(count, sums.lines);
        json.put("incomplete", sums.incomplete);
        json.put("input_tokens", sums.input);
        json.put("output_tokens", sums.output);
        ArrayNode total = json.putArray("total");
        sums.likely.forEach((currency, likely) -> {
            ObjectNode one = total.addObject().put("amount", shown(likely)).put("currency", currency);
            Money low = sums.low.get(currency);
            Money high = sums.high.get(currency);
            if (!low.equals(high)) {
                one.put("low", shown(low)).put("high", shown(high));
            }
        });
        ArrayNode saved = json.putArray("cache_saved");
        sums.saved.forEach((currency, money) ->
                saved.addObject().put("amount", shown(money)).put("currency", currency));
    }

    private String shown(Money money) {
        return scale == null ? Amounts.exact(money.amount()) : Amounts.rounded(money, scale);
    }
}
