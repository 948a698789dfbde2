package smeta.estimate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;

/** The numbers and days of a query or a scenario, read strictly: no exponent, whose expansion could be of any length. */
public final class Numbers {
    /** Of a decimal that can be worked with, before or after its point. */
    private static final int MOST_DIGITS = 40;

    /** No count in a query may be larger: beyond any context, far from overflow. */
    public static final long MOST = 1_000_000_000_000L;

    private Numbers() {}

    public static long whole(String text) {
        return Long.parseLong(text.replace("_", ""));
    }

    public static long count(String text) {
        long count = whole(text);
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException("out of range");
        }
        return count;
    }

    public static BigDecimal decimal(String text) {
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            throw new IllegalArgumentException("not a plain decimal");
        }
        return new BigDecimal(text);
    }

    /**
     * @throws NumberFormatException if it is no decimal, or one with more than {@value #MOST_DIGITS} digits or so many zeros beside them; a
     *     longer text isn't looked at, since reading a million digits takes minutes
     */
    public static BigDecimal shortDecimal(String text) {
        BigDecimal number = text.length() > MOST_DIGITS ? null : new BigDecimal(text);
        if (number == null || !isShort(number)) {
            throw new NumberFormatException("more than " + MOST_DIGITS + " digits");
        }
        return number;
    }

    /** Written out with all its zeros where that is short, else with its exponent. */
    public static String shown(BigDecimal number) {
        return isShort(number) ? number.toPlainString() : number.toString();
    }

    private static boolean isShort(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && number.scale() <= MOST_DIGITS && number.scale() >= -MOST_DIGITS;
    }

    /** Money without its currency: not negative, and of a length that can be worked with. */
    public static BigDecimal amount(String text) {
        BigDecimal amount = shortDecimal(text);
        if (amount.signum() < 0 || amount.precision() > 30 || Math.abs(amount.scale()) > 20) {
            throw new IllegalArgumentException("out of range");
        }
        return amount;
    }

    public static Share share(String text) {
        if (!text.endsWith("%")) {
            return Share.ofTokens(count(text));
        }
        BigDecimal percent = decimal(text.substring(0, text.length() - 1));
        if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return Share.ofPercent(percent);
    }

    /** {@code 5m}, {@code 1h}, {@code 90s}, {@code 2.5s}; at most a year. */
    public static Duration duration(String text) {
        long seconds = switch (text.charAt(text.length() - 1)) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3600;
            default -> throw new IllegalArgumentException("unknown unit");
        };
        long millis = decimal(text.substring(0, text.length() - 1))
                .multiply(BigDecimal.valueOf(seconds * 1000))
                .setScale(0, RoundingMode.UP)
                .longValueExact();
        if (millis > 366L * 86_400_000) {
            throw new IllegalArgumentException("out of range");
        }
        return Duration.ofMillis(millis);
    }

    /** {@code 2026-12-01}. */
    public static LocalDate day(String text) {
        return inRange(LocalDate.parse(text));
    }

    /** Of the years 2000 to 2200. */
    public static LocalDate inRange(LocalDate day) {
        if (day.getYear() < 2000 || day.getYear() > 2200) {
            throw new IllegalArgumentException("out of range");
        }
        return day;
    }
}
