package smeta.http.budgets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import smeta.budget.Budget;
import smeta.budget.BudgetDiff;
import smeta.budget.BudgetPlan;
import smeta.http.answer.Amounts;
import smeta.money.Money;

/** A budget, or the difference of two, as a table: CSV for a spreadsheet, Markdown for a comment on a pull request. */
final class BudgetTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final int scale;

    private BudgetTable(int scale) {
        this.scale = scale;
    }

    static BudgetTable of(Budget budget, int scale) {
        BudgetTable table = new BudgetTable(scale);
        table.rows.add(
                List.of("workload", "model", "month", "requests", "low", "likely", "high", "currency", "within"));
        for (Budget.Line line : budget.lines()) {
            for (BudgetPlan plan : line.plans()) {
                for (BudgetPlan.Month month : plan.months()) {
                    table.row(
                            line.name(),
                            plan.model().qualifiedId(),
                            month.month().toString(),
                            BudgetMapping.requests(month.requests()),
                            month.cost(),
                            month.within() == null ? "" : month.within().toString());
                }
                table.row(
                        line.name(),
                        plan.model().qualifiedId(),
                        "total",
                        BudgetMapping.requests(plan.requests()),
                        plan.total(),
                        "");
            }
        }
        table.row(
                "total",
                "",
                "total",
                "",
                budget.sum(),
                budget.terms().limit() == null || budget.sum() == null
                        ? ""
                        : Boolean.toString(budget.firstOver() == null));
        return table;
    }

    static BudgetTable of(BudgetDiff diff, int scale) {
        BudgetTable table = new BudgetTable(scale);
        table.rows.add(List.of("workload", "before", "after", "change", "percent", "currency"));
        List<BudgetDiff.Row> all = new ArrayList<>(diff.rows());
        all.add(diff.total());
        for (BudgetDiff.Row row : all) {
            Money any = row.after() != null ? row.after() : row.before();
            table.rows.add(List.of(
                    row.name(),
                    table.amount(row.before()),
                    table.amount(row.after()),
                    table.signed(row.change()),
                    row.percent() == null ? "" : row.percent(),
                    any == null ? "" : any.currency().getCurrencyCode()));
        }
        return table;
    }

    private void row(
            String workload,
            String model,
            String month,
            String requests,
            BudgetPlan.@Nullable Cost cost,
            String within) {
        rows.add(List.of(
                workload,
                model,
                month,
                requests,
                amount(cost == null ? null : cost.low()),
                amount(cost == null ? null : cost.likely()),
                amount(cost == null ? null : cost.high()),
                cost == null ? "" : cost.likely().currency().getCurrencyCode(),
                within));
    }

    private String amount(@Nullable Money money) {
        return money == null ? "" : Amounts.rounded(money, scale);
    }

    private String signed(@Nullable Money money) {
        return money == null ? "" : (money.amount().signum() > 0 ? "+" : "") + Amounts.rounded(money, scale);
    }

    String csv() {
        return lines(BudgetTable::cell, ",", "", "") + "\r\n";
    }

    /** A spreadsheet takes a text that begins with one of these for a formula; a signed number it may. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("[+-][0-9.]+%?");
        String safe = formula ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }

    String markdown() {
        List<List<String>> all = new ArrayList<>(rows);
        all.add(1, rows.get(0).stream().map(c -> "---").toList());
        return all.stream()
                        .map(row ->
                                row.stream().map(BudgetTable::escaped).collect(Collectors.joining(" | ", "| ", " |")))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("\n", " ")
                .replace("\r", " ")
                .replace("<", "&lt;");
    }

    private String lines(Function<String, String> cell, String between, String before, String after) {
        return rows.stream()
                .map(row -> row.stream().map(cell).collect(Collectors.joining(between, before, after)))
                .collect(Collectors.joining("\r\n"));
    }
}
