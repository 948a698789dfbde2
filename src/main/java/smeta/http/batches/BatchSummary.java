package smeta.http.batches;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Fit;
import smeta.http.answer.Amounts;
import smeta.money.Money;

/**
 * What a batch adds up to, in memory that doesn't grow with its lines. Amounts are summed exactly; percentiles are
 * within 1 %.
 */
final class BatchSummary {
    private static final int DEAREST = 10;

    private final int scale;
    private final Map<String, Totals> byModel = new LinkedHashMap<>();
    /** By currency, since amounts in two can't be compared without a rate. */
    private final Map<Currency, PriorityQueue<Dear>> dearest = new LinkedHashMap<>();

    private long lines;
    private long problems;

    BatchSummary(int scale) {
        this.scale = scale;
    }

    /**
     * @param batch the likely cost through the batch tier; null if it has no price
     */
    record Share(
            String model,
            Fit.Verdict verdict,
            long low,
            long likely,
            long high,
            @Nullable Money costLow,
            @Nullable Money cost,
            @Nullable Money costHigh,
            @Nullable Money batch) {}

    private record Dear(long line, @Nullable String id, String model, Money cost) {
        /** The dearest first; of two that cost the same, the earlier. */
        static final Comparator<Dear> ORDER = Comparator.comparing(Dear::cost)
                .reversed()
                .thenComparing(Dear::line)
                .thenComparing(Dear::model);
    }

    private static final class Totals {
        long requests;
        long unfit;
        long unpriced;
        long low;
        long likely;
        long high;

        @Nullable
        Money costLow;

        @Nullable
        Money cost;

        @Nullable
        Money costHigh;
        /** Of the lines that have a batch price: what they cost without and with it. */
        @Nullable
        Money direct;

        @Nullable
        Money batch;

        final Quantiles tokens = new Quantiles();
        final Quantiles amounts = new Quantiles();
    }

    void problem() {
        lines++;
        problems++;
    }

    void add(long line, @Nullable String id, List<Share> shares) {
        lines++;
        for (Share share : shares) {
            Totals totals = byModel.computeIfAbsent(share.model(), m -> new Totals());
            totals.requests++;
            totals.unfit += share.verdict() == Fit.Verdict.FITS || share.verdict() == Fit.Verdict.UNKNOWN ? 0 : 1;
            totals.low += share.low();
            totals.likely += share.likely();
            totals.high += share.high();
            totals.tokens.add(share.likely());
            Money cost = share.cost();
            if (cost == null || share.costLow() == null || share.costHigh() == null) {
                totals.unpriced++;
                continue;
            }
            totals.costLow = plus(totals.costLow, share.costLow());
            totals.cost = plus(totals.cost, cost);
            totals.costHigh = plus(totals.costHigh, share.costHigh());
            if (share.batch() != null) {
                totals.direct = plus(totals.direct, cost);
                totals.batch = plus(totals.batch, share.batch());
            }
            totals.amounts.add(cost.amount().rounded(18).doubleValue());
            PriorityQueue<Dear> dear =
                    dearest.computeIfAbsent(cost.currency(), currency -> new PriorityQueue<>(Dear.ORDER.reversed()));
            dear.add(new Dear(line, id, share.model(), cost));
            if (dear.size() > DEAREST) {
                dear.poll();
            }
        }
    }

    private static Money plus(@Nullable Money sum, Money more) {
        return sum == null ? more : sum.plus(more);
    }

    BatchSummaryAnswer answer(String catalogue) {
        return new BatchSummaryAnswer(new BatchSummaryAnswer.Sums(
                catalogue,
                lines,
                problems,
                byModel.entrySet().stream()
                        .map(e -> answer(e.getKey(), e.getValue()))
                        .toList(),
                dearest.values().stream()
                        .flatMap(dear -> dear.stream().sorted(Dear.ORDER))
                        .map(this::answer)
                        .toList()));
    }

    private BatchSummaryAnswer.Dear answer(Dear one) {
        return new BatchSummaryAnswer.Dear(
                one.line,
                one.id,
                one.model,
                rounded(one.cost),
                one.cost.currency().getCurrencyCode());
    }

    private BatchSummaryAnswer.OfModel answer(String model, Totals totals) {
        BatchSummaryAnswer.Tokens tokens = new BatchSummaryAnswer.Tokens(
                totals.low,
                totals.likely,
                totals.high,
                Math.round(totals.tokens.at(50)),
                Math.round(totals.tokens.at(95)),
                Math.round(totals.tokens.at(99)));
        return new BatchSummaryAnswer.OfModel(
                model, totals.requests, totals.unfit, totals.unpriced, tokens, cost(totals), batchTier(totals));
    }

    private BatchSummaryAnswer.@Nullable Cost cost(Totals totals) {
        if (totals.cost == null || totals.costLow == null || totals.costHigh == null) {
            return null;
        }
        return new BatchSummaryAnswer.Cost(
                totals.unpriced == 0,
                totals.cost.currency().getCurrencyCode(),
                rounded(totals.costLow),
                rounded(totals.cost),
                rounded(totals.costHigh),
                approximate(totals.amounts.at(50)),
                approximate(totals.amounts.at(95)),
                approximate(totals.amounts.at(99)));
    }

    private BatchSummaryAnswer.@Nullable BatchTier batchTier(Totals totals) {
        return totals.batch == null || totals.direct == null
                ? null
                : new BatchSummaryAnswer.BatchTier(rounded(totals.batch), rounded(totals.direct.minus(totals.batch)));
    }

    private String rounded(Money money) {
        return Amounts.rounded(money, scale);
    }

    private static String approximate(double amount) {
        return amount == 0 ? "0.00" : Amounts.plain(new BigDecimal(amount).round(new MathContext(3)));
    }
}
