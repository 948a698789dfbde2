package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static smeta.estimate.Given.estimate;
import static smeta.estimate.Given.now;
import static smeta.estimate.Given.openAi;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.meter.Count;
import smeta.token.Precision;

/** Counts that the vendors publish. */
class PublishedCountsTest {
    private static final String HELPFUL = "{\"messages\":[{\"role\":\"developer\",\"content\":\"You are a helpful"
            + " assistant.\"},{\"role\":\"user\",\"content\":\"Hello!\"}]}";
    private static final String HELLO = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello!\"}]}";
    private static final String JOKE = "{\"messages\":[{\"role\":\"user\",\"content\":\"Tell me a joke.\"}]}";

    /** openai-cookbook, How_to_count_tokens_with_tiktoken: the API's own count of its six example messages. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"gpt-3.5-turbo,129", "gpt-4-0613,129", "gpt-4,129", "gpt-4o,124", "gpt-4o-mini,124"})
    void the_cookbooks_six_messages(String model, long tokens) {
        Estimate estimate = estimate(model, openAi(Given.resource("/estimate/cookbook-messages.json")), now());
        assertThat(estimate.input().tokens()).isEqualTo(Count.exact(tokens));
        assertThat(estimate.input().precision()).isEqualTo(Precision.EXACT);
        assertThat(estimate.input().because()).isEmpty();
    }

    /** The same notebook, its example of a function: 105 with cl100k_base, 101 with o200k_base. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"gpt-3.5-turbo,105", "gpt-4,105", "gpt-4o,101", "gpt-4o-mini,101"})
    void the_cookbooks_function(String model, long tokens) {
        Estimate estimate = estimate(model, openAi(Given.resource("/estimate/cookbook-tools.json")), now());
        assertThat(estimate.input().tokens().likely()).isEqualTo(tokens);
        assertThat(estimate.input().tokens().low()).isLessThan(tokens);
        assertThat(estimate.input().tokens().high()).isGreaterThan(tokens);
        assertThat(estimate.input().precision()).isEqualTo(Precision.ESTIMATED);
        assertThat(estimate.input().because()).contains("tools");
    }

    /** openai-openapi: usage.prompt_tokens of the reference's chat samples. */
    @Test
    void the_samples_of_openais_reference() {
        assertThat(estimate("gpt-4o", openAi(HELPFUL), now()).input().tokens()).isEqualTo(Count.exact(19));
        assertThat(estimate("gpt-4o", openAi(HELLO), now()).input().tokens()).isEqualTo(Count.exact(9));
    }

    /**
     * openai-openapi, /v1/responses/input_tokens: gpt-5, “Tell me a joke.” = 11; a captured gpt-5 answer to developer +
     * “Hello!” = 18.
     */
    @Test
    void gpt_5_counts_one_less_and_says_that_its_template_is_not_published() {
        Estimate joke = estimate("gpt-5", openAi(JOKE), now());
        assertThat(joke.input().tokens().likely()).isEqualTo(11);
        assertThat(joke.input().because()).contains("framing");
        assertThat(estimate("gpt-5", openAi(HELPFUL), now()).input().tokens().likely())
                .isEqualTo(18);
    }

    /** DashScope's published usage of qwen-plus: system “You are a helpful assistant.” and user “你是谁？” = 22. */
    @ParameterizedTest
    @CsvSource({"qwen-plus-2024-09-19", "qwen-max-2024-09-19", "qwen-turbo-2024-09-19"})
    void qwens_example(String model) {
        Estimate estimate = estimate(
                "dashscope/" + model,
                openAi("{\"messages\":[{\"role\":\"system\",\"content\":\"You are a helpful assistant.\"},"
                        + "{\"role\":\"user\",\"content\":\"你是谁？\"}]}"),
                now());
        assertThat(estimate.input().tokens()).isEqualTo(Count.exact(22));
    }

    @Test
    void a_default_system_message_is_likely_and_not_certain() {
        Estimate estimate = estimate(
                "dashscope/qwen-plus-2024-09-19",
                openAi("{\"messages\":[{\"role\":\"user\",\"content\":\"你是谁？\"}]}"),
                now());
        // 22 with the system message, 11 of which are its own
        assertThat(estimate.input().tokens()).isEqualTo(Count.between(11, 22, 22));
        assertThat(estimate.input().because()).contains("default_system");
    }
}
