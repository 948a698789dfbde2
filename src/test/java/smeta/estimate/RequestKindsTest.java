package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;

/** Requests that are no conversation, at published prices; the arithmetic stands beside each. */
class RequestKindsTest {
    private static Prompt golden(String name) throws Exception {
        Path body = Path.of("src/test/resources/golden/prompt", name + ".json");
        return read(
                Files.readString(body),
                Dialect.named(name.substring(0, name.indexOf('/'))).orElseThrow());
    }

    private static Prompt read(String body, Dialect dialect) {
        return PromptReader.read(Body.json(body.getBytes(StandardCharsets.UTF_8)), dialect, UnknownParts.NOTE);
    }

    private static Estimate of(String model, Prompt prompt) {
        return Given.estimate(model, prompt, Given.now());
    }

    private static void costs(Estimate estimate, String exactly) {
        assertThat(estimate.cost().bill().isComplete()).isTrue();
        assertThat(List.of(low(estimate), high(estimate)))
                .allMatch(amount -> amount.compareTo(new BigDecimal(exactly)) == 0);
    }

    private static BigDecimal low(Estimate estimate) {
        return estimate.cost().low().amount().rounded(12);
    }

    private static BigDecimal high(Estimate estimate) {
        return estimate.cost().high().amount().rounded(12);
    }

    @Test
    void tokens_that_are_embedded_cost_their_number() throws Exception {
        Estimate estimate = of("text-embedding-3-small", golden("embeddings/ids"));

        assertThat(estimate.input().tokens()).isEqualTo(Count.exact(3));
        // 3 × 0.02 / 1,000,000
        costs(estimate, "0.00000006");
    }

    @Test
    void texts_that_are_embedded_have_no_framing() {
        Estimate estimate =
                of("text-embedding-3-small", read("{\"input\": [\"Hello world\", \"hello\"]}", Dialect.EMBEDDINGS));

        // cl100k_base has “Hello world” as 9906, 1917 and “hello” as 15339
        assertThat(estimate.input().tokens()).isEqualTo(Count.exact(3));
    }

    @Test
    void the_limit_holds_for_each_input_that_is_embedded() {
        String ids = String.join(",", Collections.nCopies(8000, "9906"));
        Estimate two =
                of("text-embedding-3-small", read("{\"input\": [[" + ids + "],[" + ids + "]]}", Dialect.EMBEDDINGS));
        Estimate long1 = of(
                "text-embedding-3-small",
                read(
                        "{\"input\": [[" + ids + "," + String.join(",", Collections.nCopies(192, "1917")) + "]]}",
                        Dialect.EMBEDDINGS));

        // 16,000 tokens in all, 8,000 each, of 8,191 at most; 8,192 in one are over
        assertThat(two.fit().reasons()).doesNotContain("over_input");
        assertThat(two.input().tokens()).isEqualTo(Count.exact(16_000));
        assertThat(long1.fit().verdict()).isEqualTo(Fit.Verdict.OVER);
        assertThat(long1.fit().overBy()).isEqualTo(1);
    }

    @Test
    void a_query_is_ranked_with_every_document() {
        Estimate estimate = of(
                "text-embedding-3-small",
                read("{\"query\": \"hello\", \"documents\": [\"Hello world\", \"hello\"]}", Dialect.RERANK));

        // (1 + 2) + (1 + 1)
        assertThat(estimate.input().tokens()).isEqualTo(Count.exact(5));
        assertThat(estimate.output().tokens()).isEqualTo(Count.ZERO);
    }

    @Test
    void a_ranking_by_the_search_costs_one_for_each_hundred_documents() {
        // 2 / 1,000 a search, whose tokens cost nothing besides; 101 documents are two
        costs(of("rerank-v3.5", ranking("Capital?", "Paris", 3)), "0.002");
        costs(of("rerank-v3.5", ranking("Capital?", "Paris", 100)), "0.002");
        costs(of("rerank-v3.5", ranking("Capital?", "Paris", 101)), "0.004");
        costs(of("bedrock/amazon.rerank-v1:0", ranking("Capital?", "Paris", 201)), "0.003");
    }

