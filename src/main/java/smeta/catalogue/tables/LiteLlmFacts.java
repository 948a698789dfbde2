package smeta.catalogue.tables;

import com.fasterxml.jackson.databind.JsonNode;

/** What LiteLLM's table says of a model besides its prices. */
final class LiteLlmFacts {
    private LiteLlmFacts() {}

    static void read(JsonNode row, String mode, ImportedModel model) {
        model.maxInput = ImportSheet.limit(row.path("max_input_tokens"));
        model.maxOutput = ImportSheet.limit(row.path("max_output_tokens"));
        if (model.maxInput == null && model.maxOutput == null) {
            model.maxOutput = ImportSheet.limit(row.path("max_tokens"));
        }
        if (row.has("deprecation_date")) {
            model.retired = ImportSheet.date(row.get("deprecation_date"));
        }
        if (row.path("supports_function_calling").isBoolean()) {
            model.tools = row.get("supports_function_calling").asBoolean();
        }
        if (row.path("supports_reasoning").isBoolean()) {
            model.reasons = row.get("supports_reasoning").asBoolean();
        }
        row.path("supported_modalities")
                .forEach(m -> TableModality.modality(m.asText()).ifPresent(model.accepts::add));
        row.path("supported_output_modalities")
                .forEach(m -> TableModality.modality(m.asText()).ifPresent(model.gives::add));
        if (model.accepts.isEmpty()) {
            accepts(row, mode, model);
        }
        if (model.gives.isEmpty()) {
            switch (mode) {
                case "chat", "completion", "responses", "audio_transcription" -> model.gives.add("text");
                case "image_generation" -> model.gives.add("image");
                case "audio_speech" -> model.gives.add("audio");
                case "video_generation" -> model.gives.add("video");
                default -> {}
            }
        }
    }

    private static void accepts(JsonNode row, String mode, ImportedModel model) {
        String[][] words = {
            {"supports_vision", "image"},
            {"supports_audio_input", "audio"},
            {"supports_video_input", "video"},
            {"supports_pdf_input", "file"}
        };
        for (String[] word : words) {
            if (row.path(word[0]).asBoolean()) {
                model.accepts.add("text");
                model.accepts.add(word[1]);
            }
        }
        if (model.accepts.isEmpty() && mode.equals("audio_transcription")) {
            model.accepts.add("audio");
        }
    }
}
