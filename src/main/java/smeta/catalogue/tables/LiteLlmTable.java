package smeta.catalogue.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * LiteLLM's {@code model_prices_and_context_window.json}: name → row, dollars for one token, image, second (fields of
 * 2026-08). A tier holds for the whole request above N·1000 tokens of prompt; for xAI from N·1000.
 */
final class LiteLlmTable {
    private static final Pattern FIELD =
            Pattern.compile("(.+?)(?:_above_([0-9]+)k_tokens)?(?:_(flex|priority|batches|batch))?");
    private static final Pattern SIZE = Pattern.compile("output_cost_per_(second|image)_([0-9.]+[pkK]?)");
    private static final Set<String> NOT_MODELS = Set.of("sample_spec", "fallback_generalizations");

    private final ImportSheet sheet;
    private final ImportedModel model;
    private final ImportedCard card = new ImportedCard();
    private final JsonNode row;
    private final String mode;

    private LiteLlmTable(ImportSheet sheet, ImportedModel model, JsonNode row) {
        this.sheet = sheet;
        this.model = model;
        this.row = row;
        mode = row.path("mode").asText("chat");
    }

    static void read(JsonNode json, ImportSheet sheet) {
        json.properties().forEach(entry -> {
            JsonNode row = entry.getValue();
            if (NOT_MODELS.contains(entry.getKey()) || !row.isObject()) {
                sheet.flag(entry.getKey(), "documentation", "The row describes the table; it is no model.");
                return;
            }
            ImportedModel model = sheet.model(entry.getKey());
            if (model != null) {
                new LiteLlmTable(sheet, model, row).read();
            }
        });
    }

    private void read() {
        card.tiersAreInclusive = row.path("litellm_provider").asText().equals("xai");
        LiteLlmLines.ALL.forEach(
                (base, line) -> row.properties().forEach(field -> line(base, line, field.getKey(), field.getValue())));
        row.properties().forEach(field -> rest(field.getKey(), field.getValue()));
        tiersWithoutBase();
        model.cards.add(card);
        model.soldBy = row.path("litellm_provider").asText(null);
        LiteLlmFacts.read(row, mode, model);
    }

    private void line(String base, String[] line, String field, JsonNode value) {
        if (!field.startsWith(base)) {
            return;
        }
        Matcher matcher = FIELD.matcher(field);
        if (value.isNull() || !matcher.matches() || !matcher.group(1).equals(base)) {
            return;
        }
        String key = line[1].startsWith("?") ? byMode(line[1]) : line[1];
        BigDecimal number = key == null ? null : sheet.number(model, field, value);
        if (number == null) {
            sheet.leaveOut(model, field);
            return;
        }
        Price price = new Price(line[2].startsWith("1M") ? number.movePointRight(6) : number, line[2]);
        Price whole = card.lines.get(key);
        if (whole != null && !whole.unit().equals(price.unit())
                || target(matcher.group(2), matcher.group(3)).putIfAbsent(key, price) != null) {
            sheet.leaveOut(model, field);
        }
    }

    /**
     * What a second or an image is. A chat model's second is one of a rented machine. Where pictures are made and no
     * price of theirs is given, LiteLLM multiplies {@code input_cost_per_image} by the pictures asked for.
     */
    private @Nullable String byMode(String what) {
        return switch (what) {
            case "?in" -> mode.equals("audio_transcription") ? "audio" : null;
            case "?out" ->
                mode.equals("video_generation") ? "video_output" : mode.equals("audio_speech") ? "audio_output" : null;
            default ->
                mode.equals("image_generation")
                                && !card.lines.containsKey("image_output")
                                && !card.lines.containsKey("input")
                        ? "image_output"
                        : "image";
        };
    }

    /** A service tier that has prices for long prompts only can't be written down. */
    private void tiersWithoutBase() {
        card.services.forEach((name, service) -> {
            if (service.lines.isEmpty() && service.multiplier == null) {
                row.properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(f -> f.endsWith("_" + name) || name.equals("batch") && f.endsWith("_batches"))
                        .forEach(f -> sheet.leaveOut(model, f));
            }
        });
        card.services.values().removeIf(s -> s.lines.isEmpty() && s.multiplier == null);
    }

    private Map<String, Price> target(@Nullable String above, @Nullable String service) {
        ImportedCard.Service own =
                service == null ? null : card.service(service.startsWith("batch") ? "batch" : service);
        if (above == null) {
            return own == null ? card.lines : own.lines;
        }
        TreeMap<Long, Map<String, Price>> tiers = own == null ? card.tiers : own.tiers;
        return tiers.computeIfAbsent(
                Long.parseLong(above.length() > 9 ? "999999999" : above) * 1000, t -> new LinkedHashMap<>());
    }

