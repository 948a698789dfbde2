package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import smeta.meter.Count;
import smeta.meter.Meter;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;

/** Pictures that Responses' tool draws, previews of pictures, and what a reply doesn't use of a prediction. */
class ToolPicturesTest {
    private static Estimate estimate(Dialect dialect, String model, String body) {
        return Given.estimate(
                model,
                PromptReader.read(Body.json(body.getBytes(StandardCharsets.UTF_8)), dialect, UnknownParts.FAIL),
                Given.now());
    }

    private static Estimate responses(String tool, String rest) {
        return estimate(Dialect.OPENAI_RESPONSES, "gpt-5", """
                {"input": "Draw a cat", "tools": [{"type": "image_generation"%s}]%s}""".formatted(tool, rest));
    }

    private static BigDecimal low(Estimate estimate) {
        return Given.line(estimate, "image_generation").low().amount().rounded(8);
    }

    /** OpenAI, guide on image generation: GPT Image 1 at 1024×1536 and high has 6,240 tokens, at 40 dollars a million. */
    @Test
    void a_picture_that_a_tool_is_forced_to_draw_costs_what_its_model_does() {
        Estimate estimate = responses(
                ", \"model\": \"gpt-image-1\", \"size\": \"1024x1536\", \"quality\": \"high\"",
                ", \"tool_choice\": {\"type\": \"image_generation\"}, \"max_tool_calls\": 2");

        assertThat(Given.line(estimate, "image_generation").item().count()).isEqualTo(Count.between(6240, 6240, 12480));
        assertThat(low(estimate)).isEqualByComparingTo("0.2496"); // 6,240 × 40 / 1,000,000
        assertThat(estimate.cost().bill().isComplete()).isTrue();
        assertThat(Given.codes(estimate)).contains("tool_pictures");
    }

    /** The same page: every preview is 100 tokens more. */
    @Test
    void previews_are_in_the_upper_bound() {
        Estimate tool = responses(
                ", \"model\": \"gpt-image-1\", \"size\": \"1024x1024\", \"quality\": \"low\", \"partial_images\": 2",
                ", \"tool_choice\": \"required\", \"max_tool_calls\": 1");
        Estimate alone = estimate(Dialect.IMAGES, "gpt-image-1", """
                {"prompt": "A cat", "size": "1024x1024", "quality": "low", "partial_images": 2, "stream": true}""");

        assertThat(Given.line(tool, "image_generation").item().count()).isEqualTo(Count.between(272, 472, 472));
        assertThat(alone.output().tokens()).isEqualTo(Count.between(272, 472, 472));
    }

    @Test
    void a_tool_that_may_draw_has_no_picture_in_the_likely_bill() {
        Estimate estimate = responses(", \"model\": \"gpt-image-1\"", "");

        assertThat(low(estimate)).isEqualByComparingTo("0");
        assertThat(Given.line(estimate, "image_generation").likely().amount().signum())
                .isZero();
        assertThat(estimate.input().bounded()).isFalse();
    }

    @Test
    void a_tool_whose_model_is_not_named_or_known_leaves_the_bill_incomplete() {
        for (String tool : new String[] {"", ", \"model\": \"gpt-image-99\""}) {
            Estimate estimate = responses(tool, "");

            assertThat(estimate.cost().bill().unpriced()).contains(Meter.OUTPUT_IMAGES);
            assertThat(Given.codes(estimate)).contains("tool_pictures_unpriced");
        }
    }

    /** OpenAI, guide on predicted outputs: tokens of the prediction that aren't used are billed at the output's rate. */
    @Test
    void all_of_a_prediction_may_be_billed_besides_the_reply() {
        String turn = "\"max_tokens\": 100, \"messages\": [{\"role\": \"user\", \"content\": \"Rename it\"}]";
        Estimate without = estimate(Dialect.OPENAI_CHAT, "gpt-4o", "{" + turn + "}");
        Estimate with = estimate(
                Dialect.OPENAI_CHAT,
                "gpt-4o",
                "{" + turn + ", \"prediction\": {\"type\": \"content\", \"content\": [{\"type\": \"text\","
                        + " \"text\": \"one two three four five\"}]}}");

        assertThat(with.input()).isEqualTo(without.input());
        // five words of the vocabulary, at 10 dollars a million
        assertThat(with.output().tokens()).isEqualTo(without.output().tokens().plus(Count.between(0, 0, 5)));
        assertThat(with.cost()
                        .high()
                        .amount()
                        .minus(without.cost().high().amount())
                        .rounded(8))
                .isEqualByComparingTo("0.00005");
        assertThat(with.cost().likely()).isEqualTo(without.cost().likely());
    }

    /** Their voice and their size change nothing that is counted, and nothing of them is text. */
    @Test
    void the_voice_of_a_spoken_reply_does_not_open_the_bound() {
        Estimate chat = estimate(Dialect.OPENAI_CHAT, "gpt-audio", """
                {"modalities": ["text", "audio"], "audio": {"voice": "alloy", "format": "wav"},
                 "messages": [{"role": "user", "content": "Is a golden retriever a good family dog?"}]}""");
        Estimate gemini = estimate(Dialect.GEMINI, "gemini-2.5-flash-image", """
                {"contents": [{"parts": [{"text": "A cat"}]}], "generationConfig": {"responseModalities": ["IMAGE"],
                 "imageConfig": {"aspectRatio": "16:9"}, "speechConfig": {"voiceConfig": {"prebuiltVoiceConfig":
                 {"voiceName": "Kore"}}}}}""");

        assertThat(chat.input().bounded()).isTrue();
        assertThat(gemini.input().bounded()).isTrue();
    }
}
