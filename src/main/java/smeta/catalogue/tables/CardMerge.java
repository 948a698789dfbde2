package smeta.catalogue.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A price card of one table, completed by that of an older table. */
final class CardMerge {
    /** What the prices of two tables are recognised by as those of one offer at one time. */
    private static final List<String> BASE = List.of("input", "output", "request", "audio", "image_output");

    private static final Set<String> NO_LINES = Set.of(
            "label",
            "offer",
            "from",
            "until",
            "tiers",
            "batch",
            "flex",
            "priority",
            "fast",
            "residency",
            "windows",
            "variants",
            "note",
            "notes",
            "confidence",
            "source",
            "missing",
            "doubts");
    private static final List<String> PARTS =
            List.of("tiers", "batch", "flex", "priority", "fast", "residency", "windows", "variants");
    /** Less than the coarser line wherever it is sold, so that billing by that is never too little. */
    private static final Set<String> CHEAPER =
            Set.of("cache_read", "cache_read_audio", "cache_read_image", "cache_read_video");

    private CardMerge() {}

    /**
     * Takes over the lines that only the older has if both print the same prices where both have one; else names the
     * lines that are then not known.
     *
     * @param whole whether each table has a single card, which holds always
     * @return how they disagree
     */
    static Optional<String> complete(ObjectNode newer, JsonNode older, boolean whole) {
        List<String> differ = new ArrayList<>();
        Set<String> more = new TreeSet<>();
        boolean same = false;
        boolean other = newer.has("offer") != older.has("offer");
        for (String line : lines(older)) {
            if (!newer.has(line)) {
                more.add(line);
            } else if (!newer.get(line).equals(older.get(line))) {
                differ.add(line + " " + older.get(line).asText());
                other |= BASE.contains(line);
            } else {
                same |= BASE.contains(line);
            }
        }
        if (same && !other && whole) {
            takeOver(newer, older, more);
        } else {
            missing(newer, more);
        }
        return differ.isEmpty()
                ? Optional.empty()
                : Optional.of(OfferMerge.shown(older.path("source")) + " prints " + String.join(", ", differ) + ".");
    }

    private static void takeOver(ObjectNode newer, JsonNode older, Set<String> more) {
        Set<String> taken = new TreeSet<>(more);
        more.forEach(line -> newer.set(line, older.get(line)));
        for (String part : PARTS) {
            if (!newer.has(part) && older.has(part)) {
                newer.set(part, older.get(part));
                taken.add(part);
            }
        }
        if (!taken.isEmpty()) {
            newer.withArray("notes")
                    .add("From " + OfferMerge.shown(older.path("source")) + ": " + String.join(", ", taken) + ".");
            OfferMerge.sources(newer, older);
        }
    }

    private static void missing(ObjectNode newer, Set<String> more) {
        for (String line : more) {
            if (!CHEAPER.contains(line) && !BASE.subList(0, 2).contains(line)) {
                newer.withArray("missing").add(line);
            }
        }
    }

    private static List<String> lines(JsonNode card) {
        List<String> lines = new ArrayList<>();
        card.fieldNames().forEachRemaining(name -> {
            if (!NO_LINES.contains(name)) {
                lines.add(name);
            }
        });
        return lines;
    }
}
