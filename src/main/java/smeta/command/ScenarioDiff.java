package smeta.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import smeta.library.BudgetEstimate;
import smeta.library.CostRange;
import smeta.library.Smeta;

/**
 * What a change of a scenario does to its costs: by workload, matched by name, with the first model of each, over the
 * whole plan.
 *
 * @param before null if there was none
 */
record ScenarioDiff(@Nullable BudgetEstimate before, BudgetEstimate after) {
    /** By its name: requests are JSON, scenarios in files are YAML. */
    static boolean isScenario(String file) {
        return file.matches("(?i).*\\.ya?ml");
    }

    /** @param old a scenario too, or an empty folder where there was none */
    static ScenarioDiff of(String old, String now, Smeta smeta) {
        boolean none = Files.isDirectory(Path.of(old)) && Prompts.named(old).isEmpty();
        if (!none && !isScenario(old)) {
            throw new WrongUsage("“" + now + "” is a scenario and “" + old + "” isn't; compare two files of a kind");
        }
        return new ScenarioDiff(none ? null : budget(old, smeta), budget(now, smeta));
    }

    private static BudgetEstimate budget(String file, Smeta smeta) {
        return smeta.budget(Prompts.bytes(file, InputStream.nullInputStream()));
    }

    /** @param limit for the whole plan at its upper bounds; the scenario's own holds besides */
    boolean isOver(@Nullable BigDecimal limit) {
        boolean own = after.limit() != null && !after.isWithin();
        return own || DiffSubcommand.isOver(high(), limit);
    }

    @Nullable
    BigDecimal high() {
        return after.total() == null ? null : after.total().high();
    }

    String currency() {
        return after.total() == null ? "" : after.total().currency();
    }

    private Map<String, BudgetEstimate.Plan> plans(@Nullable BudgetEstimate side) {
        Map<String, BudgetEstimate.Plan> plans = new TreeMap<>();
        if (side != null) {
            side.plans().stream().filter(BudgetEstimate.Plan::first).forEach(plan -> plans.put(plan.workload(), plan));
        }
        return plans;
    }

    Table table() {
        Map<String, BudgetEstimate.Plan> old = plans(before);
        Map<String, BudgetEstimate.Plan> now = plans(after);
        Table table = new Table(3, "workload", "model before", "after", "likely before", "after", "change", "at most");
        for (String name : names(old, now)) {
            BudgetEstimate.Plan one = old.get(name);
            BudgetEstimate.Plan other = now.get(name);
            table.row(
                    name,
                    one == null ? "–" : one.model(),
                    other == null ? "–" : other.model(),
                    one == null ? "–" : Shown.likely(one.cost()),
                    other == null ? "–" : Shown.likely(other.cost()),
                    change(
                            one == null,
                            one == null ? null : one.cost(),
                            other == null,
                            other == null ? null : other.cost()),
                    other == null ? "–" : Shown.high(other.cost()));
        }
        CostRange was = before == null ? null : before.total();
        table.row(
                "all, " + currency(),
                "",
                "",
                before == null ? "–" : Shown.likely(was),
                Shown.likely(after.total()),
                change(before == null, was, false, after.total()),
                Shown.high(after.total()));
        return table;
    }

    private static Iterable<String> names(Map<String, ?> old, Map<String, ?> now) {
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        return names;
    }

    /** What is absent costs nothing; what has no price is unknown. */
    private static String change(boolean noOld, @Nullable CostRange old, boolean noNow, @Nullable CostRange now) {
        boolean unknown = !noOld && old == null
                || !noNow && now == null
                || old != null && now != null && !old.currency().equals(now.currency());
        return unknown
                ? DiffSubcommand.change(null, null)
                : DiffSubcommand.change(
                        old == null ? BigDecimal.ZERO : old.likely(), now == null ? BigDecimal.ZERO : now.likely());
    }

    ObjectNode json(@Nullable BigDecimal limit) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = json.putArray("workloads");
        Map<String, BudgetEstimate.Plan> old = plans(before);
        Map<String, BudgetEstimate.Plan> now = plans(after);
        for (String name : names(old, now)) {
            ObjectNode row = rows.addObject().put("workload", name);
            row.set("before", cost(old.get(name)));
            row.set("after", cost(now.get(name)));
        }
        ObjectNode total = json.putObject("total");
        total.set("before", before == null || before.total() == null ? null : Shown.json(before.total()));
        total.set("after", after.total() == null ? null : Shown.json(after.total()));
        return json.put("over_limit", isOver(limit));
    }

    private static @Nullable ObjectNode cost(BudgetEstimate.@Nullable Plan plan) {
        return plan == null || plan.cost() == null ? null : Shown.json(plan.cost());
    }
}
