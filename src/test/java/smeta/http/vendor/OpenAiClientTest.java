package smeta.http.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.ResponseInputContent;
import com.openai.models.responses.ResponseInputImage;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseInputText;
import com.openai.models.responses.inputtokens.InputTokenCountParams;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import smeta.http.Png;

/** OpenAI's own client; only its base URL is another. */
@QuarkusTest
class OpenAiClientTest {
    @TestHTTPResource
    String url;

    private OpenAIClient client;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void published_sample_of_gpt_5_counts_11() {
        // openai-openapi, sample of this very endpoint
        assertThat(count("v1", InputTokenCountParams.builder().model("gpt-5").input("Tell me a joke.")))
                .isEqualTo(11);
    }

    @Test
    void base_url_without_the_version_works_too() {
        assertThat(count("", InputTokenCountParams.builder().model("gpt-5").input("Tell me a joke.")))
                .isEqualTo(11);
    }

    @Test
    void instructions_are_a_turn_of_their_own() {
        // published for a developer message and “Hello!”: 18 on gpt-5, one less than the 19 of gpt-4o
        assertThat(count(
                        "v1",
                        InputTokenCountParams.builder()
                                .model("gpt-5")
                                .instructions("You are a helpful assistant.")
                                .input("Hello!")))
                .isEqualTo(18);
        assertThat(count(
                        "v1",
                        InputTokenCountParams.builder()
                                .model("gpt-4o")
                                .instructions("You are a helpful assistant.")
                                .input("Hello!")))
                .isEqualTo(19);
    }

    @Test
    void tools_of_the_cookbook_count_101() {
        FunctionTool weather = FunctionTool.builder()
                .name("get_current_weather")
                .description("Get the current weather in a given location")
                .strict(false)
                .parameters(FunctionTool.Parameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .putAdditionalProperty(
                                "properties",
                                JsonValue.from(inOrder(
                                        "location",
                                                inOrder(
                                                        "type",
                                                        "string",
                                                        "description",
                                                        "The city and state, e.g. San Francisco, CA"),
                                        "unit",
                                                inOrder(
                                                        "type",
                                                        "string",
                                                        "description",
                                                        "The unit of temperature to return",
                                                        "enum",
                                                        List.of("celsius", "fahrenheit")))))
                        .putAdditionalProperty("required", JsonValue.from(List.of("location")))
                        .build())
                .build();
        // openai-cookbook, How to count tokens with tiktoken: 101 on gpt-4o
        assertThat(count(
                        "v1",
                        InputTokenCountParams.builder()
                                .model("gpt-4o")
                                .instructions(
                                        "You are a helpful assistant that can answer to questions about the weather.")
                                .input("What's the weather like in San Francisco?")
                                .addTool(weather)))
                .isEqualTo(101);
    }

    @Test
    void picture_in_base64_is_measured() {
        // published: 1024 × 1024 in high detail is 85 + 4 × 170 = 765; beside it 3 + 1 (user) + 1 (“Hi”) + 3
        ResponseInputImage image = ResponseInputImage.builder()
                .detail(ResponseInputImage.Detail.HIGH)
                .imageUrl("data:image/png;base64," + Png.base64(1024, 1024))
                .build();
        EasyInputMessage message = EasyInputMessage.builder()
                .role(EasyInputMessage.Role.USER)
                .contentOfResponseInputMessageContentList(List.of(
                        ResponseInputContent.ofInputText(
                                ResponseInputText.builder().text("Hi").build()),
                        ResponseInputContent.ofInputImage(image)))
                .build();
        assertThat(count(
                        "v1",
                        InputTokenCountParams.builder()
                                .model("gpt-4o")
                                .inputOfResponseInputItems(List.of(ResponseInputItem.ofEasyInputMessage(message)))))
                .isEqualTo(765 + 8);
    }

    @Test
    void headers_say_how_exact_the_count_is() {
        var raw = client("v1")
                .responses()
                .inputTokens()
                .withRawResponse()
                .count(InputTokenCountParams.builder()
                        .model("gpt-4o")
                        .input("Hello!")
                        .build());
        assertThat(raw.headers().values("Smeta-Precision")).containsExactly("exact");
        assertThat(raw.headers().values("Smeta-Input-Tokens")).containsExactly("9-9");
        assertThat(raw.headers().values("Smeta-Because")).isEmpty();
        // the API reference has 9 for this message
        assertThat(raw.parse().inputTokens()).isEqualTo(9);
    }

    @Test
    void what_the_vendor_adds_from_elsewhere_makes_the_count_open_ended() {
        var raw = client("v1")
                .responses()
                .inputTokens()
                .withRawResponse()
                .count(InputTokenCountParams.builder()
                        .model("gpt-4o")
                        .input("Hello!")
                        .previousResponseId("resp_1")
                        .build());
        assertThat(raw.headers().values("Smeta-Precision")).containsExactly("estimated");
        assertThat(raw.headers().values("Smeta-Input-Tokens")).containsExactly("9-9+");
        assertThat(raw.headers().values("Smeta-Because")).containsExactly("unseen_context");
    }

    @Test
    void unknown_model_is_the_clients_own_not_found() {
        NotFoundException e = catchThrowableOfType(
                NotFoundException.class,
                () -> count(
                        "v1", InputTokenCountParams.builder().model("gpt-4oo").input("Hello!")));
        assertThat(e.code()).contains("model_not_found");
        assertThat(e.param()).contains("model");
        assertThat(e.type()).contains("invalid_request_error");
        assertThat(e.getMessage()).contains("openai/gpt-4o");
    }

    @Test
    void bad_body_is_the_clients_own_bad_request_and_names_the_place() {
        BadRequestException e = catchThrowableOfType(
                BadRequestException.class,
                () -> count(
                        "v1",
                        InputTokenCountParams.builder()
                                .model("gpt-4o")
                                .putAdditionalBodyProperty(
                                        "input",
                                        JsonValue.from(List.of(Map.of(
                                                "role", "user", "content", List.of(Map.of("type", "hologram"))))))));
        assertThat(e.param()).contains("input[0].content[0]");
        assertThat(e.code()).contains("unknown_part");
        assertThat(e.getMessage()).contains("hologram");
    }

    @Test
    void request_without_a_model_is_a_bad_request() {
        BadRequestException e = catchThrowableOfType(
                BadRequestException.class,
                () -> count("v1", InputTokenCountParams.builder().input("Hello!")));
        assertThat(e.param()).contains("model");
    }

    @Test
    void picture_for_a_model_of_texts_is_refused_and_not_left_out() {
        BadRequestException e = catchThrowableOfType(
                BadRequestException.class,
                () -> count(
                        "v1",
                        InputTokenCountParams.builder()
                                .model("gpt-4")
                                .putAdditionalBodyProperty(
                                        "input",
                                        JsonValue.from(List.of(Map.of(
                                                "role",
                                                "user",
                                                "content",
                                                List.of(Map.of(
                                                        "type",
                                                        "input_image",
                                                        "image_url",
                                                        "https://example.com/a.png"))))))));
        assertThat(e.getMessage()).contains("takes_no_images");
    }

    private static Map<String, Object> inOrder(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private long count(String base, InputTokenCountParams.Builder request) {
        return client(base).responses().inputTokens().count(request.build()).inputTokens();
    }

    private OpenAIClient client(String base) {
        client = OpenAIOkHttpClient.builder()
                .apiKey("none")
                .baseUrl(url + base)
                .maxRetries(0)
                .build();
        return client;
    }
}
