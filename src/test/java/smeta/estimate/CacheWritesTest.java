package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static smeta.estimate.Given.anthropic;
import static smeta.estimate.Given.codes;
import static smeta.estimate.Given.now;
import static smeta.estimate.Given.openAi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.money.Fraction;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.prompt.Unreadable;

/**
 * What is written to a seller's cache. Minimums: platform.claude.com, prompt caching, as quoted on 2026-10-08; OpenAI:
 * developers.openai.com, prompt caching, as quoted in October 2026; Qwen: alibabacloud.com, context cache, 2026-10-11.
 */
class CacheWritesTest {
    private static final String MARK = ",\"cache_control\":{\"type\":\"ephemeral\"}";

    private static String body(int words, String mark, String more) {
        return "{\"model\":\"x\",\"max_tokens\":10,\"messages\":[{\"role\":\"user\",\"content\":["
                + "{\"type\":\"text\",\"text\":\"" + "word ".repeat(words) + "\"" + mark + "}]}]" + more + "}";
    }

    private static Estimate claude(String model, int words, String mark) {
        return Given.estimate(model, anthropic(body(words, mark, "")), now());
    }

    private static Estimate openAiModel(String model, String body) {
        return Given.estimate(model, openAi(body), now());
    }

    /** Of the prompt's cost alone: a rate in dollars a million tokens at that bound. */
    private static Fraction dollars(Estimate estimate, String rate, ToLongFunction<Count> bound) {
        return Fraction.of(bound.applyAsLong(estimate.input().tokens()))
                .times(Fraction.of(rate))
                .dividedBy(1_000_000);
    }