    /** Cohere's pricing page: documents of more than 500 tokens, the query's included, are split and each piece counts. */
    @Test
    void long_documents_are_several_for_a_search() {
        Estimate estimate = of("rerank-v3.5", ranking("Capital?", "word ".repeat(1_500), 100));

        // 100 documents of at least 1,500 words are 300 pieces or more, three searches; one if the words were no tokens
        assertThat(low(estimate)).isEqualByComparingTo("0.002");
        assertThat(high(estimate)).isGreaterThanOrEqualTo(new BigDecimal("0.006"));
        assertThat(estimate.cost().bill().isComplete()).isTrue();
    }

    private static Prompt ranking(String query, String document, int times) {
        String documents = String.join("\",\"", Collections.nCopies(times, document));
        return read("{\"query\": \"" + query + "\", \"documents\": [\"" + documents + "\"]}", Dialect.RERANK);
    }

    @Test
    void a_completion_is_written_for_each_prompt_and_the_best_of_three_are_billed() throws Exception {
        Estimate estimate = of("gpt-4", golden("completions/several"));

        // 2 prompts × best of 3 × 16 tokens
        assertThat(estimate.output().tokens()).isEqualTo(Count.between(0, 96, 96));
        assertThat(of("gpt-4", golden("completions/ids")).input().tokens()).isEqualTo(Count.exact(3));
    }

    @Test
    void speech_by_the_character() {
        // 19 characters × 15 / 1,000,000
        costs(
                of("tts-1", read("{\"input\": \"The quick brown fox\", \"voice\": \"alloy\"}", Dialect.SPEECH)),
                "0.000285");
    }

    @Test
    void speech_by_the_token_is_likely_150_words_a_minute() {
        Estimate estimate = of(
                "gpt-4o-mini-tts",
                read("{\"input\": \"" + "word ".repeat(99) + "word\", \"voice\": \"alloy\"}", Dialect.SPEECH));

        // 100 tokens of text take 30 s, 20 tokens of sound each: 600
        assertThat(estimate.output().tokens().likely()).isEqualTo(600);
        assertThat(estimate.output().bounded()).isFalse();
    }

    @Test
    void a_transcript_of_whisper_costs_its_minutes() {
        Estimate estimate = Given.estimate(
                "whisper-1",
                read("{\"file\": \"https://example.org/a.mp3\", \"prompt\": \"Names: Smeta\"}", Dialect.TRANSCRIPTION),
                Given.now().withMedia(List.of(), List.of(90_000L), List.of(), List.of()));

        // 90 s × 0.006 / 60
        costs(estimate, "0.009");
        assertThat(estimate.input().bounded()).isTrue();
        assertThat(estimate.output().bounded()).isTrue();
    }

    @Test
    void a_transcript_by_the_token_is_as_long_as_what_is_said() {
        Estimate estimate = Given.estimate(
                "gpt-4o-transcribe",
                read("{\"file\": \"https://example.org/a.mp3\"}", Dialect.TRANSCRIPTION),
                Given.now().withMedia(List.of(), List.of(60_000L), List.of(), List.of()));

        // 60 s × 10 tokens × 6 / 1,000,000 + 200 tokens (150 words) × 10 / 1,000,000 = 0.0056; OpenAI says about 0.006
        assertThat(estimate.cost().likely().amount().rounded(6)).isEqualByComparingTo("0.0056");
    }

    @Test
    void pictures_of_gpt_image_1_by_size_and_quality() throws Exception {
        Estimate estimate = of("gpt-image-1", golden("images/generation"));

        // 2 × 6,240 × 40 / 1,000,000
        assertThat(Given.line(estimate, "picture").low().amount().rounded(6)).isEqualByComparingTo("0.4992");
        assertThat(Given.line(estimate, "picture").high().amount().rounded(6)).isEqualByComparingTo("0.4992");
    }

