package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.models.messages.MessageCreateParams;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.openai.models.audio.speech.SpeechCreateParams;
import com.openai.models.audio.transcriptions.TranscriptionCreateParams;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.moderations.ModerationCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.videos.VideoCreateParams;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What OpenAI's and Anthropic's own clients can send at the top of a body is in the table of fields. */
class ClientFieldsTest {
    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("openai-chat", ChatCompletionCreateParams.Body.class),
                Arguments.of("openai-responses", ResponseCreateParams.Body.class),
                Arguments.of("openai-responses", com.openai.models.beta.responses.ResponseCreateParams.Body.class),
                Arguments.of("completions", CompletionCreateParams.Body.class),
                Arguments.of("embeddings", EmbeddingCreateParams.Body.class),
                Arguments.of("moderations", ModerationCreateParams.Body.class),
                Arguments.of("speech", SpeechCreateParams.Body.class),
                Arguments.of("transcription", TranscriptionCreateParams.Body.class),
                Arguments.of("images", ImageGenerateParams.Body.class),
                Arguments.of("images", ImageEditParams.Body.class),
                Arguments.of("videos", VideoCreateParams.Body.class),
                Arguments.of("anthropic", MessageCreateParams.Body.class),
                Arguments.of("anthropic", com.anthropic.models.beta.messages.MessageCreateParams.Body.class));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void every_field_of_a_vendors_client_is_in_the_table(String dialect, Class<?> body) {
        List<String> fields = Arrays.stream(body.getMethods())
                .map(method -> method.getAnnotation(JsonProperty.class))
                .filter(Objects::nonNull)
                .map(JsonProperty::value)
                .distinct()
                .sorted()
                .toList();
        assertThat(fields).isNotEmpty();
        assertThat(fields).filteredOn(field -> !isInTable(dialect, field)).isEmpty();
    }

    private static boolean isInTable(String dialect, String field) {
        return FieldTable.ROWS.stream()
                .filter(row -> row.dialect().equals(dialect))
                .map(FieldTable.Row::field)
                .anyMatch(known -> known.equals(field)
                        || known.equals("**." + field)
                        || known.startsWith(field + ".")
                        || known.startsWith(field + "["));
    }
}
