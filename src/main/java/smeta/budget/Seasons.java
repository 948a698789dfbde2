package smeta.budget;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import smeta.estimate.Numbers;

/** Factors by month of the year, from 0 to 100: {@code 12:1.5,1:0.8}. */
public record Seasons(Map<Integer, BigDecimal> factors) {
    public static final String EXPECTED = "factors by month like {}";

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    public static Seasons parse(String text) {
        Map<Integer, BigDecimal> factors = new LinkedHashMap<>();
        for (String one : text.split(",")) {
            String[] parts = one.strip().split(":");
            int month = Integer.parseInt(parts[0].strip());
            BigDecimal factor = Numbers.shortDecimal(parts[1].strip());
            if (month < 1
                    || month > 12
                    || factor.signum() < 0
                    || factor.compareTo(MOST) > 0
                    || factor.scale() > 6
                    || factors.put(month, factor) != null) {
                throw new IllegalArgumentException("out of range, or twice");
            }
        }
        return new Seasons(factors);
    }
}