    @Test
    void pictures_of_gpt_image_2_by_any_size() {
        String body = "{\"prompt\": \"A fox\", \"size\": \"%s\", \"quality\": \"high\"}";

        // OpenAI's calculator, as users read it: 7,024, 5,488, 5,063 and 12,329 tokens (community.openai.com/t/1379464)
        assertThat(picture(body.formatted("1024x1024"))).isEqualTo(7024);
        assertThat(picture(body.formatted("1536x1024"))).isEqualTo(5488);
        assertThat(picture(body.formatted("1792x1024"))).isEqualTo(5063);
        assertThat(picture(body.formatted("3584x2048"))).isEqualTo(12_329);
    }

    private static long picture(String body) {
        return Item.usage(of("gpt-image-2", read(body, Dialect.IMAGES)).items())
                .get(Meter.IMAGE_OUTPUT_TOKENS)
                .likely();
    }

    @Test
    void a_picture_whose_quality_is_left_to_the_vendor_is_in_bounds() {
        Estimate estimate =
                of("gpt-image-1.5", read("{\"prompt\": \"A fox\", \"size\": \"1024x1024\"}", Dialect.IMAGES));

        // 272, 1,056 or 4,160 tokens × 32 / 1,000,000
        assertThat(Given.line(estimate, "picture").low().amount().rounded(6)).isEqualByComparingTo("0.008704");
        assertThat(Given.line(estimate, "picture").likely().amount().rounded(6)).isEqualByComparingTo("0.033792");
        assertThat(Given.line(estimate, "picture").high().amount().rounded(6)).isEqualByComparingTo("0.13312");
    }

    @Test
    void pictures_by_the_piece() throws Exception {
        // 0.12 for one in hd, lying as well as upright; three of Imagen 4 at 0.04
        costs(
                of(
                        "dall-e-3",
                        read("{\"prompt\": \"A fox\", \"size\": \"1792x1024\", \"quality\": \"hd\"}", Dialect.IMAGES)),
                "0.12");
        costs(of("imagen-4.0-generate-001", golden("images/imagen")), "0.12");
    }

    @Test
    void a_film_by_the_second() throws Exception {
        // 6 s × 0.4
        costs(of("veo-3.1-generate-preview", golden("videos/veo")), "2.4");
    }

    @Test
    void moderation_is_free() throws Exception {
        Estimate estimate = of("omni-moderation-latest", golden("moderations/text"));

        costs(estimate, "0");
        assertThat(Given.codes(estimate)).contains("free");
    }

    @Test
    void a_model_that_makes_no_pictures_is_not_asked_for_one() throws Exception {
        Estimate estimate = of("gpt-4o", golden("images/generation"));

        assertThat(estimate.fit().reasons()).contains("gives_no_images");
    }

    @Test
    void the_caps_of_other_dialects_hold() throws Exception {
        assertThat(of("claude-sonnet-4-5", golden("bedrock/converse"))
                        .output()
                        .tokens()
                        .high())
                .isEqualTo(512);
        assertThat(of("gpt-4o", golden("bedrock/nova")).output().tokens().high())
                .isEqualTo(300);
        assertThat(of("gpt-4o", golden("bedrock/titan")).output().tokens().high())
                .isEqualTo(64);
        assertThat(of("gpt-4o", golden("bedrock/llama")).output().tokens().high())
                .isEqualTo(128);
        assertThat(of("gpt-4o", golden("ollama/chat")).output().tokens().high()).isEqualTo(77);
        assertThat(of("gpt-4o", golden("yandex/completion")).output().tokens().high())
                .isEqualTo(2000);
        assertThat(of("gpt-4o", golden("cohere/first")).output().tokens().high())
                .isEqualTo(200);
        assertThat(of("gpt-4o", golden("gigachat/functions")).output().tokens().high())
                .isEqualTo(512);
    }
}
