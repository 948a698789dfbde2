package smeta.budget;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import smeta.money.Fraction;

/**
 * How many requests there are. All exact; nothing is rounded here.
 *
 * @param requests    per day, week or month, in the first month
 * @param workingDays true if only Mondays to Fridays have requests (holidays are not known here); a week's volume then
 *                    falls on five days, a month's on its working days
 * @param growth      percent a month, compound, from the second calendar month on; may be negative, above −100
 * @param seasons     factors by month of the year, 1 to 12; a month that isn't listed has factor 1
 * @param retries     percent of requests that are sent, and paid, once more
 */
public record Volume(
        BigDecimal requests,
        Per per,
        boolean workingDays,
        BigDecimal growth,
        Map<Integer, BigDecimal> seasons,
        BigDecimal retries) {
    /** What the number of requests is said of. */
    public enum Per {
        DAY,
        WEEK,
        MONTH
    }

    public Volume {
        if (requests.signum() < 0 || retries.signum() < 0 || growth.compareTo(BigDecimal.valueOf(-100)) < 0) {
            throw new IllegalArgumentException(
                    "expected requests and retries of 0 or more and growth of at least -100 percent");
        }
        seasons = Map.copyOf(seasons);
    }

    public static Volume of(long requests, Per per) {
        return new Volume(BigDecimal.valueOf(requests), per, false, BigDecimal.ZERO, Map.of(), BigDecimal.ZERO);
    }

    /**
     * Requests that are paid from one day until another (exclusive), both in one calendar month.
     *
     * @param index of that month in the plan, from 0
     */
    Fraction between(LocalDate from, LocalDate until, int index) {
        YearMonth month = YearMonth.from(from);
        long days = days(from, until);
        Fraction base = switch (per) {
            case DAY -> Fraction.of(requests).times(days);
            case WEEK -> Fraction.of(requests).times(days).dividedBy(workingDays ? 5 : 7);
            case MONTH ->
                Fraction.of(requests)
                        .times(days)
                        .dividedBy(days(month.atDay(1), month.plusMonths(1).atDay(1)));
        };
        BigDecimal grown = BigDecimal.ONE.add(growth.movePointLeft(2)).pow(index);
        BigDecimal season = seasons.getOrDefault(month.getMonthValue(), BigDecimal.ONE);
        BigDecimal again = BigDecimal.ONE.add(retries.movePointLeft(2));
        return base.times(Fraction.of(grown.multiply(season).multiply(again)));
    }

    private long days(LocalDate from, LocalDate until) {
        if (!workingDays) {
            return ChronoUnit.DAYS.between(from, until);
        }
        return from.datesUntil(until)
                .filter(d -> d.getDayOfWeek() != DayOfWeek.SATURDAY && d.getDayOfWeek() != DayOfWeek.SUNDAY)
                .count();
    }
}
