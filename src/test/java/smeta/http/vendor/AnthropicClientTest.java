package smeta.http.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.NotFoundException;
import com.anthropic.models.messages.Base64ImageSource;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolChoiceAny;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smeta.http.Png;

/** Anthropic's own client; only its base URL is another. */
@QuarkusTest
class AnthropicClientTest {
    @TestHTTPResource
    String url;

    private AnthropicClient client;

    @BeforeEach
    void open() {
        client = AnthropicOkHttpClient.builder()
                .apiKey("none")
                .baseUrl(url.substring(0, url.length() - 1))
                .maxRetries(0)
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void documented_example_of_14_is_within_the_bounds() {
        var raw = client.messages()
                .withRawResponse()
                .countTokens(MessageCountTokensParams.builder()
                        .model("claude-sonnet-4-5")
                        .system("You are a scientist")
                        .addUserMessage("Hello, Claude")
                        .build());
        assertThat(raw.headers().values("Smeta-Precision")).containsExactly("estimated");
        assertThat(raw.headers().values("Smeta-Because")).containsExactly("tokenizer, framing");
        String[] bounds = raw.headers().values("Smeta-Input-Tokens").get(0).split("-");
        assertThat(14L).isBetween(Long.valueOf(bounds[0]), Long.valueOf(bounds[1]));
        assertThat(raw.parse().inputTokens()).isBetween(Long.valueOf(bounds[0]), Long.valueOf(bounds[1]));
    }

    @Test
    void picture_in_base64_counts_as_published() {
        // 1000 × 1000: ⌈1000 / 28⌉² = 36² = 1296 in either tier
        for (String model : List.of("claude-sonnet-4-5", "claude-opus-4-7")) {
            long without = count(MessageCountTokensParams.builder().model(model).addUserMessage("What is this?"));
            long with = count(MessageCountTokensParams.builder()
                    .model(model)
                    .addUserMessageOfContentBlockParams(List.of(
                            ContentBlockParam.ofImage(Base64ImageSource.builder()
                                    .mediaType(Base64ImageSource.MediaType.IMAGE_PNG)
                                    .data(Png.base64(1000, 1000))
                                    .build()),
                            ContentBlockParam.ofText("What is this?"))));
            assertThat(with - without).isEqualTo(1296);
        }
    }

    @Test
    void tools_add_the_published_overhead_once() {
        MessageCountTokensParams.Builder plain =
                MessageCountTokensParams.builder().model("claude-sonnet-5").addUserMessage("What time is it?");
        long without = count(plain);
        long with = count(plain.addTool(time()));
        long any = count(plain.toolChoice(ToolChoiceAny.builder().build()));
        // Sonnet 5: 354 where the model decides, 474 where it must call
        assertThat(with - without).isGreaterThan(354).isLessThan(354 + 200);
        assertThat(any - with).isEqualTo(474 - 354);
    }

    /** Haiku 4.5 was measured to count 46 tokens with thinking and 17 without: 29 more. */
    @Test
    void marks_change_nothing_in_the_count_and_thinking_adds_its_preamble() {
        MessageCountTokensParams.Builder plain =
                MessageCountTokensParams.builder().model("claude-sonnet-4-5").addUserMessage("Hello, Claude");
        long without = count(plain);
        assertThat(count(plain.putAdditionalBodyProperty("cache_control", JsonValue.from(Map.of("type", "ephemeral")))))
                .isEqualTo(without);
        assertThat(count(plain.enabledThinking(2048))).isEqualTo(without + 46 - 17);
    }

    @Test
    void beta_client_is_answered_too() {
        assertThat(client.beta()
                        .messages()
                        .countTokens(com.anthropic.models.beta.messages.MessageCountTokensParams.builder()
                                .model("claude-sonnet-4-5")
                                .addUserMessage("Hello, Claude")
                                .build())
                        .inputTokens())
                .isEqualTo(count(MessageCountTokensParams.builder()
                        .model("claude-sonnet-4-5")
                        .addUserMessage("Hello, Claude")));
    }

    @Test
    void unknown_model_is_the_clients_own_not_found() {
        NotFoundException e = catchThrowableOfType(
                NotFoundException.class,
                () -> count(MessageCountTokensParams.builder()
                        .model("claude-sonnet-4-55")
                        .addUserMessage("Hello")));
        assertThat(e.errorType().orElseThrow().asString()).isEqualTo("not_found_error");
        assertThat(e.getMessage()).contains("anthropic/claude-sonnet-4-5");
    }

    @Test
    void bad_body_is_the_clients_own_bad_request_and_names_the_place() {
        BadRequestException e = catchThrowableOfType(
                BadRequestException.class,
                () -> count(MessageCountTokensParams.builder()
                        .model("claude-sonnet-4-5")
                        .addUserMessage("Hello")
                        .putAdditionalBodyProperty("thinking", JsonValue.from("on"))));
        assertThat(e.errorType().orElseThrow().asString()).isEqualTo("invalid_request_error");
        assertThat(e.getMessage()).contains("/thinking");
    }

    private static Tool time() {
        return Tool.builder()
                .name("get_time")
                .description("Tells the time in a time zone.")
                .inputSchema(Tool.InputSchema.builder()
                        .properties(Tool.InputSchema.Properties.builder()
                                .putAdditionalProperty("zone", JsonValue.from(Map.of("type", "string")))
                                .build())
                        .build())
                .build();
    }

    private long count(MessageCountTokensParams.Builder request) {
        return client.messages().countTokens(request.build()).inputTokens();
    }
}
