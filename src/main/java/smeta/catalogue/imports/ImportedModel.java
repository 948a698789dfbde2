package smeta.catalogue.imports;

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
    static final String SOURCE = "import";

    final String id;
    final List<ImportedCard> cards = new ArrayList<>();
    final Set<String> accepts = new LinkedHashSet<>();
    final Set<String> gives = new LinkedHashSet<>();
    final Set<String> leftOut = new LinkedHashSet<>();
    final List<String> notes = new ArrayList<>();
    @Nullable String title;
    @Nullable String like;
    @Nullable Boolean tools;
    @Nullable Boolean reasons;
    @Nullable String status;
    @Nullable String released;
    @Nullable String retired;
    @Nullable Long context;
    @Nullable Long maxInput;
    @Nullable Long maxOutput;

    ImportedModel(String id) {
        this.id = id;
    }

    ObjectNode json(String currency) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (title != null && !title.isBlank() && !title.equals(id)) {
            json.put("title", title);
        }
        if (like != null) {
            json.put("like", like);
        } else {
            json.put("tokenizer", "unpublished");
            if (accepts.isEmpty()) {
                acceptsWhatHasAPrice();
            }
        }
        if (!accepts.isEmpty()) {
            accepts.forEach(json.putArray("accepts")::add);
        }
        if (like == null || !gives.isEmpty()) {
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
            json.putObject("retired").put("on", retired).put("source", SOURCE);
        }
        limits(json);
        ArrayNode rates = json.putArray("rates");
        for (ImportedCard card : cards) {
            ObjectNode one = rates.addObject();
            card.write(one, currency);
            if (!leftOut.isEmpty()) {
                one.put("note", leftOut());
            }
            one.put("confidence", "low").put("source", SOURCE);
        }
        if (cards.isEmpty() && !leftOut.isEmpty()) {
            notes.add(leftOut());
        }
        if (!notes.isEmpty()) {
            notes.forEach(json.putArray("notes")::add);
        }
        return json;
    }

    private String leftOut() {
        return "Prices of the source that are not used here: " + String.join(", ", leftOut) + ".";
    }

    /** A table that names no media still has prices for them. */
    private void acceptsWhatHasAPrice() {
        accepts.add("text");
        for (String line : List.of("image", "audio", "video", "document")) {
            if (cards.stream().anyMatch(c -> c.lines.containsKey(line))) {
                accepts.add(line.equals("document") ? "file" : line);
            }
        }
    }

    private void limits(ObjectNode json) {
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
        limits.put("source", SOURCE);
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
