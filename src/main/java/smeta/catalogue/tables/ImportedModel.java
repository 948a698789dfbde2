package smeta.catalogue.tables;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model in the making. */
final class ImportedModel {
    final String id;
    final List<ImportedCard> cards = new ArrayList<>();
    final Set<String> accepts = new LinkedHashSet<>();
    final Set<String> gives = new LinkedHashSet<>();
    final Set<String> leftOut = new LinkedHashSet<>();
    final List<String> notes = new ArrayList<>();

    @Nullable
    String title;
    /** Who sells it, in the table's own word; null where the table has no word besides the name's. */
    @Nullable
    String soldBy;
    /** Whether the vocabulary is that of the family's, which nobody tells of this very model. */
    boolean assumed;

    @Nullable
    String like;

    @Nullable
    Boolean tools;

    @Nullable
    Boolean reasons;

    @Nullable
    String status;

    @Nullable
    String released;

    @Nullable
    String retired;

    @Nullable
    Long context;

    @Nullable
    Long maxInput;

    @Nullable
    Long maxOutput;

    ImportedModel(String id) {
        this.id = id;
    }

    /** @param source the key of the table */
    ObjectNode json(String currency, String source) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (title != null && !title.isBlank() && !title.equals(id)) {
            json.put("title", title);
        }
        if (like != null) {
            json.put("like", like);
            if (assumed) {
                json.put("tokenizer_assumed", true);
            }
        } else {
            json.put("tokenizer", "unpublished");
        }
        if (!accepts.isEmpty()) {
            accepts.forEach(json.putArray("accepts")::add);
        }
        if (!gives.isEmpty()) {
            gives.forEach(json.putArray("gives")::add);
        }
        if (tools != null) {
            json.put("tools", tools);
        }
        if (reasons != null) {
            json.put("reasons", reasons);
        }
        put(json, "status", status);
        put(json, "released", released);
        if (retired != null) {
            json.putObject("retired").put("on", retired).put("source", source);
        }
        limits(json, source);
        ArrayNode rates = json.putArray("rates");
        for (ImportedCard card : cards) {
            ObjectNode one = rates.addObject();
            card.write(one, currency);
            if (!leftOut.isEmpty()) {
                one.put("note", leftOut());
            }
            one.put("confidence", "low").put("source", source);
        }
        if (cards.isEmpty() && !leftOut.isEmpty()) {
            notes.add(leftOut());
        }
        if (!notes.isEmpty()) {
            ArrayNode all = json.putArray("notes");
            notes.forEach(note -> all.add(source + ": " + note));
        }
        return json;
    }

    private String leftOut() {
        return "Prices of the source that are not used here: " + String.join(", ", leftOut) + ".";
    }

    private void limits(ObjectNode json, String source) {
        if (context != null && maxInput != null && maxInput > context) {
            maxInput = null;
        }
        if (context == null && maxInput == null && maxOutput == null) {
            return;
        }
        ObjectNode limits = json.putObject("limits");
        limit(limits, "context", context);
        limit(limits, "max_input", maxInput);
        limit(limits, "max_output", maxOutput);
        limits.put("source", source);
    }

    private static void limit(ObjectNode json, String key, @Nullable Long value) {
        if (value != null) {
            json.put(key, value);
        }
    }

    private static void put(ObjectNode json, String key, @Nullable String value) {
        if (value != null) {
            json.put(key, value);
        }
    }
}
