package smeta.http.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.genai.Client;
import com.google.genai.errors.ClientException;
import com.google.genai.types.Content;
import com.google.genai.types.CountTokensConfig;
import com.google.genai.types.CountTokensResponse;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.Part;
import com.google.genai.types.Schema;
import com.google.genai.types.Tool;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smeta.http.Png;

/** Google's own client; only its base URL is another. */
@QuarkusTest
class GeminiClientTest {
    private static final String FOX = "The quick brown fox jumps over the lazy dog.";

    @TestHTTPResource
    String url;

    private Client client;

    @BeforeEach
    void open() {
        client = Client.builder()
                .apiKey("none")
                .httpOptions(HttpOptions.builder().baseUrl(url).build())
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void fox_is_about_10() {
        // generative-ai-python, samples/count_tokens.py
        assertThat(total(client.models.countTokens("gemini-2.5-flash", FOX, null)))
                .isBetween(8, 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"models/gemini-2.5-flash", "google/gemini-2.5-flash"})
    void prefixed_names_mean_the_same_model(String name) {
        assertThat(total(client.models.countTokens(name, FOX, null)))
                .isEqualTo(total(client.models.countTokens("gemini-2.5-flash", FOX, null)));
    }

    @Test
    void picture_in_base64_counts_as_published() {
        // both sides up to 384: 258; 960 × 540: 6 tiles × 258 = 1548
        int words = total(client.models.countTokens("gemini-2.5-flash", "Tell me about this picture.", null));
        assertThat(total(client.models.countTokens("gemini-2.5-flash", List.of(withPicture(384, 200)), null)) - words)
                .isEqualTo(258);
        assertThat(total(client.models.countTokens("gemini-2.5-flash", List.of(withPicture(960, 540)), null)) - words)
                .isEqualTo(1548);
    }

    @Test
    void every_turn_of_a_conversation_is_one_token_more() {
        Content user = Content.builder()
                .role("user")
                .parts(Part.fromText("Hi my name is Bob"))
                .build();
        Content model =
                Content.builder().role("model").parts(Part.fromText("Hi Bob!")).build();
        int apart = total(client.models.countTokens("gemini-2.5-flash", List.of(user), null))
                + total(client.models.countTokens("gemini-2.5-flash", List.of(model), null));
        // published: 8 tokens of text + 2
        assertThat(total(client.models.countTokens("gemini-2.5-flash", List.of(user, model), null)))
                .isBetween(apart + 1, apart + 3);
    }

    @Test
    void vertex_client_sends_system_instruction_and_tools_as_well() {
        try (Client vertex = Client.builder()
                .vertexAI(true)
                .apiKey("none")
                .httpOptions(HttpOptions.builder().baseUrl(url).build())
                .build()) {
            Tool add = Tool.builder()
                    .functionDeclarations(FunctionDeclaration.builder()
                            .name("add")
                            .description("returns a + b.")
                            .parameters(Schema.builder()
                                    .type("OBJECT")
                                    .properties(Map.of(
                                            "a", Schema.builder().type("NUMBER").build()))
                                    .build())
                            .build())
                    .build();
            int plain = total(vertex.models.countTokens("gemini-2.5-flash", FOX, null));
            int withSystem = total(vertex.models.countTokens(
                    "gemini-2.5-flash",
                    FOX,
                    CountTokensConfig.builder()
                            .systemInstruction(Content.fromParts(Part.fromText("You are a cat. Your name is Neko.")))
                            .build()));
            int withTools = total(vertex.models.countTokens(
                    "gemini-2.5-flash",
                    FOX,
                    CountTokensConfig.builder().tools(add).build()));
            assertThat(plain).isEqualTo(total(client.models.countTokens("gemini-2.5-flash", FOX, null)));
            // published: 21 − 10
            assertThat(withSystem - plain).isBetween(9, 13);
            assertThat(withTools - plain).isGreaterThan(10);
        }
    }

    @Test
    void unknown_model_is_the_clients_own_exception() {
        ClientException e = catchThrowableOfType(
                ClientException.class, () -> client.models.countTokens("gemini-2.5-flush", FOX, null));
        assertThat(e.code()).isEqualTo(404);
        assertThat(e.status()).isEqualTo("NOT_FOUND");
        assertThat(e.message()).contains("google/gemini-2.5-flash");
    }

    @Test
    void bad_body_is_the_clients_own_exception() {
        ClientException e = catchThrowableOfType(
                ClientException.class,
                () -> client.models.countTokens(
                        "gemini-2.5-flash",
                        List.of(Content.fromParts(Part.fromBytes(new byte[] {1, 2, 3}, "model/gltf"))),
                        null));
        assertThat(e.code()).isEqualTo(400);
        assertThat(e.status()).isEqualTo("INVALID_ARGUMENT");
        assertThat(e.message()).contains("/contents/0/parts/0");
    }

    private static Content withPicture(int width, int height) {
        return Content.fromParts(
                Part.fromText("Tell me about this picture."), Part.fromBytes(Png.bytes(width, height), "image/png"));
    }

    private static int total(CountTokensResponse response) {
        assertThat(response.cachedContentTokenCount()).isEmpty();
        return response.totalTokens().orElseThrow();
    }
}
