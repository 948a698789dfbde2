package smeta.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import smeta.library.BudgetEstimate;
import smeta.library.CostRange;

/** {@code smeta budget}: a scenario, month by month. Exit status 1 if it is over its limit, or its price isn't known. */
final class BudgetSubcommand implements Subcommand {
    @Override
    public int run(Given given) {
        String format = given.format();
        BudgetEstimate budget = given.smeta().budget(given.input());
        if (given.json()) {
            given.print(json(budget));
        } else {
            Table table = table(budget);
            given.print(format.equals("markdown") ? table.markdown() : table.plain());
            if (budget.limit() != null) {
                given.print("\n" + verdict(budget) + "\n");
            }
        }
        return budget.limit() == null || budget.isWithin() ? DONE : NO;
    }

    private static Table table(BudgetEstimate budget) {
        Table table = new Table(3, "workload", "model", "month", "requests", "low", "likely", "high", "");
        for (BudgetEstimate.Plan plan : budget.plans()) {
            for (BudgetEstimate.Month month : plan.months()) {
                row(
                        table,
                        plan.workload(),
                        plan.model(),
                        month.month().toString(),
                        month.requests().toPlainString(),
                        month.cost());
            }
            row(table, plan.workload(), plan.model(), "all", plan.requests().toPlainString(), plan.cost());
        }
        row(table, "all", "", "all", "", budget.total());
        return table;
    }

    private static void row(
            Table table, String workload, String model, String month, String requests, @Nullable CostRange cost) {
        table.row(
                workload,
                model,
                month,
                requests,
                Shown.amount(cost == null ? null : cost.low()),
                Shown.likely(cost),
                Shown.high(cost),
                cost == null ? "" : cost.currency());
    }

    static String verdict(BudgetEstimate budget) {
        String limit =
                "the scenario's limit of " + Shown.amount(budget.limit()) + (budget.monthly() ? " a month" : " in all");
        if (budget.firstOver() != null) {
            return "Over " + limit + " from " + budget.firstOver() + " on (" + budget.bound() + ").";
        }
        return budget.isWithin()
                ? "Within " + limit + " (" + budget.bound() + ")."
                : "Not known to be within " + limit + ": a price is missing.";
    }

    private static ObjectNode json(BudgetEstimate budget) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("start", budget.start().toString())
                .put("months", budget.months())
                .put("bound", budget.bound());
        if (budget.limit() != null) {
            json.put("limit", Shown.amount(budget.limit())).put("limit_per", budget.monthly() ? "month" : "all");
            json.put("within", budget.isWithin());
        }
        ArrayNode plans = json.putArray("plans");
        for (BudgetEstimate.Plan plan : budget.plans()) {
            ObjectNode one = plans.addObject().put("workload", plan.workload()).put("model", plan.model());
            one.put("first", plan.first()).put("requests", plan.requests());
            ArrayNode months = one.putArray("months");
            for (BudgetEstimate.Month month : plan.months()) {
                ObjectNode each = months.addObject().put("month", month.month().toString());
                each.put("requests", month.requests());
                each.set("cost", month.cost() == null ? null : Shown.json(month.cost()));
            }
            one.set("cost", plan.cost() == null ? null : Shown.json(plan.cost()));
            firstOver(one, plan.firstOver());
            Shown.notes(one, plan.notes());
        }
        json.set("total", budget.total() == null ? null : Shown.json(budget.total()));
        firstOver(json, budget.firstOver());
        return json;
    }

    private static void firstOver(ObjectNode json, java.time.@Nullable YearMonth month) {
        if (month != null) {
            json.put("first_over", month.toString());
        }
    }
}
