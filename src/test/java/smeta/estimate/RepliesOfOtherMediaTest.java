package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import smeta.meter.Count;
import smeta.meter.Meter;
import smeta.money.Money;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;

/** Replies that are sound or pictures. Prices and tokens are the vendors', the arithmetic stands beside each case. */
class RepliesOfOtherMediaTest {
    private static Prompt gemini(String body) {
        return read(body, Dialect.GEMINI);
    }

    private static Prompt read(String body, Dialect dialect) {
        return PromptReader.read(Body.json(body.getBytes(StandardCharsets.UTF_8)), dialect, UnknownParts.FAIL);
    }

    private static Estimate of(String model, Prompt prompt) {
        return Given.estimate(model, prompt, Given.now());
    }

    private static BigDecimal exact(Money money) {
        return money.amount().rounded(8);
    }

    private static Count count(Estimate estimate, String item) {
        return Given.line(estimate, item).item().count();
    }

    @Test
    void a_picture_of_gemini_2_5_flash_image_is_1290_tokens_at_30_dollars() {
        Estimate estimate = of("gemini-2.5-flash-image", gemini("""
                {"contents": [{"parts": [{"text": "A red fox in the snow"}]}],
                 "generationConfig": {"responseModalities": ["IMAGE"]}}"""));

        // 1,290 × 30 / 1,000,000 = 0.0387 (ai.google.dev/gemini-api/docs/pricing, 2026-08)
        assertThat(exact(Given.line(estimate, "picture").likely())).isEqualByComparingTo("0.0387");
        assertThat(estimate.cost().bill().isComplete()).isTrue();
        assertThat(estimate.output().tokens().likely()).isEqualTo(1290);
    }

    @Test
    void a_model_that_makes_pictures_unasked_is_likely_to_make_one() {
        Estimate estimate = of("gemini-2.5-flash-image", gemini("{\"contents\": \"A red fox in the snow\"}"));

        assertThat(count(estimate, "picture").likely()).isEqualTo(1290);
        // the cap of 32,768, which the prompt doesn't share, may be pictures from end to end
        assertThat(count(estimate, "picture").high()).isEqualTo(32_768);
    }

    @Test
    void a_picture_for_each_candidate() {
        Estimate estimate = of("gemini-2.5-flash-image", gemini("""
                {"contents": "A red fox", "generationConfig": {"candidateCount": 3, "maxOutputTokens": 2000}}"""));

        assertThat(count(estimate, "picture")).isEqualTo(Count.between(0, 3 * 1290, 3 * 2000));
    }

    @Test
    void text_alone_makes_no_picture() {
        Estimate estimate = of("gemini-2.5-flash-image", gemini("""
                {"contents": "A red fox", "generationConfig": {"responseModalities": ["TEXT"]}}"""));

        assertThat(estimate.cost().bill().lines()).noneMatch(l -> l.item().meter() == Meter.IMAGE_OUTPUT_TOKENS);
    }

    @Test
    void gemini_3_counts_2000_tokens_at_4k_and_1120_otherwise() {
        String body = "{\"contents\": \"A fox\", \"generationConfig\": {\"responseModalities\": [\"IMAGE\"]%s}}";

        // 2,000 × 120 / 1,000,000 = 0.24; 1,120 × 120 / 1,000,000 = 0.1344 (pricing page, 2026-08)
        assertThat(exact(Given.line(
                                of(
                                        "gemini-3-pro-image-preview",
                                        gemini(body.formatted(", \"imageConfig\": {\"imageSize\": \"4K\"}"))),
                                "picture")
                        .likely()))
                .isEqualByComparingTo("0.24");
        assertThat(exact(Given.line(of("gemini-3-pro-image-preview", gemini(body.formatted(""))), "picture")
                        .likely()))
                .isEqualByComparingTo("0.1344");
    }

