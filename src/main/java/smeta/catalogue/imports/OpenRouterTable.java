package smeta.catalogue.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * OpenRouter's {@code GET /api/v1/models}, and RouterAI's, which has the same shape in rubles: decimal strings for one token
 * (request, image, search), {@code -1} for a price that varies, and 0 beside other prices for what is not billed by itself.
 */
final class OpenRouterTable {
    private static final Map<String, String[]> LINES = new LinkedHashMap<>();

    static {
        for (String[] line : new String[][] {{"prompt", "input", Price.TOKENS}, {"completion", "output", Price.TOKENS},
                {"internal_reasoning", "reasoning", Price.TOKENS}, {"input_cache_read", "cache_read", Price.TOKENS},
                {"input_cache_write", "cache_write", Price.TOKENS}, {"input_cache_write_1h", "cache_write_1h", Price.TOKENS},
                {"audio", "audio", Price.TOKENS}, {"audio_output", "audio_output", Price.TOKENS}, {"image_output", "image_output", Price.TOKENS},
                {"input_audio_cache", "cache_read_audio", Price.TOKENS}, {"request", "request", "request"}, {"image", "image", "image"},
                {"web_search", "web_search", "search"}}) {
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
        card.tiersAreInclusive = true;
        for (JsonNode override : pricing.path("overrides")) {
            Long from = ImportSheet.limit(override.path("min_prompt_tokens"));
            if (from == null) {
                sheet.leaveOut(model, "pricing.overrides");
            } else {
                lines(override, card.tiers.computeIfAbsent(from, t -> new LinkedHashMap<>()), Set.of("min_prompt_tokens"), sheet, model);
            }
        }
        card.free = model.id.endsWith(":free") && card.isAllZero();
        imageUnit(card, pricing, sheet, model);
        model.cards.add(card);
    }

    private static void lines(JsonNode pricing, Map<String, Price> target, Set<String> known, ImportSheet sheet, ImportedModel model) {
        pricing.properties().forEach(field -> {
            String[] line = LINES.get(field.getKey());
            if (line == null) {
                if (!field.getValue().isNull() && !known.contains(field.getKey())) {
                    sheet.leaveOut(model, "pricing." + field.getKey());
                }
                return;
            }
            BigDecimal number = field.getValue().isNull() ? null : sheet.number(model, field.getKey(), field.getValue());
            boolean main = field.getKey().equals("prompt") || field.getKey().equals("completion");
            if (number == null || number.signum() == 0 && !main) {
                return;
            }
            target.put(line[1], line[2].equals(Price.TOKENS) ? Price.perToken(number) : new Price(number, line[2]));
        });
    }

    /** The field is the price of an image; where it equals that of a token it was meant so. */
    private static void imageUnit(ImportedCard card, JsonNode pricing, ImportSheet sheet, ImportedModel model) {
        Price image = card.lines.get("image");
        Price text = card.lines.get("input");
        if (image != null && text != null && image.amount().movePointRight(6).compareTo(text.amount()) == 0) {
            card.lines.remove("image");
            sheet.flag(model.id, "image_unit", "The price of an image equals that of a token, " + pricing.path("image").asText()
                    + ": it is read as the price of an image's tokens, which is the input's.");
        }
    }

    private static void facts(JsonNode row, ImportedModel model) {
        model.title = row.hasNonNull("name") ? ImportSheet.printable(row.get("name").asText()) : null;
        Long own = ImportSheet.limit(row.path("top_provider").path("context_length"));
        model.context = own == null ? ImportSheet.limit(row.path("context_length")) : own;
        model.maxOutput = ImportSheet.limit(row.path("top_provider").path("max_completion_tokens"));
        row.path("architecture").path("input_modalities").forEach(m -> Words.modality(m.asText()).ifPresent(model.accepts::add));
        row.path("architecture").path("output_modalities").forEach(m -> Words.modality(m.asText()).ifPresent(model.gives::add));
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
                LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(row.get("created").asLong()), ZoneOffset.UTC);
                model.released = day.getYear() > 2015 && day.getYear() < 2100 ? day.toString() : null;
            } catch (DateTimeException e) {
                model.released = null;
            }
        }
    }
}
