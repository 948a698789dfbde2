package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import smeta.meter.Count;
import smeta.meter.Meter;
import smeta.money.Money;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;

/** Fees of searches: those that always fall due, those that are forced, those that the model may cause. */
class ToolFeesTest {
    private static final String HI = "\"messages\": [{\"role\": \"user\", \"content\": \"Who won?\"}]";

    private static Prompt responses(String body) {
        return PromptReader.read(
                Body.json(body.getBytes(StandardCharsets.UTF_8)), Dialect.OPENAI_RESPONSES, UnknownParts.FAIL);
    }

    private static Estimate of(String model, Prompt prompt) {
        return Given.estimate(model, prompt, Given.now());
    }

    private static BigDecimal exact(Money money) {
        return money.amount().rounded(8);
    }

    private static Count count(Estimate estimate, String item) {
        return estimate.items().stream()
                .filter(i -> i.name().equals(item))
                .findFirst()
                .orElseThrow()
                .count();
    }

    @Test
    void a_search_model_pays_its_search_with_every_request() {
        Estimate estimate = of("gpt-4o-search-preview", Given.openAi("{" + HI + "}"));

        // a search of medium depth, which is the default: 35 / 1,000
        assertThat(count(estimate, "web search")).isEqualTo(Count.exact(1));
        assertThat(exact(Given.line(estimate, "web search").low())).isEqualByComparingTo("0.035");
        assertThat(estimate.input().bounded()).isTrue();
        assertThat(estimate.output().bounded()).isTrue();
    }

    @Test
    void the_depth_of_the_search_in_the_body_chooses_the_fee() {
        Estimate estimate = of(
                "gpt-4o-search-preview",
                Given.openAi("{\"web_search_options\": {\"search_context_size\": \"high\"}, " + HI + "}"));

        // 50 / 1,000; the search brings nothing into the prompt that is billed
        assertThat(exact(Given.line(estimate, "web search").high())).isEqualByComparingTo("0.05");
        assertThat(estimate.input().bounded()).isTrue();
    }

    @Test
    void sonar_is_billed_by_the_depth_of_its_search() {
        // 5, 8 and 12 dollars a thousand requests (Perplexity, pricing); without a choice the smallest
        assertThat(exact(Given.line(of("sonar", Given.openAi("{" + HI + "}")), "request")
                        .low()))
                .isEqualByComparingTo("0.005");
        Estimate deep =
                of("sonar", Given.openAi("{\"web_search_options\": {\"search_context_size\": \"high\"}, " + HI + "}"));
        assertThat(exact(Given.line(deep, "request").low())).isEqualByComparingTo("0.012");
        assertThat(deep.input().bounded()).isTrue();
        assertThat(deep.cost().bill().isComplete()).isTrue();
    }

    @Test
    void deep_research_searches_as_often_as_it_likes() {
        Estimate estimate = of("sonar-deep-research", Given.openAi("{\"max_tokens\": 100, " + HI + "}"));

        // 30 searches in the published example: 30 × 5 / 1,000 = 0.15
        assertThat(exact(Given.line(estimate, "web search").likely())).isEqualByComparingTo("0.15");
        assertThat(count(estimate, "web search").low()).isEqualTo(1);
        assertThat(estimate.output().bounded()).isFalse();
    }

    @Test
    void a_search_that_is_forced_falls_due_once_at_least() {
        Estimate estimate = of("gpt-5", responses("""
                {"input": "Who won?", "tools": [{"type": "web_search"}], "tool_choice": "required",
                 "max_tool_calls": 4}"""));

        // 10 dollars a thousand calls
        assertThat(count(estimate, "web search")).isEqualTo(Count.between(1, 1, 4));
        assertThat(exact(Given.line(estimate, "web search").low())).isEqualByComparingTo("0.01");
        assertThat(exact(Given.line(estimate, "web search").high())).isEqualByComparingTo("0.04");
    }

    @Test
    void a_search_without_a_price_leaves_the_bill_incomplete() {
        Estimate estimate = of("gpt-4o-mini", responses("""
                {"input": "Who won?", "tools": [{"type": "web_search"}], "tool_choice": "required"}"""));
        Estimate unpriced = of("gpt-4", responses("""
                {"input": "Who won?", "tools": [{"type": "web_search"}], "tool_choice": "required"}"""));

        assertThat(estimate.output().bounded()).isFalse();
        assertThat(unpriced.cost().bill().isComplete()).isFalse();
    }

    @Test
    void anthropics_max_uses_bounds_its_searches() {
        Estimate estimate = of("claude-sonnet-4-5", Given.anthropic("""
                {"max_tokens": 100, "messages": [{"role": "user", "content": "Who won?"}],
                 "tools": [{"type": "web_search_20250305", "name": "web_search", "max_uses": 5}]}"""));

        assertThat(count(estimate, "web search")).isEqualTo(Count.between(0, 0, 5));
        // 5 × 10 / 1,000
        assertThat(exact(Given.line(estimate, "web search").high())).isEqualByComparingTo("0.05");
    }

