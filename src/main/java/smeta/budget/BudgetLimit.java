package smeta.budget;

import java.math.BigDecimal;
import smeta.estimate.Numbers;

/** The limit of a budget, a month or for all months: {@code 150000}, {@code 150000/month}, {@code 150000/all}. */
public record BudgetLimit(BigDecimal amount, boolean perMonth) {
    public static final String EXPECTED = "an amount like 150000, 150000/month or 150000/all";

    public static BudgetLimit parse(String text) {
        String[] parts = text.split("/", 2);
        boolean all = parts.length == 2 && parts[1].equals("all");
        if (parts.length == 2 && !all && !parts[1].equals("month")) {
            throw new IllegalArgumentException("neither month nor all");
        }
        return new BudgetLimit(Numbers.amount(parts[0]), !all);
    }
}
