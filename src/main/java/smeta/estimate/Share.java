package smeta.estimate;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A part of the prompt: a number of tokens, or a percentage of however many there are. */
public record Share(@Nullable Long tokens, @Nullable BigDecimal percent) {
    public static Share ofTokens(long tokens) {
        return new Share(tokens, null);
    }

    /** @param percent 0 to 100 */
    public static Share ofPercent(BigDecimal percent) {
        return new Share(null, percent);
    }

    /** So many tokens of that whole; a percentage is rounded down. */
    public long of(long whole) {
        if (percent == null) {
            return Objects.requireNonNull(tokens);
        }
        return percent.multiply(BigDecimal.valueOf(whole))
                .divideToIntegralValue(BigDecimal.valueOf(100))
                .longValueExact();
    }

    @Override
    public String toString() {
        return percent == null ? String.valueOf(tokens) : percent.toPlainString() + "%";
    }
}