    @Test
    void code_that_is_run_costs_its_fee_where_the_seller_has_one() {
        Estimate estimate = of("grok-4.6", responses("""
                {"input": "Who won?", "tools": [{"type": "code_interpreter"}], "tool_choice": "required",
                 "max_tool_calls": 3}"""));

        // docs.x.ai/developers/models: 5 dollars a thousand calls
        assertThat(count(estimate, "run of code")).isEqualTo(Count.between(1, 1, 3));
        assertThat(exact(Given.line(estimate, "run of code").low())).isEqualByComparingTo("0.005");
        assertThat(estimate.cost().bill().isComplete()).isTrue();
    }

    /** OpenAI bills its containers by the minute since June 2026, which no limit of a request bounds. */
    @Test
    void a_container_for_code_whose_fee_is_not_known_leaves_the_bill_incomplete() {
        Estimate interpreter = of("gpt-5", responses("""
                {"input": "Solve it", "tools": [{"type": "code_interpreter", "container": {"type": "auto"}}]}"""));
        Estimate shell = of("gpt-5.1", responses("""
                {"input": "Solve it", "tools": [{"type": "shell", "environment": {"type": "container_auto"}}]}"""));
        Estimate claude = of("claude-sonnet-4-5", Given.anthropic("""
                {"max_tokens": 100, "messages": [{"role": "user", "content": "Solve it"}],
                 "tools": [{"type": "code_execution_20250825", "name": "code_execution"}]}"""));

        for (Estimate estimate : List.of(interpreter, shell, claude)) {
            assertThat(estimate.cost().bill().unpriced()).containsExactly(Meter.CODE_RUNS);
            assertThat(estimate.output().bounded()).isFalse();
        }
    }

    @Test
    void gemini_runs_code_and_searches_files_for_their_tokens_and_looks_at_maps_for_a_fee() {
        Estimate code = of("gemini-2.5-flash", gemini("{'code_execution': {}}"));
        Estimate files =
                of("gemini-2.5-flash", gemini("{'fileSearch': {'fileSearchStoreNames': ['fileSearchStores/a']}}"));
        Estimate maps = of("gemini-2.5-flash", gemini("{'googleMaps': {}}"));

        assertThat(code.cost().bill().isComplete()).isTrue();
        // what is found is input, whose length is open; the search itself has no fee
        assertThat(files.cost().bill().isComplete()).isTrue();
        assertThat(files.input().bounded()).isFalse();
        assertThat(maps.cost().bill().unpriced()).containsExactly(Meter.MAP_SEARCHES);
    }

    private static Prompt gemini(String tool) {
        String body = "{'contents': [{'parts': [{'text': 'Where is it?'}]}], 'tools': [" + tool + "]}";
        return PromptReader.read(
                Body.json(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), Dialect.GEMINI, UnknownParts.FAIL);
    }

    /** platform.moonshot.ai, use of web search: a function of the vendor's, called $web_search. */
    @Test
    void moonshots_search_is_a_search() {
        Estimate estimate = of("kimi-k2.5", Given.openAi("""
                {"tools": [{"type": "builtin_function", "function": {"name": "$web_search"}}], %s}""".formatted(HI)));

        assertThat(estimate.cost().bill().unpriced()).containsExactly(Meter.WEB_SEARCHES);
    }

    /** docs.perplexity.ai/guides/pro-search-quickstart: several steps, at a fee of its own. */
    @Test
    void a_search_of_another_type_is_not_bounded_by_the_fee_of_the_ordinary_one() {
        Estimate estimate = of(
                "sonar-pro",
                Given.openAi("{\"web_search_options\": {\"search_type\": \"pro\", \"search_context_size\": \"high\"}, "
                        + HI + "}"));

        assertThat(estimate.output().bounded()).isFalse();
        assertThat(Given.codes(estimate)).contains("search_type");
    }

    @Test
    void a_file_search_is_named_by_the_choice() {
        Estimate estimate = of("gpt-5", responses("""
                {"input": "Who won?", "tools": [{"type": "file_search", "vector_store_ids": ["vs_1"]},
                 {"type": "web_search"}], "tool_choice": {"type": "file_search"}, "max_tool_calls": 2}"""));

        assertThat(count(estimate, "file search")).isEqualTo(Count.between(1, 1, 2));
        // 2.50 dollars a thousand calls
        assertThat(exact(Given.line(estimate, "file search").low())).isEqualByComparingTo("0.0025");
        assertThat(exact(Given.line(estimate, "file search").high())).isEqualByComparingTo("0.005");
        assertThat(count(estimate, "web search")).isEqualTo(Count.between(0, 0, 2));
    }
}
