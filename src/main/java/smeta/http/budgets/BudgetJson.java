package smeta.http.budgets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.budget.BudgetPlan;
import smeta.budget.Repairs;
import smeta.http.answer.Amounts;
import smeta.http.estimates.EstimateJson;
import smeta.money.ExchangeRate;
import smeta.money.Money;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A budget, or the difference of two, as JSON. */
final class BudgetJson {
    private final int scale;

    BudgetJson(int scale) {
        this.scale = scale;
    }

    ObjectNode json(Budget budget, String catalogue) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("catalogue", catalogue);
        json.put("start", budget.terms().start().toString())
                .put("months", budget.terms().months())
                .put("bound", budget.terms().bound().wireName());
        if (budget.terms().limit() != null) {
            ObjectNode limit = json.putObject("limit");
            limit.put("amount", Amounts.plain(budget.terms().limit()));
            if (budget.terms().currency() != null) {
                limit.put("currency", budget.terms().currency().getCurrencyCode());
            }
            limit.put("per", budget.terms().perMonth() ? "month" : "all");
        }
        Set<ExchangeRate> used = new LinkedHashSet<>();
        budget.lines().forEach(l -> l.plans().forEach(p -> used.addAll(p.exchange())));
        EstimateJson.exchange(json.putArray("exchange"), List.copyOf(used));
        if (!used.isEmpty()) {
            json.putArray("assumed")
                    .addObject()
                    .put("name", "exchange")
                    .put("value", budget.terms().rateDay().toString())
                    .put("why", "the rates of that day are used for every month; nobody knows later ones");
        }
        var workloads = json.putArray("workloads");
        for (Budget.Line line : budget.lines()) {
            ObjectNode one = workloads.addObject().put("name", line.name());
            var models = one.putArray("models");
            for (int i = 0; i < line.plans().size(); i++) {
                plan(models.addObject(), line.plans().get(i), line.repairs().get(i));
            }
        }
        total(json.putObject("total"), budget);
        return json;
    }

    private void plan(ObjectNode json, BudgetPlan plan, @Nullable Repairs repairs) {
        json.put("model", plan.model().qualifiedId());
        var months = json.putArray("months");
        for (BudgetPlan.Month month : plan.months()) {
            ObjectNode one = months.addObject()
                    .put("month", month.month().toString())
                    .put("requests", requests(month.requests()));
            cost(one, month.cost());
            if (month.within() != null) {
                one.put("within", month.within());
            }
            if (month.cards().size() > 1) {
                month.cards().forEach(c -> one.withArray("price_changes")
                        .addObject()
                        .put("from", c.from().toString())
                        .put("card", c.label()));
            }
        }
        ObjectNode total = json.putObject("total").put("requests", requests(plan.requests()));
        cost(total, plan.total());
        if (plan.firstOver() != null) {
            json.put("first_over", plan.firstOver().toString());
        }
        if (plan.requestsWithin() != null) {
            json.put("requests_within_limit", plan.requestsWithin());
        }
        if (repairs != null) {
            repairs(json.putObject("would_fit"), repairs);
        }
        EstimateJson.notes(json.putArray("notes"), plan.notes());
    }

    private void repairs(ObjectNode json, Repairs repairs) {
        if (repairs.cachedPercent() != null) {
            json.put("cached", repairs.cachedPercent() + "%");
        }
        if (repairs.batchPercent() != null) {
            json.put("batch_share", repairs.batchPercent() + "%");
        }
        var models = json.putArray("models");
        repairs.models().forEach(m -> models.addObject()
                .put("model", m.model().qualifiedId())
                .put("total", rounded(m.total()))
                .put("currency", m.total().currency().getCurrencyCode()));
    }

    private void total(ObjectNode json, Budget budget) {
        var months = json.putArray("months");
        List<BudgetPlan.Month> first = budget.lines().get(0).plans().get(0).months();
        for (int i = 0; i < first.size(); i++) {
            cost(months.addObject().put("month", first.get(i).month().toString()), budget.total().get(i));
        }
        cost(json, budget.sum());
        if (budget.firstOver() != null) {
            json.put("first_over", budget.firstOver().toString());
        }
        if (budget.terms().limit() != null && budget.sum() != null) {
            json.put("within", budget.firstOver() == null);
        }
    }

    void cost(ObjectNode json, BudgetPlan.@Nullable Cost cost) {
        if (cost == null) {
            json.putNull("cost");
            return;
        }
        json.putObject("cost")
                .put("currency", cost.likely().currency().getCurrencyCode())
                .put("low", rounded(cost.low()))
                .put("likely", rounded(cost.likely()))
                .put("high", rounded(cost.high()));
    }

    ObjectNode json(BudgetDiff diff, String catalogue) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("catalogue", catalogue);
        json.put("bound", diff.before().terms().bound().wireName());
        var workloads = json.putArray("diff");
        for (BudgetDiff.Row row : diff.rows()) {
            row(workloads.addObject().put("name", row.name()), row);
        }
        row(json.putObject("total"), diff.total());
        json.set("before", json(diff.before(), catalogue));
        json.set("after", json(diff.after(), catalogue));
        return json;
    }

    private void row(ObjectNode json, BudgetDiff.Row row) {
        put(json, "before", row.before());
        put(json, "after", row.after());
        put(json, "change", row.change());
        if (row.percent() != null) {
            json.put("percent", row.percent());
        }
        Money any = row.after() != null ? row.after() : row.before();
        if (any != null) {
            json.put("currency", any.currency().getCurrencyCode());
        }
    }

    private void put(ObjectNode json, String name, @Nullable Money money) {
        if (money == null) {
            json.putNull(name);
        } else {
            json.put(name, rounded(money));
        }
    }

    private String rounded(Money money) {
        return Amounts.rounded(money, scale);
    }

    /** To the nearest whole request. */
    static String requests(smeta.money.Fraction requests) {
        return requests.rounded(0).toPlainString();
    }
}
