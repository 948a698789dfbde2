package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Alibaba Cloud, notice of 2 November 2026: up to Qwen 3 max_tokens may cover the answer alone, from qwen4-max-preview on
 * thoughts too, and max_completion_tokens always both.
 */
class ThoughtsBesideTest {
    private static Estimate estimate(String model, String more) {
        return Given.estimate(
                model,
                Given.openAi(
                        "{" + more.replace('\'', '"') + "\"messages\":[{\"role\":\"user\",\"content\":\"Hello!\"}]}"),
                Given.now());
    }

    @ParameterizedTest(name = "{0} with {1}: at most {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // the cap and the budget: 100 + 2,000
                "qwen-plus|'enable_thinking':true,'max_tokens':100,'thinking_budget':2000,|2100",
                // without a cap the longest reply, 32,768, and the budget
                "qwen-plus|'enable_thinking':true,'thinking_budget':2000,|34768",
                "qwen-plus|'enable_thinking':false,'max_tokens':100,|100",
                "qwen-plus|'enable_thinking':true,'max_completion_tokens':100,'thinking_budget':2000,|100",
                // at OpenAI's and others the cap holds both
                "gpt-5|'max_tokens':100,|100",
                "deepseek-reasoner|'max_tokens':100,|100"
            })
    void a_cap_bounds_thoughts_or_the_budget_does(String model, String more, long most) {
        assertThat(estimate(model, more).output().tokens().high()).isEqualTo(most);
    }

    @Test
    void without_a_budget_the_context_bounds_thoughts() {
        Estimate estimate = estimate("qwen-plus", "'enable_thinking':true,'max_tokens':100,");
        // 1,000,000 less the prompt
        assertThat(estimate.output().tokens().high())
                .isEqualTo(1_000_000 - estimate.input().tokens().low());
        assertThat(estimate.output().bounded()).isTrue();
        assertThat(Given.codes(estimate)).contains("thoughts_beside_cap");
    }

    @Test
    void a_likely_number_of_thoughts_takes_nothing_from_the_reply() {
        Assumptions said = Given.now().withReasoning(2_000L);
        Estimate estimate = Given.estimate(
                "qwen-plus",
                Given.openAi("{\"enable_thinking\":true,\"max_tokens\":100,\"thinking_budget\":4000,"
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"Hello!\"}]}"),
                said);
        // 100 of the reply and 2,000 of thoughts; at most 100 + 4,000
        assertThat(estimate.output().tokens().likely()).isEqualTo(2_100);
        assertThat(estimate.output().tokens().high()).isEqualTo(4_100);
    }
}
