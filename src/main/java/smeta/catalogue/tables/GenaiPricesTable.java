package smeta.catalogue.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * pydantic/genai-prices' {@code data.json}: a list of providers with models, dollars for a million tokens, either one
 * set of prices or a list of dated ones, of which the last that holds counts. Tiers are for the whole request, above
 * {@code start}.
 */
final class GenaiPricesTable {
    private static final Map<String, String[]> LINES = new LinkedHashMap<>();

    static {
        for (String[] line : new String[][] {
            {"input_mtok", "input", Price.TOKENS},
            {"output_mtok", "output", Price.TOKENS},
            {"cache_read_mtok", "cache_read", Price.TOKENS},
            {"cache_write_mtok", "cache_write", Price.TOKENS},
            {"cache_write_1h_mtok", "cache_write_1h", Price.TOKENS},
            {"input_audio_mtok", "audio", Price.TOKENS},
            {"input_image_mtok", "image", Price.TOKENS},
            {"input_video_mtok", "video", Price.TOKENS},
            {"cache_audio_read_mtok", "cache_read_audio", Price.TOKENS},
            {"cache_image_read_mtok", "cache_read_image", Price.TOKENS},
            {"output_audio_mtok", "audio_output", Price.TOKENS},
            {"output_image_mtok", "image_output", Price.TOKENS},
            {"output_video_mtok", "video_output", Price.TOKENS},
            {"output_reasoning_mtok", "reasoning", Price.TOKENS},
            {"output_citation_mtok", "citation", Price.TOKENS},
            {"requests_kcount", "request", "1K requests"},
            {"web_searches_kcount", "web_search", "1K searches"},
            {"audio_hours", "audio", "hour"},
            {"input_audio_hours", "audio", "hour"},
            {"input_document_kpages", "document", "1K pages"}
        }) {
            LINES.put(line[0], line);
        }
    }

    private final ImportSheet sheet;
    private final ImportedModel model;

    private GenaiPricesTable(ImportSheet sheet, ImportedModel model) {
        this.sheet = sheet;
        this.model = model;
    }

    static void read(JsonNode json, ImportSheet sheet) {
        JsonNode providers = json.isArray() ? json : json.path("providers");
        for (JsonNode provider : providers) {
            for (JsonNode row : provider.path("models")) {
                ImportedModel model = sheet.model(
                        provider.path("id").asText() + "/" + row.path("id").asText());
                if (model != null) {
                    new GenaiPricesTable(sheet, model).row(row);
                }
            }
        }
    }

    private void row(JsonNode row) {
        JsonNode prices = row.path("prices");
        if (prices.isArray()) {
            dated(prices);
        } else {
            model.cards.add(card(prices));
        }
        model.title =
                row.hasNonNull("name") ? ImportSheet.printable(row.get("name").asText()) : null;
        model.context = ImportSheet.limit(row.path("context_window"));
        if (row.path("deprecated").asBoolean()) {
            model.notes.add("The source says that this model is deprecated, without a date.");
        }
    }

    /** Cards one after the other; an hour of the day becomes a window of the card that holds always. */
    private void dated(JsonNode list) {
        TreeMap<String, ImportedCard> byStart = new TreeMap<>();
        List<ImportedCard.Hours> hours = new ArrayList<>();
        for (JsonNode item : list) {
            JsonNode constraint = item.path("constraint");
            String start = constraint.hasNonNull("start_date") ? ImportSheet.date(constraint.get("start_date")) : "";
            if (start == null || !known(constraint)) {
                sheet.leaveOut(model, "prices.constraint");
            } else if (constraint.hasNonNull("start_time")) {
                hours(constraint, item.path("prices"), hours);
            } else {
                byStart.put(start, card(item.path("prices")));
            }
        }
        String until = null;
        for (Map.Entry<String, ImportedCard> entry : byStart.descendingMap().entrySet()) {
            entry.getValue().until = until;
            entry.getValue().from = entry.getKey().isEmpty() ? null : entry.getKey();
            entry.getValue().hours.addAll(hours);
            model.cards.add(0, entry.getValue());
            until = entry.getKey();
        }
    }

    /** A condition that is not known here would make the price hold where it does not; so would one of two. */
    private static boolean known(JsonNode constraint) {
        Set<String> fields = new TreeSet<>();
        constraint.properties().stream()
                .filter(f -> !f.getValue().isNull() && !f.getKey().equals("type"))
                .forEach(f -> fields.add(f.getKey()));
        return Set.of(Set.of(), Set.of("start_date"), Set.of("start_time", "end_time"))
                .contains(fields);
    }

    private void hours(JsonNode constraint, JsonNode prices, List<ImportedCard.Hours> hours) {
        String from = minutes(constraint.path("start_time").asText());
        String to = minutes(constraint.path("end_time").asText());
        ImportedCard card = card(prices);
        if (from == null || to == null || !card.tiers.isEmpty() || card.lines.isEmpty()) {
            sheet.leaveOut(model, "prices.constraint");
            return;
        }
        hours.add(new ImportedCard.Hours(
                "from " + from + " to " + to + " UTC", List.of(from + "-" + to), null, card.lines));
    }

    /** {@code 16:30:00Z} as hours and minutes; null if it is in another zone or has seconds. */
    private static @Nullable String minutes(String time) {
        return time.matches("([01][0-9]|2[0-3]):[0-5][0-9](:00(\\.0+)?)?(Z|\\+00:00)?") ? time.substring(0, 5) : null;
    }

    private ImportedCard card(JsonNode prices) {
        ImportedCard card = new ImportedCard();
        prices.properties().forEach(field -> {
            String[] line = LINES.get(field.getKey());
            if (field.getValue().isNull()) {
                return;
            }
            if (line == null) {
                sheet.leaveOut(model, "prices." + field.getKey());
                return;
            }
            boolean tiered = field.getValue().isObject();
            BigDecimal base = sheet.number(
                    model, field.getKey(), tiered ? field.getValue().path("base") : field.getValue());
            if (base == null) {
                sheet.leaveOut(model, "prices." + field.getKey());
                return;
            }
            Price price = new Price(base, line[2]);
            Price before = card.lines.putIfAbsent(line[1], price);
            if (before != null && !before.equals(price)) {
                sheet.leaveOut(model, "prices." + field.getKey());
                return;
            }
            field.getValue().path("tiers").forEach(tier -> tier(card, field.getKey(), line, tier));
        });
        return card;
    }

    private void tier(ImportedCard card, String field, String[] line, JsonNode tier) {
        Long start = ImportSheet.limit(tier.path("start"));
        BigDecimal price = sheet.number(model, field, tier.path("price"));
        if (start == null || price == null) {
            sheet.leaveOut(model, "prices." + field + ".tiers");
        } else {
            card.tiers.computeIfAbsent(start, t -> new LinkedHashMap<>()).put(line[1], new Price(price, line[2]));
        }
    }
}
