package smeta.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmetaTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final Smeta SMETA = Smeta.bundled(NOON);
    private static final String HELLO =
            "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello!\"}]}";

    @Test
    void an_estimate_is_counts_times_prices() {
        CallEstimate estimate = SMETA.estimate(Call.ofRequest(HELLO).output(100).maxOutput(200));
        assertThat(estimate.model()).isEqualTo("openai/gpt-4o");
        // OpenAI's published sample: 9 tokens
        assertThat(estimate.input()).isEqualTo(new TokenRange(9, 9, 9L, "exact"));
        assertThat(estimate.output()).isEqualTo(new TokenRange(0, 100, 200L, "assumed"));
        assertThat(estimate.verdict()).isEqualTo("fits");
        // 9 × 2.5 = 22.5; + 100 × 10 = 1,022.5; + 200 × 10 = 2,022.5, all / 1M
        assertThat(estimate.cost().low()).isEqualByComparingTo("0.0000225");
        assertThat(estimate.cost().likely()).isEqualByComparingTo("0.0010225");
        assertThat(estimate.cost().high()).isEqualByComparingTo("0.0020225");
        assertThat(estimate.cost().currency()).isEqualTo("USD");
        assertThat(estimate.cost().isComplete()).isTrue();
    }

    @Test
    void the_call_s_model_wins_over_the_request_s_and_may_have_any_spelling() {
        assertThat(SMETA.estimate(Call.ofRequest(HELLO).model("GPT-4o-mini")).model())
                .isEqualTo("openai/gpt-4o-mini");
        assertThat(SMETA.resolve("GPT-4o-mini")).contains("openai/gpt-4o-mini");
        assertThat(SMETA.resolve("no-such-thing")).isEmpty();
    }

    @Test
    void a_check_denies_what_may_cost_more_than_the_limit_and_says_what_would_pass() {
        // 9 × 2.5 = 22.5; a cap of 97 tokens: 992.5, of 98: 1,002.5, all / 1M
        Call call = Call.ofRequest(HELLO).maxOutput(200).limit(new BigDecimal("0.001"));
        CallDecision decision = SMETA.check(call);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasons()).containsExactly("over_limit");
        assertThat(decision.hold()).isEqualByComparingTo("0.0020225");
        assertThat(decision.wouldFitOutput()).isEqualTo(97);
        assertThat(SMETA.check(call.maxOutput(97)).allowed()).isTrue();
        assertThat(SMETA.check(call.maxOutput(98)).allowed()).isFalse();
    }

    @Test
    void a_contract_gives_names_of_one_s_own_discounts_and_rates() {
        Smeta agreed = SMETA.contracted(Path.of("docs/contract.yaml"));
        assertThat(agreed.resolve("chat-prod")).contains("openai/gpt-4o-2024-11-20");
        Call call = Call.ofRequest(HELLO).maxOutput(200);
        // 9 × 2.5 + 200 × 10 = 2,022.5, less 12 %: 1,779.8, all / 1M
        assertThat(agreed.check(call).hold()).isEqualByComparingTo("0.0017798");
        // 1,000 × 2.5 + 100 × 10 = 3,500, less 12 %: 3,080, all / 1M
        String usage = "{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100}";
        assertThat(agreed.settle(call, usage).cost().likely()).isEqualByComparingTo("0.00308");
        // the contract's own rates, without a discount: 1,000 × 0.12 + 100 × 0.48 = 168 / 1M
        assertThat(agreed.settle(call.model("summaries"), usage).cost().likely())
                .isEqualByComparingTo("0.000168");
        assertThat(SMETA.resolve("chat-prod")).isEmpty();
    }

    @Test
    void a_contract_s_defects_are_told_with_their_lines(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.yaml"), "contract: Ours\nas_of: 2026-11-01\nnames:\n  ours: no/such\n");
        assertThatThrownBy(() -> SMETA.contracted(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad.yaml:4")
                .hasMessageContaining("no/such");
    }

    @Test
    void what_nobody_prices_is_denied_and_costs_not_nothing() {
        String unpriced = SMETA.models().stream()
                .filter(model ->
                        SMETA.estimate(Call.ofPrompt("Hello!").model(model)).cost() == null)
                .findFirst()
                .orElseThrow();
        assertThat(SMETA.check(Call.ofPrompt("Hello!").model(unpriced)).reasons())
                .contains("no_price");
    }

    @Test
    void a_usage_settles_alone_in_a_whole_answer_and_in_a_stream() {
        String usage = "{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100,"
                + "\"prompt_tokens_details\":{\"cached_tokens\":200}}";
        String answer = "{\"object\":\"chat.completion\",\"model\":\"gpt-4o-2024-08-06\",\"choices\":[],\"usage\":"
                + usage + "}";
        Call call = Call.ofRequest(HELLO);
        for (String reported : List.of(usage, answer, "data: " + answer + "\n\ndata: [DONE]\n\n")) {
            CallBill bill = SMETA.settle(call, reported);
            // 800 × 2.5 + 200 × 1.25 + 100 × 10 = 3,250 / 1M
            assertThat(bill.cost().likely()).isEqualByComparingTo("0.00325");
            assertThat(bill.cost().high()).isEqualByComparingTo("0.00325");
            assertThat(bill.tier()).isEqualTo("standard");
        }
        assertThat(SMETA.settle(call, usage).model()).isEqualTo("openai/gpt-4o");
        assertThat(SMETA.settle(call, answer).model()).startsWith("openai/gpt-4o");
    }

    @Test
    void a_deployment_s_own_name_in_an_answer_gives_way_to_the_request_s() {
        String answer = "{\"object\":\"chat.completion\",\"model\":\"our-deployment-7\",\"choices\":[],\"usage\":"
                + "{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100}}";
        assertThat(SMETA.settle(Call.ofRequest(HELLO), answer).model()).isEqualTo("openai/gpt-4o");
    }

    @Test
    void a_text_alone_has_no_framing() {
        // "Hello!" is two tokens of o200k_base: 13225, 0
        assertThat(SMETA.count("gpt-4o", "Hello!")).isEqualTo(new TokenRange(2, 2, 2L, "exact"));
    }

    @Test
    void what_cannot_be_answered_is_refused_with_a_code_and_what_to_do() {
        assertThatThrownBy(() -> SMETA.estimate(Call.ofRequest(HELLO).model("gtp-4o")))
                .asInstanceOf(type(CallRefused.class))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("unknown_model");
                    assertThat(refused.hint()).contains("openai/gpt-4o");
                });
        assertThatThrownBy(() -> SMETA.estimate(Call.ofRequest("{\"messages\":[{\"role\":\"user\",\"content\":\"secr")))
                .asInstanceOf(type(CallRefused.class))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("not_json");
                    assertThat(refused).message().doesNotContain("secr");
                });
        assertThatThrownBy(() -> SMETA.estimate(Call.ofPrompt("Hello!")))
                .asInstanceOf(type(CallRefused.class))
                .extracting(CallRefused::code)
                .isEqualTo("no_model");
        assertThatThrownBy(() -> Call.ofPrompt("").output(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_call_shows_nothing_of_its_prompt() {
        assertThat(Call.ofPrompt("a secret").model("gpt-4o").toString()).doesNotContain("secret");
    }

    @Test
    void a_folder_s_file_replaces_the_bundled_one_of_the_same_provider(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("ours.yaml"), """
                provider: ours
                title: Ours
                sources: { page: { title: "our page", url: "https://example.org", as_of: 2026-11-01, vendor: true } }
                models:
                  ours-1:
                    tokenizer: o200k_base
                    framing: openai-chat
                    accepts: [text]
                    gives: [text]
                    limits: { context: 8000, source: page }
                    rates: [{ unit: USD / 1M tokens, input: 1, output: 2, source: page }]
                """);
        Smeta smeta = Smeta.ofFolder(folder, NOON);
        // 9 × 1 + 100 × 2 = 209 / 1M
        assertThat(smeta.estimate(Call.ofRequest(HELLO).model("ours-1").output(100))
                        .cost()
                        .likely())
                .isEqualByComparingTo("0.000209");
        Files.writeString(folder.resolve("ours.yaml"), "provider: ours\nnonsense: 1\n");
        assertThatThrownBy(() -> Smeta.ofFolder(folder, NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ours.yaml:");
    }

    @Test
    void many_threads_get_the_answer_of_one() {
        List<String> models = List.of("gpt-4o", "gpt-4", "qwen3-max", "claude-sonnet-4-5");
        List<CallEstimate> alone = models.stream()
                .map(m -> SMETA.estimate(Call.ofRequest(HELLO).model(m)))
                .toList();
        Smeta fresh = Smeta.bundled(NOON);
        List<CallEstimate> together = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> fresh.estimate(Call.ofRequest(HELLO).model(models.get(i % models.size()))))
                .toList();
        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i % models.size()));
        }
    }
}
