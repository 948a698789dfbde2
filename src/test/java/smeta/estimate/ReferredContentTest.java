package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import smeta.money.Fraction;

/** Content that a body only names, and reasoning of earlier turns. */
class ReferredContentTest {
    private static final String SENTENCE = "The parcel left the depot in the morning and arrived at noon. ";

    /** help.aliyun.com/zh/model-studio/long-context-qwen-long: files are named in a system message. */
    @Test
    void files_that_a_system_message_names_open_the_bound() {
        Estimate estimate = Whole.estimate("""
                {"model": "qwen-long", "messages": [{"role": "system", "content": "fileid://file-fe-123"},
                 {"role": "user", "content": "What is it about?"}]}""", "qwen-long");

        assertThat(estimate.input().bounded()).isFalse();
        assertThat(estimate.input().because()).contains("unseen_context");
    }

    /** learn.microsoft.com, Azure OpenAI On Your Data. */
    @Test
    void sources_of_data_open_the_bound_and_labels_do_not() {
        Estimate estimate = Whole.estimate("""
                {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hi"}],
                 "data_sources": [{"type": "azure_search", "parameters": {"index_name": "x"}}]}""", "gpt-4o");
        assertThat(estimate.input().bounded()).isFalse();

        Estimate labelled = Whole.estimate("""
                {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hi"}],
                 "metadata": {"purpose": "a label of more than a few words for the vendor's log"}}""", "gpt-4o");
        assertThat(labelled.input().bounded()).isTrue();
    }

    /** Descriptions inside an object counted nothing: 30 sentences there are as many tokens as at the first level. */
    @Test
    void a_description_counts_at_every_depth_of_a_tool() {
        String tool = """
                {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hi"}], "tools": [{"type": "function",
                 "function": {"name": "send", "parameters": {"type": "object", "properties": {"parcel": {"type": "object",
                 "properties": {"note": {"type": "string", "description": "%s"}}}}}}}]}""";
        Estimate bare = Whole.estimate(tool.formatted(""), "gpt-4o");
        Estimate described = Whole.estimate(tool.formatted(SENTENCE.repeat(30)), "gpt-4o");
        long sentences = Whole.TOKENIZERS
                .find("o200k_base")
                .orElseThrow()
                .count(SENTENCE.repeat(30))
                .likely();

        long more = described.input().tokens().likely() - bare.input().tokens().likely();
        assertThat(more).isBetween(sentences, sentences + 4);
        assertThat(described.input().tokens().low())
                .isLessThanOrEqualTo(bare.input().tokens().likely());
    }

    /**
     * Thirty sentences as a property's description make a request of 369 tokens: 331 of the text and 38 around
     * it. The same inside an object or the items of an array counted 43.
     */
    @Test
    void thirty_sentences_are_as_many_tokens_inside_an_object_and_an_array() {
        String sentence = "The old parcel left the depot and arrived at noon. ";
        assertThat(Whole.TOKENIZERS
                        .find("o200k_base")
                        .orElseThrow()
                        .count(sentence.repeat(30))
                        .likely())
                .isEqualTo(331);
        String described = "{\"type\": \"string\", \"description\": \"" + sentence.repeat(30) + "\"}";
        String tool = """
                {"model": "gpt-4o", "max_tokens": 10, "messages": [{"role": "user", "content": "Hi"}], "tools": [
                 {"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {"a": %s}}}}]}""";
        Estimate first = Whole.estimate(tool.formatted(described), "gpt-4o");
        assertThat(first.input().tokens().likely()).isEqualTo(369);
        for (String inside : List.of(
                "{\"type\": \"object\", \"properties\": {\"b\": " + described + "}}",
                "{\"type\": \"array\", \"items\": " + described + "}")) {
            Estimate deeper = Whole.estimate(tool.formatted(inside), "gpt-4o");
            assertThat(deeper.input().tokens().likely()).isBetween(369L, 369L + 10);
            // a check takes the upper bound: 369 × 2.50 / 1M alone are 0.0009225
            assertThat(deeper.cost().high().amount()).isGreaterThan(Fraction.of("0.0009225"));
        }
    }

    /** Haiku 4.5 drops thinking blocks of earlier turns (about 40 tokens were billed), Sonnet 4.6 keeps them. */
    @Test
    void reasoning_of_earlier_turns_is_in_the_prompt_where_the_vendor_keeps_it() {
        String body = """
                {"max_tokens": 10, "system": "x", "messages": [{"role": "user", "content": "Hi"},
                 {"role": "assistant", "content": [{"type": "thinking", "thinking": "%s", "signature": "s"},
                  {"type": "text", "text": "Hello"}]}, {"role": "user", "content": "And now?"}]}""".formatted(SENTENCE.repeat(40));

        assertThat(Whole.estimate(body, "claude-haiku-4-5-20251001")
                        .input()
                        .tokens()
                        .high())
                .isLessThan(100);
        assertThat(Whole.estimate(body, "claude-sonnet-4-6").input().tokens().low())
                .isGreaterThan(300);
    }
}
