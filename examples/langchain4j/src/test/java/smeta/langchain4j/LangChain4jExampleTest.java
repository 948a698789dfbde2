package smeta.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smeta.fakemodel.FakeModelServer;
import smeta.library.Call;
import smeta.library.Smeta;

class LangChain4jExampleTest {
    private static final Smeta SMETA =
            Smeta.bundled(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    private static final SmetaTokenCountEstimator TOKENS = new SmetaTokenCountEstimator(SMETA, "gpt-4o");

    private FakeModelServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeModelServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private OpenAiChatModel model(ChatModelListener... listeners) {
        return OpenAiChatModel.builder().baseUrl(server.address() + "/v1").apiKey("none").modelName("gpt-4o")
                .maxTokens(200).maxRetries(0).listeners(List.of(listeners)).build();
    }

    @Test
    void texts_and_messages_count_as_openai_counts_them() {
        // o200k_base: "Hello" and "!"
        assertThat(TOKENS.estimateTokenCountInText("Hello!")).isEqualTo(2);
        // OpenAI's published sample: 3 for the message, 1 for its role, 2 for its text, 3 for the reply's beginning
        assertThat(TOKENS.estimateTokenCountInMessages(List.of(UserMessage.from("Hello!")))).isEqualTo(9);
        assertThat(TOKENS.estimateTokenCountInMessage(UserMessage.from("Hello!"))).isEqualTo(6);
    }

    @Test
    void a_local_qwen3_counts_without_a_call() {
        SmetaTokenCountEstimator qwen = new SmetaTokenCountEstimator(SMETA, "qwen3-max");
        assertThat(qwen.estimateTokenCountInText("你好")).isEqualTo(1);
    }

    @Test
    void a_picture_counts_by_its_size() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1024, 1024, BufferedImage.TYPE_INT_RGB), "png", png);
        ImageContent picture = ImageContent.from(
                Base64.getEncoder().encodeToString(png.toByteArray()), "image/png", ImageContent.DetailLevel.HIGH);
        List<ChatMessage> with = List.of(UserMessage.from(TextContent.from("Hello!"), picture));
        // OpenAI's guide: 1024 × 1024 at high detail is scaled to 768 × 768: 4 tiles, 85 + 4 × 170 = 765
        assertThat(TOKENS.estimateTokenCountInMessages(with)).isEqualTo(9 + 765);
    }

    @Test
    void tools_their_calls_and_their_results_count_as_in_the_request_that_is_sent() {
        ToolSpecification weather = ToolSpecification.builder().name("get_weather")
                .description("The weather of a city, today").parameters(JsonObjectSchema.builder()
                        .addStringProperty("city", "The city's name").required("city").build()).build();
        ToolExecutionRequest call = ToolExecutionRequest.builder().id("call_1").name("get_weather")
                .arguments("{\"city\":\"Perm\"}").build();
        List<ChatMessage> messages = List.of(SystemMessage.from("Be brief."), UserMessage.from("Is it cold in Perm?"),
                AiMessage.from(call), ToolExecutionResultMessage.from(call, "-12 °C, snow"));
        model().chat(dev.langchain4j.model.chat.request.ChatRequest.builder().messages(messages)
                .toolSpecifications(weather).build());
        long sent = SMETA.estimate(Call.ofRequest(server.bodies().get(0))).input().likely();
        assertThat(TOKENS.estimateTokenCountInMessages(messages)
                        + TOKENS.estimateTokenCountInTools(messages, List.of(weather)))
                .isEqualTo((int) sent);
        assertThat(TOKENS.estimateTokenCountInTools(messages, List.of(weather))).isPositive();
    }

    @Test
    void a_call_is_estimated_before_and_settled_after() {
        List<Spending> spent = new ArrayList<>();
        model(new SpendingListener(SMETA, spent::add)).chat("Hello!");
        assertThat(spent).hasSize(1);
        assertThat(spent.get(0).estimate().input().likely()).isEqualTo(9);
        // the most: 9 × 2.5 + 200 × 10 = 2,022.5 / 1M
        assertThat(spent.get(0).estimate().cost().high()).isEqualByComparingTo("0.0020225");
        // as reported: 809 × 2.5 + 200 × 1.25 + 100 × 10 = 3,272.5 / 1M
        assertThat(spent.get(0).bill().cost().likely()).isEqualByComparingTo("0.0032725");
    }

    @Test
    void a_call_over_the_limit_is_not_made_and_says_what_would_pass() {
        // 9 × 2.5 + 97 × 10 = 992.5, with 98: 1,002.5, all / 1M
        ChatModel limited = new LimitedChatModel(model(), SMETA, new BigDecimal("0.001"), "USD");
        CallTooDear refused = catchThrowableOfType(CallTooDear.class, () -> limited.chat("Hello!"));
        assertThat(refused.decision().reasons()).containsExactly("over_limit");
        assertThat(refused).hasMessageContaining("with maxOutputTokens of 97 it would pass");
        assertThat(refused.getMessage()).doesNotContain("Hello");
        assertThat(server.bodies()).isEmpty();
        assertThat(new LimitedChatModel(model(), SMETA, new BigDecimal("0.01"), "USD").chat("Hello!"))
                .startsWith("Hello!");
        assertThat(server.bodies()).hasSize(1);
    }

    @Test
    void a_listener_cannot_refuse_which_is_why_the_model_is_wrapped() {
        ChatModelListener refusing = new ChatModelListener() {
            @Override
            public void onRequest(ChatModelRequestContext context) {
                throw new IllegalStateException("refused");
            }
        };
        assertThat(model(refusing).chat("Hello!")).startsWith("Hello!");
        assertThat(server.bodies()).hasSize(1);
    }

    @Test
    void what_has_no_size_before_the_call_is_refused() {
        UserMessage sound = UserMessage.from(
                dev.langchain4j.data.message.AudioContent.from("https://example.org/sound.mp3"));
        assertThatThrownBy(() -> TOKENS.estimateTokenCountInMessage(sound))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
