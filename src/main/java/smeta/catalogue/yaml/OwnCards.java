package smeta.catalogue.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import smeta.price.RateCard;

/**
 * Reads price cards from a caller's JSON, by the rules of the catalogue's files (the same keys and units), but for
 * sources, which a caller needn't name.
 */
public final class OwnCards {
    /** A number of a million digits would be read for minutes. */
    private static final int LONGEST_TEXT = 500;

    /** More would make an answer that is many times as long as what it is about. */
    private static final int MOST_DEFECTS = 100;

    private final List<String> places = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();

    private OwnCards() {}

    /** @param pointer JSON pointer to the place */
    public record Defect(String pointer, String message) {}

    /** What was read. With any defect the cards are of no use. */
    public record Read(List<RateCard> cards, List<Defect> defects) {}

    /** @param pointer where the list stands in its document */
    public static Read read(JsonNode list, String pointer) {
        OwnCards own = new OwnCards();
        if (!list.isArray() || list.isEmpty()) {
            return new Read(
                    List.of(), List.of(new Defect(pointer, "expected a list of price cards with at least one")));
        }
        Defects sink = new Defects("rates", (message, place) -> own.defect(own.places.get(place), message));
        List<RateCard> cards = new ArrayList<>();
        for (int i = 0; i < list.size() && own.defects.size() <= MOST_DEFECTS; i++) {
            YamlFields form = YamlFields.of(own.tree(list.get(i), pointer + "/" + i, 0), "a price card", sink);
            cards.add(CardReader.readUnsourced(form));
        }
        return new Read(List.copyOf(cards), List.copyOf(own.defects));
    }

    private void defect(String pointer, String message) {
        if (defects.size() < MOST_DEFECTS) {
            defects.add(new Defect(pointer, message));
        } else if (defects.size() == MOST_DEFECTS) {
            defects.add(new Defect("", "there are more than " + MOST_DEFECTS + " defects; these are the first"));
        }
    }

    /** Those under {@code rates} of that mapping, whose file says once where they are from. */
    public static List<RateCard> read(YamlFields holder) {
        List<RateCard> cards = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (YamlFields card : holder.forms("rates")) {
            cards.add(CardReader.readUnsourced(card));
            lines.add(card.line());
        }
        CardChecks.periods(holder, cards, lines);
        return List.copyOf(cards);
    }

    /** The value as the files' reader knows it; its “line” is the number of its place. */
    private Yaml tree(JsonNode node, String pointer, int depth) {
        int place = places.size();
        places.add(pointer);
        if (depth > 20) {
            defect(pointer, "too deep for a price card");
            return new Yaml.Nothing(place);
        }
        if (node.isObject()) {
            Map<String, Yaml> fields = new LinkedHashMap<>();
            Map<String, Integer> lines = new LinkedHashMap<>();
            node.properties().forEach(field -> {
                lines.put(field.getKey(), places.size());
                fields.put(
                        field.getKey(),
                        tree(
                                field.getValue(),
                                pointer + "/"
                                        + field.getKey().replace("~", "~0").replace("/", "~1"),
                                depth + 1));
            });
            return new Yaml.Fields(fields, lines, place);
        }
        if (node.isArray()) {
            List<Yaml> items = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                items.add(tree(node.get(i), pointer + "/" + i, depth + 1));
            }
            return new Yaml.Items(items, place);
        }
        if (node.isNull() || node.isMissingNode()) {
            return new Yaml.Nothing(place);
        }
        if (node.isTextual() && node.asText().length() > LONGEST_TEXT) {
            defect(pointer, "expected at most " + LONGEST_TEXT + " characters");
            return new Yaml.Scalar("?", place);
        }
        // an exponent could write more zeros than fit anywhere
        boolean endless = node.isNumber() && Math.abs((long) node.decimalValue().scale()) > 40;
        return new Yaml.Scalar(
                endless
                        ? "a number out of range"
                        : node.isNumber() ? node.decimalValue().toPlainString() : node.asText(),
                place);
    }
}