    @Test
    void speech_that_is_asked_for_is_billed_as_sound() {
        Estimate estimate = of("gpt-audio", Given.openAi("""
                {"model": "gpt-audio", "modalities": ["text", "audio"], "audio": {"voice": "alloy", "format": "wav"},
                 "max_completion_tokens": 1000, "messages": [{"role": "user", "content": "Tell me a tale"}]}"""));

        // of 1,000 tokens every one may be sound: 1,000 × 64 / 1,000,000 = 0.064, not 0.01 as text would be
        assertThat(exact(Given.line(estimate, "speech").high())).isEqualByComparingTo("0.064");
        // text and its speech of six times as many tokens (20 a second, 0.3 s a token) share the cap: 1 to 6
        assertThat(count(estimate, "reply").likely()).isEqualTo(142);
        assertThat(count(estimate, "speech").likely()).isEqualTo(858);
        assertThat(estimate.output().tokens()).isEqualTo(Count.between(0, 1000, 1000));
    }

    @Test
    void a_short_text_is_spoken_with_six_times_as_many_tokens() {
        Estimate estimate = Given.estimate(
                "gpt-4o-audio-preview", Given.openAi("""
                {"modalities": ["text", "audio"], "audio": {"voice": "alloy", "format": "wav"},
                 "messages": [{"role": "user", "content": "Hi"}]}"""), Given.now().withOutput(100L, null));

        // 100 tokens are 75 words, half a minute at 150 words a minute: 30 s × 20 tokens a second = 600
        assertThat(count(estimate, "speech").likely()).isEqualTo(600);
        // 600 × 80 / 1,000,000
        assertThat(exact(Given.line(estimate, "speech").likely())).isEqualByComparingTo("0.048");
    }

    @Test
    void a_model_that_speaks_only_when_asked_is_billed_for_text() {
        Estimate estimate = of(
                "gpt-audio", Given.openAi("{\"messages\": [{\"role\": \"user\", \"content\": \"Tell me a tale\"}]}"));

        assertThat(estimate.cost().bill().lines()).noneMatch(l -> l.item().meter() == Meter.AUDIO_OUTPUT_TOKENS);
    }

    @Test
    void qwen_omni_speaks_at_12_and_a_half_tokens_a_second() {
        Estimate estimate = Given.estimate(
                "dashscope-intl/qwen3-omni-flash",
                Given.openAi("""
                {"modalities": ["text", "audio"], "audio": {"voice": "Cherry", "format": "wav"},
                 "messages": [{"role": "user", "content": "Who are you"}]}"""),
                Given.now().withOutput(100L, null));

        // 30 s × 12.5 = 375 tokens × 15.11 / 1,000,000
        assertThat(exact(Given.line(estimate, "speech").likely())).isEqualByComparingTo("0.00566625");
    }

    @Test
    void a_medium_that_the_model_does_not_give_is_unsupported() {
        Estimate estimate = of("gpt-4o", Given.openAi("""
                {"modalities": ["text", "audio"], "messages": [{"role": "user", "content": "Hi"}]}"""));

        assertThat(estimate.fit().verdict()).isEqualTo(Fit.Verdict.UNSUPPORTED);
        assertThat(estimate.fit().reasons()).contains("gives_no_audio");
    }

    @Test
    void an_embedding_has_no_reply() {
        Estimate estimate = of("text-embedding-3-small", Prompt.ofText("some words"));

        assertThat(estimate.output().tokens()).isEqualTo(Count.ZERO);
        assertThat(estimate.cost().bill().isComplete()).isTrue();
        assertThat(estimate.cost().bill().lines()).allMatch(l -> l.item().meter() == Meter.INPUT_TOKENS);
    }

    @Test
    void text_to_speech_that_is_billed_by_characters_costs_its_text() {
        Estimate estimate = of("tts-1", Prompt.ofText("Hello, world"));

        // 12 characters × 15 / 1,000,000
        assertThat(exact(estimate.cost().high())).isEqualByComparingTo("0.00018");
        assertThat(estimate.output().bounded()).isTrue();
        assertThat(estimate.cost().bill().isComplete()).isTrue();
    }

    @Test
    void dall_e_3_costs_between_its_cheapest_and_its_dearest_picture() {
        Estimate estimate = of("dall-e-3", Prompt.ofText("A fox"));

        // standard 1024×1024 at 0.04 to hd 1024×1792 at 0.12 (prices of 2023 on)
        assertThat(exact(estimate.cost().low())).isEqualByComparingTo("0.04");
        assertThat(exact(estimate.cost().likely())).isEqualByComparingTo("0.04");
        assertThat(exact(estimate.cost().high())).isEqualByComparingTo("0.12");
    }
}
