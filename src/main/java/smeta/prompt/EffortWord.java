package smeta.prompt;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The word by which a body says how hard to think: OpenAI's {@code reasoning_effort} and {@code reasoning.effort},
 * Anthropic's {@code output_config.effort}, Gemini's {@code thinkingLevel}, Ollama's {@code think}.
 */
final class EffortWord {
    private static final List<JsonPointer> PLACES = Stream.of(
                    "/reasoning_effort",
                    "/reasoning/effort",
                    "/output_config/effort",
                    "/generationConfig/thinkingConfig/thinkingLevel",
                    "/generation_config/thinking_config/thinking_level",
                    "/think")
            .map(JsonPointer::compile)
            .toList();

    private EffortWord() {}

    static @Nullable String of(JsonNode body) {
        for (JsonPointer place : PLACES) {
            JsonNode word = body.at(place);
            if (word.isTextual()) {
                return word.asText();
            }
        }
        return null;
    }
}
