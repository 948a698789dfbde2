package smeta.catalogue.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a table's reader writes on: models, what it left out, and what it did not believe. */
final class ImportSheet {
    /** No price for a million of anything needs more digits on either side. */
    private static final int MOST_DIGITS = 40;

    /** Four times the largest table that is published (models.dev, 5,276 rows in 2026-07). */
    private static final int MOST_MODELS = 20_000;

    final Map<String, ImportedModel> models = new LinkedHashMap<>();
    final List<Flag> flags = new ArrayList<>();
    final TreeMap<String, Integer> leftOut = new TreeMap<>();

    void flag(String model, String code, String text) {
        flags.add(new Flag(printable(model), code, text));
    }

    /** A new row; null (and a flag) if its name can't be one or was there before. */
    @Nullable
    ImportedModel model(String id) {
        if (id.isBlank() || id.length() > 200 || !id.equals(printable(id))) {
            flag(id, "bad_name", "The name is empty, too long, or has characters that can't be shown.");
            return null;
        }
        if (models.containsKey(id)) {
            flag(id, "duplicate", "The table has this model twice; the first one counts.");
            return null;
        }
        if (models.size() == MOST_MODELS) {
            throw new IllegalArgumentException(
                    "more than " + MOST_MODELS + " models in it, which no table of prices has");
        }
        ImportedModel model = new ImportedModel(id);
        models.put(id, model);
        return model;
    }

    /** A price field that has no place in a card. */
    void leaveOut(ImportedModel model, String field) {
        model.leftOut.add(printable(field));
        leftOut.merge(printable(field), 1, Integer::sum);
    }

    /** The exact number of a JSON number or of a text with one; null (and a flag) if it is neither. */
    @Nullable
    BigDecimal number(ImportedModel model, String field, JsonNode value) {
        BigDecimal number = null;
        if (value.isNumber()) {
            number = value.decimalValue();
        } else if (value.isTextual() && value.asText().length() <= MOST_DIGITS) {
            try {
                number = new BigDecimal(value.asText().strip());
            } catch (NumberFormatException e) {
                number = null;
            }
        }
        if (number == null || number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            flag(model.id, "not_a_number", "“" + printable(field) + "” is no number that can be used.");
            return null;
        }
        return number;
    }

    /** A positive whole number; null if it is anything else. */
    static @Nullable Long limit(JsonNode value) {
        return value.isNumber() && value.canConvertToLong() && value.asLong() > 0 ? Long.valueOf(value.asLong()) : null;
    }

    static @Nullable String date(JsonNode value) {
        String text = value.asText("");
        try {
            return text.matches("[0-9]{4}(-[0-9]{2})?")
                    ? text
                    : LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static String printable(String text) {
        String clean = text.codePoints()
                .filter(c -> c >= 32 && c != 127 && c < 0xD800)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() > 200 ? clean.substring(0, 200) : clean;
    }
}
