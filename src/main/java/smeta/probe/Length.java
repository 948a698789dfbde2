package smeta.probe;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Units of time to milliseconds. */
final class Length {
    /** A hundred years: a file that says more lies. */
    private static final long MOST_SECONDS = 100L * 366 * 86_400;

    private Length() {}

    /** @return milliseconds, rounded up; -1 if the length is absurd */
    static long millis(long units, long perSecond) {
        if (units < 0 || perSecond <= 0 || units / perSecond > MOST_SECONDS) {
            return -1;
        }
        BigDecimal rest = BigDecimal.valueOf(units % perSecond, -3);
        return units / perSecond * 1000
                + rest.divide(BigDecimal.valueOf(perSecond), 0, RoundingMode.CEILING)
                        .longValueExact();
    }

    static Medium sound(long units, long perSecond, Format format) {
        long millis = millis(units, perSecond);
        return millis < 0
                ? new Medium.Unknown(
                        format + ": its length of " + units + " at " + perSecond + " a second is absurd", false)
                : new Medium.Sound(millis, format);
    }
}
