package smeta.budget;

import org.jspecify.annotations.Nullable;
import smeta.meter.Count;
import smeta.money.Fraction;

/**
 * How long replies are, in tokens: one average, or a median and a 95th percentile.
 *
 * <p>Of the two percentiles a log-normal distribution is made, the usual model of lengths: σ = ln(p95 / p50) / 1.6449,
 * mean = p50 · e^(σ²/2), standard deviation = mean · √(e^(σ²) − 1). Lengths of different requests are taken as
 * independent, so the average over n of them is within mean ± 1.6449 · deviation / √n in nine of ten months (central
 * limit theorem).
 *
 * @see <a href="https://www.itl.nist.gov/div898/handbook/eda/section3/eda3669.htm">NIST/SEMATECH e-Handbook, log-normal
 *     distribution</a>
 */
public record ReplyLength(long middle, @Nullable Long p95) {
    /** The standard normal distribution's 95th percentile. */
    private static final double Z95 = 1.6448536269514722;

    public ReplyLength {
        if (middle < 0 || p95 != null && (p95 < middle || middle == 0)) {
            throw new IllegalArgumentException("expected 0 < p50 <= p95");
        }
    }

    public static ReplyLength average(long tokens) {
        return new ReplyLength(tokens, null);
    }

    /** The average over so many requests, in whole tokens: the low bound rounded down, the high one up. */
    Count over(Fraction requests) {
        if (p95 == null) {
            return Count.exact(middle);
        }
        double sigma = StrictMath.log((double) p95 / middle) / Z95;
        double mean = middle * StrictMath.exp(sigma * sigma / 2);
        double deviation = mean * StrictMath.sqrt(StrictMath.expm1(sigma * sigma));
        double number = Math.max(1, requests.rounded(0).doubleValue());
        double off = Z95 * deviation / StrictMath.sqrt(number);
        long likely = Math.round(mean);
        long low = Math.max(0, (long) Math.floor(mean - off));
        long high = (long) Math.ceil(mean + off);
        return Count.between(Math.min(likely, low), likely, Math.max(likely, high));
    }
}