    private void rest(String field, JsonNode value) {
        Matcher matcher = FIELD.matcher(field);
        if (value.isNull() || matcher.matches() && LiteLlmLines.ALL.containsKey(matcher.group(1))) {
            return;
        }
        Matcher size = SIZE.matcher(field);
        if (size.matches()) {
            variant(size, field, value);
            return;
        }
        switch (field) {
            case "tiered_pricing" -> tiered(value);
            case "off_peak_pricing" -> offPeak(value);
            case "search_context_cost_per_query" -> searches(value);
            case "regional_processing_uplift_multiplier_eu" -> factor("eu", field, value);
            case "regional_processing_uplift_multiplier_us" -> factor("us", field, value);
            case "regional_endpoint_uplift_multiplier" -> factor("regional", field, value);
            case "provider_specific_entry" -> special(value);
            default -> {
                if (field.contains("cost")
                        || field.contains("pricing")
                        || field.contains("uplift")
                        || field.contains("billing")) {
                    sheet.leaveOut(model, field);
                }
            }
        }
    }

    private void tiered(JsonNode bands) {
        if (!bands.isArray()) {
            sheet.leaveOut(model, "tiered_pricing");
        }
        for (JsonNode band : bands) {
            long from = band.path("range").path(0).asLong(-1);
            if (from < 0) {
                sheet.leaveOut(model, "tiered_pricing");
                return;
            }
            Map<String, Price> target =
                    from == 0 ? card.lines : card.tiers.computeIfAbsent(from, t -> new LinkedHashMap<>());
            tokens(band, target, "tiered_pricing", Set.of("range"));
        }
    }

    /** The token prices among an object's fields. */
    private void tokens(JsonNode object, Map<String, Price> target, String where, Set<String> known) {
        object.properties().forEach(field -> {
            String[] line = LiteLlmLines.ALL.get(field.getKey());
            if (known.contains(field.getKey()) || field.getValue().isNull()) {
                return;
            }
            BigDecimal number = line == null || !line[2].equals(Price.TOKENS)
                    ? null
                    : sheet.number(model, field.getKey(), field.getValue());
            if (number == null || line == null) {
                sheet.leaveOut(model, where + "." + field.getKey());
            } else {
                target.put(line[1], Price.perToken(number));
            }
        });
    }

    private void offPeak(JsonNode value) {
        JsonNode hours = value.path("hours_utc");
        java.util.List<String> ranges = new java.util.ArrayList<>();
        (hours.isArray()
                        ? hours
                        : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                                .arrayNode()
                                .add(hours))
                .forEach(h -> ranges.add(h.asText()));
        if (!value.isObject()
                || value.has("windows")
                || ranges.stream()
                        .anyMatch(r -> !r.matches("([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]"))) {
            sheet.leaveOut(model, "off_peak_pricing");
            return;
        }
        Map<String, Price> lines = new LinkedHashMap<>();
        tokens(value, lines, "off_peak_pricing", Set.of("hours_utc", "weekday_timezone"));
        if (!lines.isEmpty()) {
            card.hours.add(new ImportedCard.Hours("off-peak", ranges, null, lines));
        }
    }

    private void searches(JsonNode value) {
        Map<String, Price> sizes = new LinkedHashMap<>();
        if (!value.isObject()) {
            sheet.leaveOut(model, "search_context_cost_per_query");
        }
        value.properties().forEach(field -> {
            BigDecimal number = sheet.number(model, field.getKey(), field.getValue());
            if (number != null) {
                sizes.put(field.getKey().replace("search_context_size_", "search "), new Price(number, "search"));
            }
        });
        if (sizes.values().stream().distinct().count() == 1) {
            card.lines.put("web_search", sizes.values().iterator().next());
        } else {
            sizes.forEach((name, price) -> card.variants.put(name, Map.of("web_search", price)));
        }
    }

    /** A size of picture that has a price of its own. */
    private void variant(Matcher size, String field, JsonNode value) {
        BigDecimal number = sheet.number(model, field, value);
        String unit = size.group(1);
        String key = unit.equals("image") ? "image_output" : "video_output";
        Price whole = card.lines.get(key);
        if (number == null
                || unit.equals("second") && !mode.equals("video_generation")
                || whole != null && !whole.unit().equals(unit)) {
            sheet.leaveOut(model, field);
        } else {
            card.variants.put(size.group(2), Map.of(key, new Price(number, unit)));
        }
    }

    private void factor(String place, String field, JsonNode value) {
        BigDecimal number = sheet.number(model, field, value);
        if (number != null && number.signum() > 0) {
            card.residency.put(place, number);
        } else {
            sheet.leaveOut(model, field);
        }
    }

    private void special(JsonNode value) {
        if (!value.isObject()) {
            sheet.leaveOut(model, "provider_specific_entry");
        }
        value.properties().forEach(field -> {
            BigDecimal number =
                    field.getValue().isNumber() ? sheet.number(model, field.getKey(), field.getValue()) : null;
            if (number != null && number.signum() > 0 && field.getKey().equals("us")) {
                card.residency.put("us", number);
            } else if (number != null && number.signum() > 0 && field.getKey().equals("fast")) {
                card.service("fast").multiplier = number;
            } else {
                sheet.leaveOut(model, "provider_specific_entry." + field.getKey());
            }
        });
    }
}
