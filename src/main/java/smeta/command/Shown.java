package smeta.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.library.CallBill;
import smeta.library.CallDecision;
import smeta.library.CallEstimate;
import smeta.library.CallNote;
import smeta.library.CostRange;
import smeta.library.TokenRange;

/** Answers as people read them, and as JSON with the names of the service's answers. */
final class Shown {
    private static final String UNKNOWN = "unknown";

    private Shown() {}

    static String amount(@Nullable BigDecimal amount) {
        if (amount == null) {
            return UNKNOWN;
        }
        BigDecimal rounded = amount.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return (rounded.scale() < 2 ? rounded.setScale(2) : rounded).toPlainString();
    }

    static String number(@Nullable Long tokens) {
        return tokens == null ? UNKNOWN : Long.toString(tokens);
    }

    static String percent(@Nullable BigDecimal percent) {
        return percent == null ? UNKNOWN : percent.toPlainString();
    }

    static String likely(@Nullable CostRange cost) {
        return cost == null || !cost.isComplete() ? UNKNOWN : amount(cost.likely());
    }

    static String high(@Nullable CostRange cost) {
        return cost == null || !cost.isComplete() ? UNKNOWN : amount(cost.high());
    }

    static Table table(List<CallEstimate> estimates) {
        Table table = new Table(2, "model", "fit", "input", "room", "likely", "at most", "");
        for (CallEstimate one : estimates) {
            table.row(
                    one.model(),
                    one.verdict(),
                    number(one.input().likely()),
                    number(one.roomForReply()),
                    likely(one.cost()),
                    high(one.cost()),
                    one.cost() == null ? "" : one.cost().currency());
        }
        return table;
    }

    static ObjectNode json(CallEstimate estimate) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("model", estimate.model());
        json.set("input_tokens", json(estimate.input()));
        json.set("output_tokens", json(estimate.output()));
        ObjectNode fit = json.putObject("fit").put("verdict", estimate.verdict());
        if (estimate.roomForReply() != null) {
            fit.put("room_for_reply", estimate.roomForReply());
        }
        estimate.reasons().forEach(fit.putArray("reasons")::add);
        json.set("cost", estimate.cost() == null ? null : json(estimate.cost()));
        notes(json, estimate.notes());
        return json;
    }

    static ObjectNode json(CallDecision decision) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("decision", decision.allowed() ? "allow" : "deny");
        decision.reasons().forEach(json.putArray("reasons")::add);
        if (decision.hold() != null) {
            json.putObject("hold").put("amount", amount(decision.hold())).put("currency", decision.currency());
        }
        if (decision.wouldFitOutput() != null) {
            json.putObject("would_fit").put("max_output", decision.wouldFitOutput());
        }
        if (decision.wouldCost() != null) {
            json.putObject("would_cost")
                    .put("amount", amount(decision.wouldCost()))
                    .put("currency", decision.currency());
        }
        json.set("estimate", json(decision.estimate()));
        return json;
    }

    static ObjectNode json(CallBill bill) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("model", bill.model()).put("tier", bill.tier());
        json.set("cost", json(bill.cost()));
        notes(json, bill.notes());
        return json;
    }

    static ObjectNode json(TokenRange tokens) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("low", tokens.low()).put("likely", tokens.likely());
        if (tokens.high() != null) {
            json.put("high", tokens.high());
        }
        return json.put("precision", tokens.precision());
    }

    static ObjectNode json(CostRange cost) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("complete", cost.isComplete()).put("currency", cost.currency());
        json.put("low", amount(cost.low())).put("likely", amount(cost.likely()));
        if (cost.high() != null) {
            json.put("high", amount(cost.high()));
        }
        cost.unpriced().forEach(json.putArray("unpriced")::add);
        return json;
    }

    static void notes(ObjectNode json, List<CallNote> notes) {
        var all = json.putArray("notes");
        notes.forEach(note -> all.addObject().put("code", note.code()).put("text", note.text()));
    }
}
