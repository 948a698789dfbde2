package smeta.catalogue;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of tokens as it was printed. A full figure ({@code 131,072}) is exact; a round one ({@code 8k}, {@code 2m})
 * is read with k = 1000, the safe reading, or 1024 by configuration.
 */
public record Quantity(String printed, long tokens, boolean round) {
    private static final Pattern FULL = Pattern.compile("[0-9]+|[0-9]{1,3}([,_][0-9]{3})+");
    private static final Pattern ROUND = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,15})?)([kKmM])");

    /**
     * @param kilo what k stands for: 1000 or 1024 (m is its square)
     * @throws IllegalArgumentException if it is neither
     */
    public static Quantity parse(String printed, int kilo) {
        if (FULL.matcher(printed).matches()) {
            return new Quantity(printed, Long.parseLong(printed.replaceAll("[,_]", "")), false);
        }
        Matcher matcher = ROUND.matcher(printed);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "expected a number of tokens as printed, like 131,072 or 8k or 1M, found “" + printed + "”");
        }
        long unit = Character.toLowerCase(matcher.group(2).charAt(0)) == 'k' ? kilo : (long) kilo * kilo;
        return new Quantity(
                printed,
                new BigDecimal(matcher.group(1))
                        .multiply(BigDecimal.valueOf(unit))
                        .longValueExact(),
                true);
    }
}
