package smeta.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import smeta.library.Call;
import smeta.library.CallEstimate;
import smeta.library.Smeta;

/**
 * {@code smeta diff}: what a change of prompts, or of a budget's scenario, does to their costs. Both sides are a file or a
 * folder; files are matched by their names. Exit status 1 if the new side may cost more than the limit, or its price isn't known.
 */
final class DiffSubcommand implements Subcommand {
    @Override
    public int run(Given given) {
        if (given.operands().size() != 2) {
            throw new WrongUsage("expected two files or folders, the old and the new one");
        }
        String format = given.format();
        Smeta smeta = given.smeta();
        if (ScenarioDiff.isScenario(given.operands().get(1))) {
            return scenarios(given, smeta, format);
        }
        Map<String, CallEstimate> before =
                estimates(Prompts.named(given.operands().get(0)), smeta, given);
        Map<String, CallEstimate> after =
                estimates(Prompts.named(given.operands().get(1)), smeta, given);
        Total old = sum(before);
        Total now = sum(after);
        BigDecimal limit = limit(given);
        boolean over = isOver(now.high(), limit);
        if (given.json()) {
            given.print(json(before, after, old, now, over));
        } else {
            Table table = table(before, after, old, now);
            given.print(format.equals("markdown") ? table.markdown() : table.plain());
            if (limit != null) {
                given.print("\n" + verdict(limit, now.high(), now.currency(), over) + "\n");
            }
        }
        return over ? NO : DONE;
    }

    private static int scenarios(Given given, Smeta smeta, String format) {
        for (Word word : Word.values()) {
            if (word != Word.LIMIT && given.said(word) != null) {
                throw new WrongUsage(word.option() + " says something of a call, and a scenario has its own words; "
                        + "write it into the scenario");
            }
        }
        ScenarioDiff diff =
                ScenarioDiff.of(given.operands().get(0), given.operands().get(1), smeta);
        BigDecimal limit = limit(given);
        if (given.json()) {
            given.print(diff.json(limit));
        } else {
            given.print(
                    format.equals("markdown")
                            ? diff.table().markdown()
                            : diff.table().plain());
            if (limit != null) {
                given.print("\n" + verdict(limit, diff.high(), diff.currency(), isOver(diff.high(), limit)) + "\n");
            }
            if (diff.after().limit() != null) {
                given.print("\n" + BudgetSubcommand.verdict(diff.after()) + "\n");
            }
        }
        return diff.isOver(limit) ? NO : DONE;
    }

    private static @Nullable BigDecimal limit(Given given) {
        String most = given.said(Word.LIMIT);
        try {
            return most == null ? null : Word.amount(most);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("“" + most + "” is no limit; expected an amount, for example --limit 5.00");
        }
    }

    /**
     * @param high null if it isn't known, which is over any limit
     * @param limit null for none, over which nothing is
     */
    static boolean isOver(@Nullable BigDecimal high, @Nullable BigDecimal limit) {
        return limit != null && (high == null || high.compareTo(limit) > 0);
    }

    private static String verdict(BigDecimal limit, @Nullable BigDecimal high, String currency, boolean over) {
        return (over ? "Over the limit of " : "Within the limit of ") + limit.toPlainString() + " " + currency
                + ": at most " + Shown.amount(high) + " " + currency + ".";
    }

    /** By the file's name and the model. */
    private static Map<String, CallEstimate> estimates(Map<String, Call> calls, Smeta smeta, Given given) {
        Map<String, CallEstimate> all = new TreeMap<>();
        calls.forEach((name, call) -> given.estimates(smeta, given.saying(call))
                .forEach(one -> all.put((name.isEmpty() ? "" : name + " · ") + one.model(), one)));
        return all;
    }

    private static Total sum(Map<String, CallEstimate> estimates) {
        Total total = new Total();
        estimates.values().forEach(total::add);
        return total;
    }

    private static List<String> names(Map<String, CallEstimate> before, Map<String, CallEstimate> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return List.copyOf(names);
    }

    private static Table table(
            Map<String, CallEstimate> before, Map<String, CallEstimate> after, Total old, Total now) {
        Table table = new Table(1, "prompt", "tokens before", "after", "likely before", "after", "change", "at most");
        for (String name : names(before, after)) {
            CallEstimate one = before.get(name);
            CallEstimate other = after.get(name);
            table.row(
                    name,
                    one == null ? "–" : Long.toString(one.input().likely()),
                    other == null ? "–" : Long.toString(other.input().likely()),
                    one == null ? "–" : Shown.likely(one.cost()),
                    other == null ? "–" : Shown.likely(other.cost()),
                    change(alone(one).likely(), alone(other).likely()),
                    other == null ? "–" : Shown.high(other.cost()));
        }
        table.row(
                "all, " + now.currency(),
                Long.toString(old.input),
                Long.toString(now.input),
                Shown.amount(old.likely()),
                Shown.amount(now.likely()),
                change(old.likely(), now.likely()),
                Shown.amount(now.high()));
        return table;
    }

    private static Total alone(@Nullable CallEstimate one) {
        Total total = new Total();
        if (one != null) {
            total.add(one);
        }
        return total;
    }

    static String change(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (before == null || after == null) {
            return "unknown";
        }
        BigDecimal change = after.subtract(before);
        return (change.signum() > 0 ? "+" : "") + Shown.amount(change);
    }

    private static ObjectNode json(
            Map<String, CallEstimate> before, Map<String, CallEstimate> after, Total old, Total now, boolean over) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = json.putArray("prompts");
        for (String name : names(before, after)) {
            ObjectNode row = rows.addObject().put("prompt", name);
            row.set("before", before.containsKey(name) ? Shown.json(before.get(name)) : null);
            row.set("after", after.containsKey(name) ? Shown.json(after.get(name)) : null);
        }
        ObjectNode total = json.putObject("total").put("currency", now.currency());
        total.put("before", old.likely() == null ? null : Shown.amount(old.likely()));
        total.put("after", now.likely() == null ? null : Shown.amount(now.likely()));
        total.put("at_most", now.high() == null ? null : Shown.amount(now.high()));
        return json.put("over_limit", over);
    }
}
