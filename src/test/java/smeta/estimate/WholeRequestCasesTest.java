package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;

/** What whole requests have in their corners. */
class WholeRequestCasesTest {
    @Test
    void mark_on_a_block_of_several_parts_stands_after_all_of_them() {
        Estimate estimate = Whole.estimate("""
                {"model": "claude-sonnet-4-5", "max_tokens": 100, "messages": [{"role": "user", "content": [
                  {"type": "document", "source": {"type": "content", "content": [{"type": "text", "text": "One"},
                    {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "⟨png 1000x1000⟩"}}]},
                   "context": "Two", "cache_control": {"type": "ephemeral"}},
                  {"type": "text", "text": "Three"}]}]}""", "claude-sonnet-4-5");
        assertThat(item(estimate, "image[0]").meter()).isEqualTo(Meter.CACHE_WRITE_5M_TOKENS);
        assertThat(estimate.items().stream()
                        .filter(i -> i.name().equals("text"))
                        .map(Item::meter))
                .containsExactly(Meter.CACHE_WRITE_5M_TOKENS, Meter.INPUT_TOKENS);
    }

    @Test
    void title_of_a_document_is_read_by_claude_and_counted() {
        String body = """
                {"model": "claude-sonnet-4-5", "max_tokens": 100, "messages": [{"role": "user", "content": [
                  {"type": "document", %s "source": {"type": "text", "media_type": "text/plain", "data": "Some text"}}]}]}""";
        long without = Whole.estimate(body.formatted(""), "claude-sonnet-4-5")
                .input()
                .tokens()
                .likely();
        long with = Whole.estimate(
                        body.formatted("\"title\": \"A rather long title of a document\","), "claude-sonnet-4-5")
                .input()
                .tokens()
                .likely();
        assertThat(with).isGreaterThan(without + 4);
    }

    @Test
    void text_document_is_text_for_a_model_that_takes_no_files() {
        Estimate estimate = Whole.estimate("""
                {"model": "gpt-4", "messages": [{"role": "user", "content": [
                  {"type": "file", "file": {"filename": "a.txt", "file_data": "data:text/plain;base64,SGVsbG8gd29ybGQ="}}]}]}""", "gpt-4");
        // "Hello world" is 2 tokens of cl100k_base
        assertThat(item(estimate, "document[0]"))
                .extracting(Item::meter, Item::count)
                .containsExactly(Meter.INPUT_TOKENS, Count.exact(2));
        assertThat(estimate.fit().reasons()).isEmpty();
    }

    @Test
    void definition_counts_without_the_mark_that_the_model_does_not_see() {
        String body =
                "{\"model\": \"claude-sonnet-4-5\", \"max_tokens\": 9, \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}], \"tools\": [{\"name\": \"now\", "
                        + "\"input_schema\": {\"type\": \"object\"}%s}]}";
        assertThat(Whole.estimate(body.formatted(", \"cache_control\": {\"type\": \"ephemeral\"}"), "claude-sonnet-4-5")
                        .input()
                        .tokens())
                .isEqualTo(Whole.estimate(body.formatted(""), "claude-sonnet-4-5")
                        .input()
                        .tokens());
    }

    @Test
    void list_of_frames_is_a_film_of_so_many_frames() {
        String frames = "\"data:image/png;base64,⟨png 640x320⟩\"";
        Estimate estimate = Whole.estimate(
                "{\"model\": \"qwen3-vl-plus\", \"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"video\", \"video\": ["
                        + String.join(",", java.util.Collections.nCopies(8, frames)) + "]}]}]}",
                "qwen3-vl-plus");
        // 8 frames in pairs: 4 × (640 / 32) × (320 / 32) + 2
        assertThat(item(estimate, "video[0]").count().likely()).isEqualTo(802);
    }

    @Test
    void what_cannot_be_counted_leaves_the_count_open() {
        Estimate.Input hidden = Whole.estimate("""
                {"model": "claude-sonnet-4-5", "max_tokens": 9, "messages": [{"role": "user", "content": "Hi"},
                  {"role": "assistant", "content": [{"type": "redacted_thinking", "data": "AAAA"}, {"type": "text", "text": "Yes"}]},
                  {"role": "user", "content": [{"type": "hologram"}]}]}""", "claude-sonnet-4-5").input();
        assertThat(hidden.bounded()).isFalse();
        assertThat(hidden.because()).contains("encrypted", "unknown_part");
        Estimate.Input cached = Whole.estimate(
                        "{\"contents\": [{\"parts\": [{\"text\": \"Hi\"}]}], \"cachedContent\": \"cachedContents/1\"}",
                        "gemini-2.5-flash")
                .input();
        assertThat(cached.bounded()).isFalse();
        assertThat(cached.because()).contains("cached_content");
    }

    @Test
    void every_reply_of_n_is_counted_and_the_prompt_once() {
        String body =
                "{\"model\": \"gpt-4o\", \"max_tokens\": 100, \"n\": %d, \"messages\": [{\"role\": \"user\", \"content\": \"Hello!\"}]}";
        Estimate one = Whole.estimate(body.formatted(1), "gpt-4o");
        Estimate three = Whole.estimate(body.formatted(3), "gpt-4o");
        assertThat(three.input().tokens()).isEqualTo(one.input().tokens());
        assertThat(three.output().tokens()).isEqualTo(Count.between(0, 300, 300));
    }

    @Test
    void absurd_caps_are_refused_before_they_overflow() {
        String unlimited = Whole.CATALOGUE.models().stream()
                .filter(m -> m.limits().contextTokens().isEmpty()
                        && m.limits().maxOutputTokens().isEmpty())
                .findFirst()
                .orElseThrow()
                .qualifiedId();
        assertThatThrownBy(() -> Whole.estimate(
                        "{\"max_tokens\": 999999999999999999, \"n\": 2147483647, \"messages\": []}", unlimited))
                .isInstanceOf(Impossible.class)
                .hasMessageContaining("replies");
    }

    @Test
    void name_counts_only_where_the_template_has_a_place_for_it() {
        String body = "{\"messages\": [{\"role\": \"user\", %s\"content\": \"Hello!\"}]}";
        // "bob" is one token of either vocabulary; OpenAI adds one for the place
        long openAi = Whole.estimate(body.formatted("\"name\": \"bob\", "), "gpt-4o")
                .input()
                .tokens()
                .likely();
        assertThat(openAi)
                .isEqualTo(Whole.estimate(body.formatted(""), "gpt-4o")
                                .input()
                                .tokens()
                                .likely()
                        + 2);
        assertThat(Whole.estimate(body.formatted("\"name\": \"bob\", "), "qwen3-vl-plus")
                        .input()
                        .tokens())
                .isEqualTo(Whole.estimate(body.formatted(""), "qwen3-vl-plus")
                        .input()
                        .tokens());
    }

    private static Item item(Estimate estimate, String name) {
        return estimate.items().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
