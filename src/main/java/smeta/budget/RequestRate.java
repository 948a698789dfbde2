package smeta.budget;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import smeta.estimate.Numbers;

/** How many requests there are a day, a week or a month: {@code 5000/day}. */
public record RequestRate(BigDecimal requests, Volume.Per per) {
    public static final String EXPECTED = "a volume like 5000/day, 30000/week or 100000/month";

    public static RequestRate parse(String text) {
        String[] parts = text.split("/", 2);
        if (!List.of("day", "week", "month").contains(parts[1])) {
            throw new IllegalArgumentException("neither day nor week nor month");
        }
        return new RequestRate(Numbers.amount(parts[0]), Volume.Per.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }
}
