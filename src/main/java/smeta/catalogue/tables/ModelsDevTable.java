package smeta.catalogue.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** models.dev's {@code api.json}: provider → model → cost in dollars for a million tokens. */
final class ModelsDevTable {
    private static final Map<String, String> LINES = Map.of(
            "input",
            "input",
            "output",
            "output",
            "reasoning",
            "reasoning",
            "cache_read",
            "cache_read",
            "cache_write",
            "cache_write",
            "input_audio",
            "audio",
            "output_audio",
            "audio_output");

    private final ImportSheet sheet;
    private final ImportedModel model;

    private ModelsDevTable(ImportSheet sheet, ImportedModel model) {
        this.sheet = sheet;
        this.model = model;
    }

    static void read(JsonNode json, ImportSheet sheet) {
        json.properties()
                .forEach(provider -> provider.getValue()
                        .path("models")
                        .properties()
                        .forEach(entry -> {
                            ImportedModel model = sheet.model(provider.getKey() + "/" + entry.getKey());
                            if (model != null) {
                                new ModelsDevTable(sheet, model).row(entry.getValue());
                            }
                        }));
    }

    private void row(JsonNode row) {
        ImportedCard card = new ImportedCard();
        JsonNode cost = row.path("cost");
        lines(cost, card.lines, "cost.", Set.of("tiers", "context_over_200k"));
        boolean tiered = false;
        for (JsonNode tier : cost.path("tiers")) {
            Long size = ImportSheet.limit(tier.path("tier").path("size"));
            if (size == null
                    || !tier.path("tier").path("type").asText("context").equals("context")) {
                sheet.leaveOut(model, "cost.tiers");
                continue;
            }
            tiered = true;
            lines(tier, card.tiers.computeIfAbsent(size, t -> new LinkedHashMap<>()), "cost.tiers.", Set.of("tier"));
        }
        if (!tiered && cost.path("context_over_200k").isObject()) {
            lines(
                    cost.get("context_over_200k"),
                    card.tiers.computeIfAbsent(200_000L, t -> new LinkedHashMap<>()),
                    "cost.context_over_200k.",
                    Set.of());
            sheet.flag(
                    model.id, "tier_size", "The table says “over 200k” of every tier at or above it; 200,000 is used.");
        }
        row.path("experimental").path("modes").properties().forEach(mode -> mode(mode.getKey(), mode.getValue(), card));
        card.free = model.id.endsWith(":free") && card.isAllZero();
        model.cards.add(card);
        facts(row);
    }

    private void mode(String name, JsonNode mode, ImportedCard card) {
        if (name.equals("fast") && mode.path("cost").isObject()) {
            lines(mode.get("cost"), card.service("fast").lines, "experimental.modes.fast.", Set.of());
        } else if (mode.has("cost")) {
            sheet.leaveOut(model, "experimental.modes." + name);
        }
    }

    private void lines(JsonNode cost, Map<String, Price> target, String where, Set<String> known) {
        cost.properties().forEach(field -> {
            if (known.contains(field.getKey()) || field.getValue().isNull()) {
                return;
            }
            String line = LINES.get(field.getKey());
            BigDecimal number = line == null ? null : sheet.number(model, field.getKey(), field.getValue());
            if (line == null || number == null) {
                sheet.leaveOut(model, where + field.getKey());
            } else if (number.signum() != 0 || line.equals("input") || line.equals("output")) {
                target.put(line, Price.perMillion(number));
            }
        });
    }

    private void facts(JsonNode row) {
        model.title =
                row.hasNonNull("name") ? ImportSheet.printable(row.get("name").asText()) : null;
        model.context = ImportSheet.limit(row.path("limit").path("context"));
        model.maxInput = ImportSheet.limit(row.path("limit").path("input"));
        model.maxOutput = ImportSheet.limit(row.path("limit").path("output"));
        row.path("modalities")
                .path("input")
                .forEach(m -> TableModality.modality(m.asText()).ifPresent(model.accepts::add));
        row.path("modalities")
                .path("output")
                .forEach(m -> TableModality.modality(m.asText()).ifPresent(model.gives::add));
        model.tools = row.path("tool_call").isBoolean() ? row.get("tool_call").asBoolean() : null;
        model.reasons = row.path("reasoning").isBoolean() ? row.get("reasoning").asBoolean() : null;
        model.released = row.has("release_date") ? ImportSheet.date(row.get("release_date")) : null;
        switch (row.path("status").asText("")) {
            case "alpha" -> model.status = "experimental";
            case "beta" -> model.status = "preview";
            case "deprecated" -> model.notes.add("The source says that this model is deprecated, without a date.");
            default -> {}
        }
    }
}
