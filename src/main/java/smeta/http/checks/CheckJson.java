package smeta.http.checks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import smeta.catalogue.Limits;
import smeta.estimate.Check;
import smeta.estimate.Estimate;
import smeta.http.answer.Amounts;
import smeta.http.estimates.EstimateJson;
import smeta.money.Money;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A check as JSON. */
final class CheckJson {
    private final int scale;

    CheckJson(int scale) {
        this.scale = scale;
    }

    ObjectNode json(Check check, CheckQuery asked, String catalogue) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("decision", check.allowed() ? "allow" : "deny");
        check.reasons().forEach(json.putArray("reasons")::add);
        if (!check.notKnown().isEmpty()) {
            check.notKnown().forEach(json.putArray("not_known")::add);
        }
        json.put("model", check.model().qualifiedId());
        json.put("asked", check.asked());
        json.put("bound", check.bound().wireName());
        if (check.hold() != null) {
            money(json.putObject("hold"), check.hold());
        }
        if (check.limit() != null) {
            exact(json.putObject("limit"), check.limit());
        } else if (asked.rules().limit() != null) {
            json.putObject("limit").put("amount", Amounts.plain(asked.rules().limit()));
        }
        Estimate estimate = check.estimate();
        Limits limits = check.model().limits();
        if (estimate == null && check.certain() != null) {
            json.put("counted", "until certain");
            json.putObject("input_tokens").put("more_than", check.certain().moreThan());
            ObjectNode fit = json.putObject("fit");
            EstimateJson.limit(fit, "context", limits.context());
            EstimateJson.limit(fit, "max_input", limits.maxInput());
        } else if (estimate != null) {
            estimated(json, estimate, limits);
        }
        if (check.repair() != null) {
            json.putObject("would_fit").put("max_output", check.repair().maxOutput());
            if (check.repair().cost() != null) {
                money(json.putObject("would_cost"), check.repair().cost());
            }
        }
        json.put("catalogue", catalogue);
        return json;
    }

    private void estimated(ObjectNode json, Estimate estimate, Limits limits) {
        json.put("counted", "all");
        ObjectNode input = EstimateJson.count(
                json.putObject("input_tokens"),
                estimate.input().tokens(),
                estimate.input().bounded());
        input.put("precision", estimate.input().precision().name().toLowerCase(Locale.ROOT));
        EstimateJson.count(json.putObject("output_tokens"), estimate.output().tokens(), estimate.output().bounded());
        EstimateJson.fit(json.putObject("fit"), estimate.fit(), limits);
        if (estimate.cost() != null) {
            if (!estimate.cost().bill().isComplete()) {
                var unpriced = json.putArray("unpriced");
                estimate.cost().bill().unpriced().forEach(m -> unpriced.add(m.wireName()));
            }
            if (estimate.cost().conversion() != null) {
                EstimateJson.exchange(json.putArray("exchange"), estimate.cost().conversion().used());
            }
        }
    }

    void alternatives(ObjectNode json, List<Check.Alternative> alternatives) {
        var list = json.putArray("instead");
        for (Check.Alternative other : alternatives) {
            ObjectNode one = list.addObject();
            one.put("model", other.estimate().model().qualifiedId());
            money(one.putObject("hold"), other.hold());
            ObjectNode fit = one.putObject("fit");
            fit.put("verdict", other.estimate().fit().verdict().wireName());
            if (other.estimate().fit().roomForReply() != null) {
                fit.put("room_for_reply", other.estimate().fit().roomForReply());
            }
        }
    }

    String rounded(Money money) {
        return Amounts.rounded(money, scale);
    }

    private void money(ObjectNode json, Money money) {
        json.put("amount", rounded(money)).put("currency", money.currency().getCurrencyCode());
    }

    private static void exact(ObjectNode json, Money money) {
        json.put("amount", Amounts.exact(money.amount())).put("currency", money.currency().getCurrencyCode());
    }
}
