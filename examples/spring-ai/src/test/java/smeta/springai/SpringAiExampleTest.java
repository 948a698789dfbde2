package smeta.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.content.Media;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.api.OpenAiApi;
import org.springframework.ai.tool.function.FunctionToolCallback;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.MimeTypeUtils;
import smeta.fakemodel.FakeModelServer;
import smeta.library.Call;
import smeta.library.Smeta;

class SpringAiExampleTest {
    private static final Smeta SMETA =
            Smeta.bundled(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    private static final SmetaTokenCountEstimator TOKENS = new SmetaTokenCountEstimator(SMETA, "gpt-4o");

    private final List<Spending> spent = new ArrayList<>();
    private FakeModelServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeModelServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ChatClient client(String limit) {
        OpenAiChatModel model = OpenAiChatModel.builder()
                .openAiApi(OpenAiApi.builder().baseUrl(server.address()).apiKey("none").build())
                .defaultOptions(OpenAiChatOptions.builder().model("gpt-4o").maxTokens(200).build())
                .build();
        return ChatClient.builder(model)
                .defaultAdvisors(new SpendingAdvisor(SMETA, new BigDecimal(limit), "USD", spent::add))
                .build();
    }

    @Test
    void texts_and_messages_count_as_openai_counts_them() {
        // o200k_base: "Hello" and "!"
        assertThat(TOKENS.estimate("Hello!")).isEqualTo(2);
        // OpenAI's published sample: 3 for the message, 1 for its role, 2 for its text, 3 for the reply's beginning
        assertThat(TOKENS.estimate(List.of(new UserMessage("Hello!")))).isEqualTo(9);
        assertThat(TOKENS.estimate(new UserMessage("Hello!"))).isEqualTo(6);
    }

    @Test
    void a_picture_counts_by_its_size() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1024, 1024, BufferedImage.TYPE_INT_RGB), "png", png);
        UserMessage with = UserMessage.builder()
                .text("Hello!")
                .media(new Media(MimeTypeUtils.IMAGE_PNG, new ByteArrayResource(png.toByteArray())))
                .build();
        // OpenAI's guide: 1024 × 1024 is scaled to 768 × 768: 4 tiles, 85 + 4 × 170 = 765
        assertThat(TOKENS.estimate(with)).isEqualTo(6 + 765);
    }

    private record City(String city) {}

    @Test
    void definitions_of_tools_count_as_in_the_request_that_is_sent() {
        FunctionToolCallback<City, String> weather = FunctionToolCallback
                .builder("get_weather", (City city) -> "-12 °C, snow")
                .description("The weather of a city, today").inputType(City.class).build();
        client("0.01").prompt("Is it cold in Perm?").toolCallbacks(weather).call().content();
        long sent = SMETA.estimate(Call.ofRequest(server.bodies().get(0))).input().likely();
        assertThat(spent.get(0).estimate().input().likely()).isEqualTo(sent);
        client("0.01").prompt("Is it cold in Perm?").call().content();
        assertThat(spent.get(1).estimate().input().likely()).isLessThan(sent);
    }

    @Test
    void a_call_is_estimated_before_and_settled_after() {
        assertThat(client("0.01").prompt("Hello!").call().content()).startsWith("Hello!");
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
        CallTooDear refused = catchThrowableOfType(
                CallTooDear.class, () -> client("0.001").prompt("Hello!").call().content());
        assertThat(refused.decision().reasons()).containsExactly("over_limit");
        assertThat(refused).hasMessageContaining("with maxTokens of 97 it would pass");
        assertThat(server.bodies()).isEmpty();
        assertThat(spent).isEmpty();
    }
}