    private static Fraction prompt(Estimate estimate, ToLongFunction<Count> bound) {
        int which = (int) bound.applyAsLong(new Count(0, 1, 2));
        return estimate.cost().bill().lines().stream()
                .filter(line -> line.item().meter().isPromptTokens())
                .map(line -> List.of(line.low(), line.likely(), line.high())
                        .get(which)
                        .amount())
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    @Test
    void six_hundred_marked_tokens_of_opus_4_6_cost_what_input_does() {
        // 4,096 tokens is the least that Opus 4.6 writes: input costs 5 $ a million, a write of an hour 10 $
        Estimate estimate =
                claude("claude-opus-4-6", 600, ",\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"1h\"}");
        assertThat(prompt(estimate, Count::high)).isEqualTo(dollars(estimate, "5", Count::high));
        assertThat(codes(estimate)).contains("cache_too_short");
    }

    @Test
    void what_is_long_enough_is_written() {
        Estimate estimate = claude("claude-opus-4-6", 8_000, MARK);
        assertThat(estimate.input().tokens().low()).isGreaterThan(4_096);
        assertThat(prompt(estimate, Count::low)).isEqualTo(dollars(estimate, "6.25", Count::low));
        assertThat(codes(estimate)).doesNotContain("cache_too_short", "cache_perhaps_too_short");
    }

    @Test
    void where_the_size_is_on_both_sides_of_the_minimum_the_bounds_cover_both() {
        Estimate estimate = claude("claude-opus-4-6", 3_600, MARK);
        Count tokens = estimate.input().tokens();
        assertThat(tokens.low()).isLessThan(4_096);
        assertThat(tokens.high()).isGreaterThan(4_096);
        assertThat(prompt(estimate, Count::low)).isEqualTo(dollars(estimate, "5", Count::low));
        assertThat(prompt(estimate, Count::high)).isEqualTo(dollars(estimate, "6.25", Count::high));
        assertThat(codes(estimate)).contains("cache_perhaps_too_short");
    }

    @Test
    void where_measurements_and_the_page_differ_the_bounds_cover_both() {
        // Sonnet 4.6: 1,024 by the page; nothing was written at 2,038 tokens, something at 2,067
        Estimate estimate = claude("claude-sonnet-4-6", 1_450, MARK);
        assertThat(estimate.input().tokens().likely()).isBetween(1_024L, 2_047L);
        assertThat(prompt(estimate, Count::low)).isEqualTo(dollars(estimate, "3", Count::low));
        assertThat(prompt(estimate, Count::likely)).isEqualTo(dollars(estimate, "3.75", Count::likely));
    }

    @Test
    void a_mark_that_comes_too_early_is_written_with_the_next() {
        String marked = "{\"type\":\"text\",\"text\":\"%s\",\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"%s\"}}";
        Estimate estimate = Given.estimate(
                "claude-opus-4-6",
                anthropic("{\"model\":\"x\",\"max_tokens\":10,\"messages\":[{\"role\":\"user\",\"content\":["
                        + marked.formatted("word ".repeat(600), "1h") + ","
                        + marked.formatted("word ".repeat(8_000), "5m") + "]}]}"),
                now());
        assertThat(estimate.items())
                .filteredOn(i -> i.meter().isPromptTokens())
                .allMatch(i -> i.meter() == Meter.CACHE_WRITE_5M_TOKENS
                                && i.otherMeters().isEmpty()
                        || i.name().equals("framing"));
        assertThat(codes(estimate)).doesNotContain("cache_too_short");
    }

    @ParameterizedTest
    @CsvSource({
        "claude-opus-5-5, 512",
        "claude-opus-5, 512",
        "claude-sonnet-5-5, 512",
        "claude-fable-5, 512",
        "claude-haiku-5-5, 512",
        "claude-opus-4-8, 1024",
        "claude-sonnet-5, 1024",
        "claude-sonnet-4-6, 1024",
        "claude-sonnet-4-5, 1024",
        "claude-opus-4-1, 1024",
        "claude-opus-4-7, 2048",
        "claude-opus-4-6, 4096",
        "claude-opus-4-5, 4096",
        "claude-haiku-4-5, 4096",
        "claude-3-5-haiku-20241022, 2048",
        "gpt-5.6-sol, 1024",
        "gpt-6-sol, 1024",
        "qwen-plus, 1024",
        "dashscope-intl/qwen3.7-max, 1024"
    })
    void the_minimum_is_the_vendors(String model, long minimum) {
        assertThat(Given.SHIPPED.find(model).orElseThrow().caching().minimum()).isEqualTo(minimum);
    }

    @Test
    void a_marked_prompt_of_qwen_below_its_minimum_is_not_written() {
        Estimate estimate = openAiModel("qwen-plus", body(500, MARK, ""));
        assertThat(estimate.items()).noneMatch(i -> i.meter().matter() == Meter.Matter.CACHE_WRITE);
        assertThat(openAiModel("qwen-plus", body(2_000, MARK, "")).items())
                .anyMatch(i -> i.meter() == Meter.CACHE_WRITE_5M_TOKENS);
    }

    @Test
    void a_breakpoint_of_gpt_5_6_writes_at_a_quarter_more_than_input() {
        // GPT-5.6 Sol on the day: input 4 $, write 5 $ a million; what a mark covers is all of this prompt
        String only = ",\"prompt_cache_options\":{\"mode\":\"explicit\"}";
        String mark = ",\"prompt_cache_breakpoint\":{\"mode\":\"explicit\"}";
        Estimate marked = openAiModel("gpt-5.6-sol", body(2_000, mark, only));
        assertThat(prompt(marked, Count::high)).isEqualTo(dollars(marked, "5", Count::high));
        assertThat(prompt(marked, Count::low)).isEqualTo(dollars(marked, "5", Count::low));
        Estimate plain = openAiModel("gpt-5.6-sol", body(2_000, "", only));
        assertThat(prompt(plain, Count::high)).isEqualTo(dollars(plain, "4", Count::high));
    }

    @Test
    void what_gpt_5_6_writes_unasked_is_in_the_upper_bound() {
        Estimate estimate = openAiModel("gpt-5.6-sol", body(2_000, "", ""));
        assertThat(prompt(estimate, Count::likely)).isEqualTo(dollars(estimate, "4", Count::likely));
        assertThat(prompt(estimate, Count::high)).isEqualTo(dollars(estimate, "5", Count::high));
        assertThat(codes(estimate)).contains("unasked_cache_write");
    }

    @Test
    void nothing_is_written_unasked_below_the_minimum_or_by_models_that_dont_charge_for_it() {
        assertThat(codes(openAiModel("gpt-5.6-sol", body(900, "", "")))).doesNotContain("unasked_cache_write");
        assertThat(codes(openAiModel("gpt-5.5", body(2_000, "", "")))).doesNotContain("unasked_cache_write");
    }

    @Test
    void what_is_read_from_the_cache_is_not_written_and_the_rest_may_be() {
        Estimate estimate = Given.estimate(
                "gpt-5.6-sol", openAi(body(2_000, "", "")), now().withCache(Share.ofTokens(1_500), null, null));
        assertThat(estimate.items())
                .filteredOn(i -> i.meter() == Meter.CACHE_READ_TOKENS)
                .isNotEmpty()
                .allMatch(i -> i.otherMeters().isEmpty());
        assertThat(estimate.items())
                .filteredOn(i -> i.meter() == Meter.INPUT_TOKENS)
                .isNotEmpty()
                .allMatch(i -> i.otherMeters().equals(List.of(Meter.CACHE_WRITE_30M_TOKENS)));
    }

    @Test
    void responses_has_the_same_marks() {
        String body = "{\"model\":\"gpt-5.6-sol\",\"prompt_cache_options\":{\"mode\":\"explicit\",\"ttl\":\"30m\"},"
                + "\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\""
                + "word ".repeat(2_000)
                + "\",\"prompt_cache_breakpoint\":{\"mode\":\"explicit\"}},{\"type\":\"input_text\",\"text\":\"Hi\"}]}]}";
        Estimate estimate = Given.estimate(
                "gpt-5.6-sol",
                PromptReader.read(
                        Body.json(body.getBytes(StandardCharsets.UTF_8)), Dialect.OPENAI_RESPONSES, UnknownParts.FAIL),
                now());
        assertThat(estimate.items())
                .filteredOn(i -> i.name().equals("text"))
                .extracting(Item::meter)
                .containsExactly(Meter.CACHE_WRITE_30M_TOKENS, Meter.INPUT_TOKENS);
    }

    @Test
    void a_lifetime_that_no_vendor_has_is_refused() {
        assertThatThrownBy(() -> openAi(body(1, "", ",\"prompt_cache_options\":{\"ttl\":\"99y\"}")))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("30m or 12h");
        assertThatThrownBy(() -> openAi(body(1, "", ",\"prompt_cache_options\":{\"mode\":\"off\"}")))
                .isInstanceOf(Unreadable.class);
    }
}
