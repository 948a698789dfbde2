package smeta.catalogue.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * OpenRouter's {@code GET /api/v1/models}, and RouterAI's, which has the same shape in rubles: decimal strings for one
 * token (request, image, search), {@code -1} for a price that varies, and 0 beside other prices for what is not billed
 * by itself. {@code overrides} hold for the whole request strictly above so many prompt tokens, or from one UTC clock
 * time to another, both as {@code HHMM} (schema {@code PricingOverride} of OpenRouter's OpenAPI description, 2026-09).
 */
final class OpenRouterTable {
    private static final Map<String, String[]> LINES = new LinkedHashMap<>();

    static {
        for (String[] line : new String[][] {
            {"prompt", "input", Price.TOKENS},
            {"completion", "output", Price.TOKENS},
            {"internal_reasoning", "reasoning", Price.TOKENS},
            {"input_cache_read", "cache_read", Price.TOKENS},
            {"input_cache_write", "cache_write", Price.TOKENS},
            {"input_cache_write_1h", "cache_write_1h", Price.TOKENS},
            {"audio", "audio", Price.TOKENS},
            {"audio_output", "audio_output", Price.TOKENS},
            {"image_output", "image_output", Price.TOKENS},
            {"input_audio_cache", "cache_read_audio", Price.TOKENS},
            {"request", "request", "request"},
            {"image", "image", "image"},
            {"image_token", "image", Price.TOKENS},
            {"web_search", "web_search", "search"}
        }) {
            LINES.put(line[0], line);
        }
    }

    private OpenRouterTable() {}

    static void read(JsonNode json, ImportSheet sheet) {
        for (JsonNode row : json.path("data")) {
            ImportedModel model = sheet.model(row.path("id").asText());
            if (model != null) {
                prices(row.path("pricing"), sheet, model);
                facts(row, model);
            }
        }
    }

    private static void prices(JsonNode pricing, ImportSheet sheet, ImportedModel model) {
        ImportedCard card = new ImportedCard();
        lines(pricing, card.lines, Set.of("overrides"), sheet, model);
        for (JsonNode override : pricing.path("overrides")) {
            override(override, card, sheet, model);
        }
        card.free = model.id.endsWith(":free") && card.isAllZero();
        imageUnit(card, pricing, sheet, model);
        model.cards.add(card);
    }

    /** A condition that is not known here, or two at once, would make the price hold where it does not. */
    private static void override(JsonNode override, ImportedCard card, ImportSheet sheet, ImportedModel model) {
        List<String> conditions = new ArrayList<>();
        override.fieldNames().forEachRemaining(f -> {
            if (!LINES.containsKey(f)) {
                conditions.add(f);
            }
        });
        Long size = ImportSheet.limit(override.path("min_prompt_tokens"));
        String from = clock(override.path("utc_start"));
        String to = clock(override.path("utc_end"));
        if (size != null && conditions.equals(List.of("min_prompt_tokens"))) {
            lines(
                    override,
                    card.tiers.computeIfAbsent(size, t -> new LinkedHashMap<>()),
                    Set.copyOf(conditions),
                    sheet,
                    model);
        } else if (from != null && to != null && Set.copyOf(conditions).equals(Set.of("utc_start", "utc_end"))) {
            Map<String, Price> lines = new LinkedHashMap<>();
            lines(override, lines, Set.copyOf(conditions), sheet, model);
            if (!lines.isEmpty()) {
                card.hours.add(new ImportedCard.Hours(
                        "from " + from + " to " + to + " UTC", List.of(from + "-" + to), null, lines));
            }
        } else {
            sheet.leaveOut(
                    model, "pricing.overrides" + (conditions.isEmpty() ? "" : " by " + String.join(", ", conditions)));
        }
    }

    /** 1030 as 10:30. */
    private static @Nullable String clock(JsonNode value) {
        int number = value.isNumber() ? value.asInt() : -1;
        return number < 0 || number > 2359 || number % 100 > 59
                ? null
                : "%02d:%02d".formatted(number / 100, number % 100);
    }

    private static void lines(
            JsonNode pricing, Map<String, Price> target, Set<String> known, ImportSheet sheet, ImportedModel model) {
        pricing.properties().forEach(field -> {
            String[] line = LINES.get(field.getKey());
            if (line == null) {
                if (!field.getValue().isNull() && !known.contains(field.getKey())) {
                    sheet.leaveOut(model, "pricing." + field.getKey());
                }
                return;
            }
            BigDecimal number =
                    field.getValue().isNull() ? null : sheet.number(model, field.getKey(), field.getValue());
            boolean main = field.getKey().equals("prompt") || field.getKey().equals("completion");
            if (number == null || number.signum() == 0 && !main) {
                return;
            }
            if (target.putIfAbsent(
                            line[1], line[2].equals(Price.TOKENS) ? Price.perToken(number) : new Price(number, line[2]))
                    != null) {
                sheet.leaveOut(model, "pricing." + field.getKey());
            }
        });
    }

    /** The field is the price of an image; where it equals that of a token it was meant so. */
    private static void imageUnit(ImportedCard card, JsonNode pricing, ImportSheet sheet, ImportedModel model) {
        Price image = card.lines.get("image");
        Price text = card.lines.get("input");
        if (image != null && text != null && image.amount().movePointRight(6).compareTo(text.amount()) == 0) {
            card.lines.remove("image");
            sheet.flag(
                    model.id,
                    "image_unit",
                    "The price of an image equals that of a token, "
                            + pricing.path("image").asText()
                            + ": it is read as the price of an image's tokens, which is the input's.");
        }
    }

    private static void facts(JsonNode row, ImportedModel model) {
        model.title =
                row.hasNonNull("name") ? ImportSheet.printable(row.get("name").asText()) : null;
        Long own = ImportSheet.limit(row.path("top_provider").path("context_length"));
        model.context = own == null ? ImportSheet.limit(row.path("context_length")) : own;
        model.maxOutput = ImportSheet.limit(row.path("top_provider").path("max_completion_tokens"));
        row.path("architecture")
                .path("input_modalities")
                .forEach(m -> TableModality.modality(m.asText()).ifPresent(model.accepts::add));
        row.path("architecture")
                .path("output_modalities")
                .forEach(m -> TableModality.modality(m.asText()).ifPresent(model.gives::add));
        if (row.path("supported_parameters").isArray()) {
            model.tools = false;
            for (JsonNode parameter : row.get("supported_parameters")) {
                model.tools |= parameter.asText().equals("tools");
                if (parameter.asText().equals("reasoning")) {
                    model.reasons = true;
                }
            }
        }
        if (row.path("created").isNumber() && row.path("created").canConvertToLong()) {
            try {
                LocalDate day = LocalDate.ofInstant(
                        Instant.ofEpochSecond(row.get("created").asLong()), ZoneOffset.UTC);
                model.released = day.getYear() > 2015 && day.getYear() < 2100 ? day.toString() : null;
            } catch (DateTimeException e) {
                model.released = null;
            }
        }
    }
}
