package smeta.calibration;

/**
 * What sellers said that calls cost, as a share of what they cost by the catalogue, in millionths;
 * percentiles are up to 0.025 % too large.
 *
 * @param lines how many told a cost in the currency of the prices; at least 20
 */
public record CostComparison(long lines, long p5, long p50, long p95) {
    private static final long MILLION = 1_000_000;
    private static final long ONE_PERCENT = 10_000;

    /** Whether nine of ten lines are within 1 % of each other. */
    public boolean steady() {
        return p95 - p5 <= p50 / 100;
    }

    /** {@code same}, a steady {@code discount} or {@code markup}, or {@code scattered}. */
    public String finding() {
        if (!steady()) {
            return "scattered";
        }
        return Math.abs(p50 - MILLION) < ONE_PERCENT ? "same" : p50 < MILLION ? "discount" : "markup";
    }
}
