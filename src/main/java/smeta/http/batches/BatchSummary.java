package smeta.http.batches;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Fit;
import smeta.http.answer.Amounts;
import smeta.money.Money;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a batch adds up to, in memory that doesn't grow with its lines. Amounts are summed exactly; percentiles are
 * within 1 %.
 */
final class BatchSummary {
    private static final int DEAREST = 10;

    private final int scale;
    private final Map<String, Totals> byModel = new LinkedHashMap<>();
    private final PriorityQueue<Dear> dearest = new PriorityQueue<>(Comparator.comparing((Dear d) -> d.amount));
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

    private record Dear(long line, @Nullable String id, String model, Money cost, double amount) {}

    private static final class Totals {
        long requests;
        long unfit;
        long unpriced;
        long low;
        long likely;
        long high;
        @Nullable Money costLow;
        @Nullable Money cost;
        @Nullable Money costHigh;
        /** Of the lines that have a batch price: what they cost without and with it. */
        @Nullable Money direct;
        @Nullable Money batch;
        final Quantiles tokens = new Quantiles();
        final Quantiles amounts = new Quantiles();
    }

    /** Counts by size class; a class is 1 % wide. */
    private static final class Quantiles {
        private static final double WIDTH = Math.log(1.01);
        private final TreeMap<Integer, Long> classes = new TreeMap<>();
        private long count;

        void add(double value) {
            classes.merge(value <= 0 ? Integer.MIN_VALUE : (int) Math.ceil(Math.log(value) / WIDTH), 1L, Long::sum);
            count++;
        }

        double at(int percent) {
            long rank = Math.max(1, (count * percent + 99) / 100);
            for (Map.Entry<Integer, Long> one : classes.entrySet()) {
                rank -= one.getValue();
                if (rank <= 0) {
                    return one.getKey() == Integer.MIN_VALUE ? 0 : Math.exp(one.getKey() * WIDTH);
                }
            }
            return 0;
        }
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
            if (share.cost() == null) {
                totals.unpriced++;
                continue;
            }
            totals.costLow = plus(totals.costLow, share.costLow());
            totals.cost = plus(totals.cost, share.cost());
            totals.costHigh = plus(totals.costHigh, share.costHigh());
            if (share.batch() != null) {
                totals.direct = plus(totals.direct, share.cost());
                totals.batch = plus(totals.batch, share.batch());
            }
            double amount = share.cost().amount().rounded(18).doubleValue();
            totals.amounts.add(amount);
            dearest.add(new Dear(line, id, share.model(), share.cost(), amount));
            if (dearest.size() > DEAREST) {
                dearest.poll();
            }
        }
    }

    private static Money plus(@Nullable Money sum, Money more) {
        return sum == null ? more : sum.plus(more);
    }

    ObjectNode json(String catalogue) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode summary = json.putObject("summary");
        summary.put("catalogue", catalogue).put("lines", lines).put("problems", problems);
        var models = summary.putArray("models");
        byModel.forEach((model, totals) -> totals(models.addObject().put("model", model), totals));
        List<Dear> dear = new ArrayList<>(dearest);
        dear.sort(Comparator.comparing((Dear d) -> d.amount).reversed());
        var list = summary.putArray("dearest");
        for (Dear one : dear) {
            ObjectNode node = list.addObject().put("line", one.line);
            if (one.id != null) {
                node.put("custom_id", one.id);
            }
            node.put("model", one.model)
                    .put("likely", rounded(one.cost))
                    .put("currency", one.cost.currency().getCurrencyCode());
        }
        return json;
    }

    private void totals(ObjectNode json, Totals totals) {
        json.put("requests", totals.requests).put("do_not_fit", totals.unfit).put("unpriced", totals.unpriced);
        json.putObject("input_tokens")
                .put("low", totals.low)
                .put("likely", totals.likely)
                .put("high", totals.high)
                .put("p50", Math.round(totals.tokens.at(50)))
                .put("p95", Math.round(totals.tokens.at(95)))
                .put("p99", Math.round(totals.tokens.at(99)));
        if (totals.cost == null || totals.costLow == null || totals.costHigh == null) {
            json.putNull("cost");
            return;
        }
        json.putObject("cost")
                .put("complete", totals.unpriced == 0)
                .put("currency", totals.cost.currency().getCurrencyCode())
                .put("low", rounded(totals.costLow))
                .put("likely", rounded(totals.cost))
                .put("high", rounded(totals.costHigh))
                .put("p50", approximate(totals.amounts.at(50)))
                .put("p95", approximate(totals.amounts.at(95)))
                .put("p99", approximate(totals.amounts.at(99)));
        if (totals.batch != null && totals.direct != null) {
            json.putObject("batch_tier")
                    .put("cost", rounded(totals.batch))
                    .put("saves", rounded(totals.direct.minus(totals.batch)));
        }
    }

    private String rounded(Money money) {
        return Amounts.rounded(money, scale);
    }

    private static String approximate(double amount) {
        return amount == 0
                ? "0.00"
                : Amounts.plain(new java.math.BigDecimal(amount).round(new java.math.MathContext(3)));
    }
}
