package smeta.catalogue;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a number comes from.
 *
 * @param asOf   the day, month or year on which it was seen: {@code 2026-08-21}, {@code 2026-08}, {@code 2026}
 * @param vendor true for the vendor's own page, which wins where sources disagree
 */
public record Source(String key, String title, @Nullable String url, String asOf, boolean vendor) {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

    /**
     * The first day of a date of day, month or year precision.
     *
     * @throws IllegalArgumentException if it is none, or doesn't exist
     */
    public static LocalDate firstDay(String text) {
        if (!DATE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "expected a date like 2026-08-21, 2026-08 or 2026, found “" + text + "”");
        }
        try {
            return switch (text.length()) {
                case 4 -> Year.parse(text).atDay(1);
                case 7 -> YearMonth.parse(text).atDay(1);
                default -> LocalDate.parse(text);
            };
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("expected a date that exists, found “" + text + "”", e);
        }
    }
}
