package smeta.budget;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.money.Currencies;
import smeta.money.Fraction;
import smeta.money.Money;

/** Two budgets side by side: by workload, matched by name, and in all, at the deciding bound. */
public record BudgetDiff(Budget before, Budget after, List<Row> rows, Row total) {
    /**
     * @param before  null if the workload is new, or has no price
     * @param change  null if one of both has no price
     * @param percent of what it was, rounded half-up to one decimal, with its sign; null if it was nothing or isn't
     *                known
     */
    public record Row(
            String name,
            @Nullable Money before,
            @Nullable Money after,
            @Nullable Money change,
            @Nullable String percent) {}

    public static BudgetDiff of(Budget before, Budget after) {
        Set<String> names = new LinkedHashSet<>();
        before.lines().forEach(l -> names.add(l.name()));
        after.lines().forEach(l -> names.add(l.name()));
        List<Row> rows = new ArrayList<>();
        for (String name : names) {
            rows.add(row(name, find(before, name), find(after, name), has(before, name), has(after, name)));
        }
        return new BudgetDiff(
                before, after, rows, row("total", at(before, before.sum()), at(after, after.sum()), true, true));
    }

    private static boolean has(Budget budget, String name) {
        return budget.lines().stream().anyMatch(l -> l.name().equals(name));
    }

    private static @Nullable Money find(Budget budget, String name) {
        return budget.lines().stream()
                .filter(l -> l.name().equals(name))
                .findFirst()
                .map(l -> at(budget, l.plans().get(0).total()))
                .orElse(null);
    }

    private static @Nullable Money at(Budget budget, BudgetPlan.@Nullable Cost cost) {
        return cost == null ? null : cost.at(budget.terms().bound());
    }

    /** A workload that one side doesn't have costs nothing there; one without a price stays unknown. */
    private static Row row(String name, @Nullable Money before, @Nullable Money after, boolean was, boolean is) {
        Money from = before == null && !was && after != null ? Money.zero(after.currency()) : before;
        Money to = after == null && !is && before != null ? Money.zero(before.currency()) : after;
        if (from == null || to == null || !Currencies.same(from.currency(), to.currency())) {
            return new Row(name, from, to, null, null);
        }
        Money change = to.minus(from);
        String percent = from.isZero()
                ? null
                : signed(change.amount().times(Fraction.of(100)).dividedBy(from.amount()));
        return new Row(name, from, to, change, percent);
    }

    private static String signed(Fraction percent) {
        var rounded = percent.rounded(1);
        return (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString() + "%";
    }
}
