package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tools that the vendor defines, or that have no schema, and that the caller runs: text in the prompt, or open. */
class CallersToolsTest {
    private static Estimate responses(String model, String tool) {
        return Whole.estimate("{\"model\": \"%s\", \"input\": \"Hi\", \"tools\": [%s]}".formatted(model, tool), model);
    }

    private static Estimate anthropic(String tool) {
        return Whole.estimate("""
                {"model": "claude-opus-4-6", "max_tokens": 10, "anthropic_version": "2023-06-01", "system": "x",
                 "messages": [{"role": "user", "content": "Hi"}], "tools": [%s]}""".formatted(tool), "claude-opus-4-6");
    }

    private static long more(Estimate with, Estimate without) {
        return with.input().tokens().likely() - without.input().tokens().likely();
    }

    /** OpenAI, guide on function calling, custom tools: the grammar is in the prompt. */
    @Test
    void a_grammar_of_a_custom_tool_is_text_of_the_prompt() {
        String grammar =
                "start: expr\\nexpr: term (SP ADD SP term)* -> add\\nterm: INT\\nADD: \\\"+\\\"\\nSP: \\\" \\\"";
        String tool =
                "{\"type\": \"custom\", \"name\": \"math\", \"format\": {\"type\": \"grammar\", \"syntax\": \"lark\","
                        + " \"definition\": \"%s\"}}";
        long bare = responses("gpt-5", tool.formatted("")).input().tokens().high();
        Estimate whole = responses("gpt-5", tool.formatted(grammar));
        long text = Whole.TOKENIZERS
                .find("o200k_base")
                .orElseThrow()
                .count(grammar.replace("\\n", "\n").replace("\\\"", "\""))
                .likely();

        assertThat(whole.input().tokens().high()).isGreaterThanOrEqualTo(bare + text);
        assertThat(whole.input().bounded()).isTrue();
    }

    /** community.openai.com, usage of a first request with computer_use_preview: 990 tokens of the tool. */
    @Test
    void computer_use_of_openai_adds_what_its_usage_showed() {
        String tool = "{\"type\": \"computer_use_preview\", \"display_width\": 1024, \"display_height\": 768,"
                + " \"environment\": \"browser\"}";
        Estimate with = responses("computer-use-preview", tool);

        assertThat(more(with, responses("computer-use-preview", ""))).isEqualTo(990);
        assertThat(with.input().bounded()).isTrue();
    }

    /**
     * Claude documentation, tool use, pricing: 245 tokens for bash, 700 for the text editor, 735 and 499 for computer use;
     * with any tool 497 of Opus 4.6's system prompt.
     */
    @Test
    void tools_that_anthropic_defines_add_their_published_tokens() {
        Estimate without = anthropic("");
        assertThat(more(anthropic("{\"type\": \"bash_20250124\", \"name\": \"bash\"}"), without))
                .isEqualTo(497 + 245);
        String editor = "{\"type\": \"text_editor_20250728\", \"name\": \"str_replace_based_edit_tool\"}";
        assertThat(more(anthropic(editor), without)).isEqualTo(497 + 700);
        String computer = "{\"type\": \"computer_20251124\", \"name\": \"computer\", \"display_width_px\": 1024,"
                + " \"display_height_px\": 768}";
        assertThat(more(anthropic(computer), without)).isEqualTo(497 + 735 + 499);
    }

    @Test
    void the_memory_tool_of_anthropic_leaves_the_count_open() {
        Estimate estimate = anthropic("{\"type\": \"memory_20250818\", \"name\": \"memory\"}");

        assertThat(estimate.input().bounded()).isFalse();
        assertThat(estimate.input().because()).contains("tool_overhead").doesNotContain("server_tools");
    }

    /** OpenAI, guides on tools: the caller runs them; how long their definitions are, no page says. */
    @ParameterizedTest
    @ValueSource(strings = {"local_shell", "shell", "apply_patch"})
    void a_tool_whose_definition_is_not_published_leaves_the_count_open(String type) {
        Estimate estimate = responses("gpt-5.1", "{\"type\": \"%s\"}".formatted(type));

        assertThat(estimate.input().bounded()).isFalse();
        assertThat(estimate.input().because()).contains("tool_overhead").doesNotContain("server_tools");
    }

    /** OpenAI, reference of responses: an item that stands at the vendor, by its id. */
    @Test
    void an_item_that_is_only_referred_to_leaves_the_count_open() {
        Estimate estimate = Whole.estimate("""
                {"model": "gpt-5", "input": [{"type": "item_reference", "id": "msg_1"},
                 {"role": "user", "content": "Go on"}]}""", "gpt-5");

        assertThat(estimate.input().bounded()).isFalse();
        assertThat(estimate.input().because()).contains("unseen_context");
    }

    /** Measured on Haiku 4.5: 46 tokens with thinking where 17 are without. */
    @Test
    void thinking_that_is_switched_on_adds_its_preamble() {
        String body = """
                {"model": "claude-haiku-4-5-20251001", "max_tokens": 2000, "system": "You are a scientist",
                 "messages": [{"role": "user", "content": "Hello, Claude"}]%s}""";
        Estimate without = Whole.estimate(body.formatted(""), "claude-haiku-4-5-20251001");
        Estimate with = Whole.estimate(
                body.formatted(", \"thinking\": {\"type\": \"enabled\", \"budget_tokens\": 1024}"),
                "claude-haiku-4-5-20251001");

        assertThat(more(with, without)).isEqualTo(46 - 17);
    }

    /** Gemini's limits of input and output are separate (its pages on models): the cap takes nothing from the prompt. */
    @Test
    void a_cap_as_large_as_the_output_limit_of_gemini_is_not_tight() {
        Estimate estimate = Whole.estimate("""
                {"contents": [{"parts": [{"text": "Hi"}]}], "generationConfig": {"maxOutputTokens": 65536}}""", "gemini-2.5-flash");

        assertThat(estimate.fit().verdict().wireName()).isEqualTo("fits");
    }
}
