package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static smeta.estimate.Given.anthropic;
import static smeta.estimate.Given.codes;
import static smeta.estimate.Given.estimate;
import static smeta.estimate.Given.line;
import static smeta.estimate.Given.now;
import static smeta.estimate.Given.openAi;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.money.Fraction;
import smeta.money.Money;
import smeta.price.Note;
import smeta.price.ServiceTier;
import smeta.prompt.Prompt;

class EstimatorTest {
    /** 9 tokens on o200k_base with OpenAI's framing: the sample of OpenAI's reference. */
    private static final String HELLO = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello!\"}]%s}";

    private static final Currency RUB = Currency.getInstance("RUB");

    private static Prompt hello(String more) {
        return openAi(HELLO.formatted(more));
    }

    private static Assumptions withMedia(List<Assumptions.Size> images, List<Long> audio) {
        return now().withMedia(images, audio, List.of(), List.of());
    }

    @Test
    void a_bill_of_nine_tokens_and_a_hundred() {
        Estimate estimate = estimate("gpt-4o", hello(""), now().withOutput(100L, 200L));
        // 9 × 2.5 + 100 × 10 = 1,022.5 / 1M; at most 9 × 2.5 + 200 × 10; at least 9 × 2.5
        assertThat(estimate.cost().likely()).isEqualTo(Money.of("0.0010225", "USD"));
        assertThat(estimate.cost().high()).isEqualTo(Money.of("0.0020225", "USD"));
        assertThat(estimate.cost().low()).isEqualTo(Money.of("0.0000225", "USD"));
        assertThat(estimate.fit().verdict()).isEqualTo(Fit.Verdict.FITS);
    }

    @ParameterizedTest(name = "on {0}: {1} USD")
    @CsvSource({
        // 9 tokens and a reply of 100: 9 × 4 + 100 × 8 = 836; 9 × 2 + 100 × 4 = 418; 9 × 3 + 100 × 6 = 627
        "2026-05-31T23:59:59Z,0.000836",
        "2026-06-01T00:00:00Z,0.000418",
        "2026-11-30T23:59:59.999Z,0.000418",
        "2026-12-01T00:00:00Z,0.000627"
    })
    void past_and_announced_prices_apply_on_their_days(String moment, String usd) {
        Estimate estimate = estimate(
                "acme/dated", hello(""), Assumptions.at(Instant.parse(moment)).withOutput(100L, null));
        assertThat(estimate.cost().likely()).isEqualTo(Money.of(usd, "USD"));
    }

    @Test
    void an_unknown_price_is_not_zero_whatever_the_reason() {
        assertThat(estimate("acme/unpriced", hello(""), now()).cost()).isNull();
        assertThat(codes(estimate("acme/unpriced", hello(""), now()))).contains("no_price");
        assertThat(estimate("acme/ended", hello(""), now()).cost()).isNull();
        assertThat(codes(estimate("acme/ended", hello(""), now()))).contains("no_price");
        assertThat(estimate("acme/trial", hello(""), now()).cost()).isNull();
        assertThat(codes(estimate("acme/trial", hello(""), now())))
                .contains("trial_only")
                .doesNotContain("free", "no_price");
    }

    @Test
    void free_and_free_for_now_cost_nothing_and_differ() {
        assertThat(estimate("acme/free", hello(""), now()).cost().high()).isEqualTo(Money.of("0", "USD"));
        assertThat(codes(estimate("acme/free", hello(""), now())))
                .contains("free")
                .doesNotContain("free_for_now", "trial_only");
        assertThat(estimate("acme/promotion", hello(""), now()).cost().high()).isEqualTo(Money.of("0", "CNY"));
        assertThat(codes(estimate("acme/promotion", hello(""), now())))
                .contains("free_for_now")
                .doesNotContain("free", "trial_only");
    }

    @Test
    void a_cost_is_converted_exactly_at_the_rate_of_the_day() {
        Estimate estimate =
                estimate("gpt-4o", hello(""), now().withOutput(100L, 200L).withCurrency(RUB));
        // 0.0010225 USD × 80
        assertThat(estimate.cost().likely()).isEqualTo(Money.of("0.0818", "RUB"));
        assertThat(estimate.cost().bill().likely()).as("billed").isEqualTo(Money.of("0.0010225", "USD"));
        assertThat(estimate.cost().conversion().used())
                .singleElement()
                .extracting(r -> r.date().toString())
                .isEqualTo("2026-07-01");
        // through rubles: × 80 / 10
        assertThat(estimate("gpt-4o", hello(""), now().withOutput(100L, 200L).withCurrency(Currency.getInstance("CNY")))
                        .cost()
                        .likely())
                .isEqualTo(Money.of("0.00818", "CNY"));
    }

    @Test
    void without_an_exchange_rate_the_conversion_is_impossible_and_says_what_to_do() {
        Assumptions early =
                Assumptions.at(Instant.parse("2026-06-30T12:00:00Z")).withCurrency(RUB);
        assertThatThrownBy(() -> estimate("gpt-4o", hello(""), early))
                .isInstanceOf(Impossible.class)
                .extracting(e -> ((Impossible) e).code())
                .isEqualTo("no_exchange_rate");
        assertThatThrownBy(() -> estimate("acme/dinars", hello(""), now().withCurrency(RUB)))
                .isInstanceOf(Impossible.class);
    }

    @Test
    void a_cached_percentage_is_a_prefix_rounded_down() {
        Prompt cookbook = openAi(Given.resource("/estimate/cookbook-messages.json"));
        Estimate estimate = estimate(
                "gpt-4o",
                cookbook,
                now().withOutput(0L, 0L).withCache(Share.ofPercent(new BigDecimal("40")), null, null));
        // 40 % of 124 is 49.6: 49 cached × 1.25 + 75 × 2.5 = 61.25 + 187.5 = 248.75 / 1M
        assertThat(estimate.cost().likely()).isEqualTo(Money.of("0.00024875", "USD"));
        assertThat(Item.usage(estimate.items()).get(Meter.CACHE_READ_TOKENS)).isEqualTo(Count.exact(49));
        assertThat(Item.usage(estimate.items()).promptTokens()).isEqualTo(Count.exact(124));
    }

    @ParameterizedTest(name = "{0} cached and {1} written of 9")
    @CsvSource({"9,0", "0,9", "4,5", "0,0"})
    void read_and_written_tokens_are_disjoint_and_add_up(long read, long written) {
        Estimate estimate =
                estimate("gpt-4o", hello(""), now().withCache(Share.ofTokens(read), Share.ofTokens(written), null));
        var usage = Item.usage(estimate.items());
        assertThat(usage.get(Meter.CACHE_READ_TOKENS).likely()).isEqualTo(read);
        assertThat(usage.get(Meter.CACHE_WRITE_TOKENS).likely()).isEqualTo(written);
        assertThat(usage.promptTokens()).isEqualTo(Count.exact(9));
    }

    @Test
    void more_cached_than_sent_is_refused_and_never_clamped() {
        assertThatThrownBy(() -> estimate("gpt-4o", hello(""), now().withCache(Share.ofTokens(10), null, null)))
                .isInstanceOf(Impossible.class)
                .extracting(e -> ((Impossible) e).code())
                .isEqualTo("cached_exceeds_input");
        assertThatThrownBy(() ->
                        estimate("gpt-4o", hello(""), now().withCache(Share.ofTokens(5), Share.ofTokens(5), null)))
                .isInstanceOf(Impossible.class);
    }

    @Test
    void cache_marks_of_an_anthropic_body_become_writes_of_their_lifetime() {
        Prompt prompt = anthropic("""
                {"model":"claude-3-5-sonnet-20241022","max_tokens":100,
                 "system":[{"type":"text","text":"%s","cache_control":{"type":"ephemeral","ttl":"1h"}}],
                 "messages":[{"role":"user","content":[{"type":"text","text":"A long document.","cache_control":{"type":"ephemeral"}},
                                                      {"type":"text","text":"A question?"}]}]}""".formatted("Long instructions. ".repeat(600)));
        Estimate marked = estimate("claude-3-5-sonnet-20241022", prompt, now());
        Map<Meter, Long> likely = marked.items().stream()
                .collect(Collectors.groupingBy(
                        Item::meter, Collectors.summingLong(i -> i.count().likely())));
        assertThat(likely.get(Meter.CACHE_WRITE_1H_TOKENS)).isPositive();
        assertThat(likely.get(Meter.CACHE_WRITE_5M_TOKENS)).isPositive();
        assertThat(likely.get(Meter.INPUT_TOKENS)).isPositive();
        assertThat(likely).doesNotContainKey(Meter.CACHE_READ_TOKENS);
        // 6 USD for an hour, 3.75 for five minutes, 3 for the rest
        assertThat(marked.cost().bill().likely().amount())
                .isEqualTo(Fraction.of(6 * likely.get(Meter.CACHE_WRITE_1H_TOKENS) + 3 * likely.get(Meter.INPUT_TOKENS))
                        .plus(Fraction.of("3.75").times(likely.get(Meter.CACHE_WRITE_5M_TOKENS)))
                        .plus(Fraction.of(15 * 100))
                        .dividedBy(1_000_000));
    }

    @Test
    void a_picture_before_a_cache_mark_leaves_the_bill_complete() throws IOException {
        Prompt prompt = anthropic("""
                {"model":"claude-3-5-sonnet-20241022","max_tokens":100,"messages":[{"role":"user","content":[
                  {"type":"image","source":{"type":"base64","media_type":"image/png","data":"%s"},"cache_control":{"type":"ephemeral"}},
                  {"type":"text","text":"What is this?"}]}]}""".formatted(png(1_000, 1_000)));
        Estimate estimate = estimate("claude-3-5-sonnet-20241022", prompt, now());
        assertThat(estimate.cost().bill().unpriced()).isEmpty();
        assertThat(line(estimate, "image[0]").item().meter()).isEqualTo(Meter.CACHE_WRITE_5M_TOKENS);
    }

    @Test
    void what_the_query_says_to_be_written_replaces_the_marks() {
        Prompt prompt = anthropic("""
                {"model":"m","max_tokens":100,"messages":[{"role":"user","content":[
                  {"type":"text","text":"A long document.","cache_control":{"type":"ephemeral"}}]}]}""");
        var usage = Item.usage(estimate(
                        "claude-3-5-sonnet-20241022",
                        prompt,
                        now().withCache(Share.ofPercent(BigDecimal.TEN), Share.ofTokens(0), null))
                .items());
        assertThat(usage.get(Meter.CACHE_WRITE_5M_TOKENS)).isEqualTo(Count.ZERO);
        assertThat(usage.get(Meter.CACHE_READ_TOKENS).likely()).isPositive();
    }

    /** OpenAI's guide to vision: 1024 × 1024 in high detail is 765 tokens, 2048 × 4096 is 1105. */
    @ParameterizedTest(name = "{0} × {1}: {2}")
    @CsvSource({"1024,1024,765", "2048,4096,1105"})
    void an_image_of_the_query_is_counted_by_the_published_rule(int width, int height, long tokens) {
        Estimate estimate =
                estimate("gpt-4o", hello(""), withMedia(List.of(new Assumptions.Size(width, height)), List.of()));
        assertThat(line(estimate, "image[0]").item().count()).isEqualTo(Count.exact(tokens));
        assertThat(estimate.input().tokens()).isEqualTo(Count.exact(9 + tokens));
    }

    @Test
    void an_image_of_the_body_is_measured_by_its_header() throws IOException {
        Prompt prompt = openAi("""
                {"messages":[{"role":"user","content":[{"type":"text","text":"Hello!"},
                  {"type":"image_url","image_url":{"url":"data:image/png;base64,%s","detail":"high"}}]}]}""".formatted(png(1024, 1024)));
        assertThat(estimate("gpt-4o", prompt, now()).input().tokens()).isEqualTo(Count.exact(9 + 765));
        assertThat(estimate("acme/dated", prompt, now()).fit())
                .isEqualTo(new Fit(Fit.Verdict.UNSUPPORTED, null, 0, List.of("takes_no_images")));
    }

    @Test
    void an_image_by_url_has_bounds_until_the_query_says_its_size() {
        Prompt prompt = openAi("""
                {"messages":[{"role":"user","content":[{"type":"text","text":"Hello!"},
                  {"type":"image_url","image_url":{"url":"https://example.com/a.png","detail":"high"}}]}]}""");
        Estimate unknown = estimate("gpt-4o", prompt, now());
        assertThat(unknown.input().tokens().isExact()).isFalse();
        assertThat(unknown.input().tokens().low()).isLessThanOrEqualTo(9 + 85 + 170);
        assertThat(unknown.input().tokens().high()).isGreaterThanOrEqualTo(9 + 1105);
        assertThat(codes(unknown)).contains("unmeasured");
        Estimate known = estimate("gpt-4o", prompt, withMedia(List.of(new Assumptions.Size(1024, 1024)), List.of()));
        assertThat(known.input().tokens()).isEqualTo(Count.exact(9 + 765));
    }

    @Test
    void a_price_per_image_takes_the_place_of_its_tokens() {
        Estimate estimate = estimate(
                "acme/per-image",
                hello(""),
                withMedia(List.of(new Assumptions.Size(1024, 1024)), List.of()).withOutput(0L, 0L));
        // 9 × 1 / 1M + 0.0025
        assertThat(estimate.cost().likely()).isEqualTo(Money.of("0.002509", "USD"));
    }

    @Test
    void characters_are_unicode_characters_of_the_text() {
        Prompt emoji = openAi("{\"messages\":[{\"role\":\"user\",\"content\":\"Привет 😀\"}]}");
        Estimate estimate = estimate("acme/by-characters", emoji, now().withOutput(0L, 0L));
        // 6 letters, a space and one emoji: 8 × 0.1 / 1,000
        assertThat(estimate.cost().likely()).isEqualTo(Money.of("0.0008", "USD"));
    }

    @Test
    void what_a_model_does_not_take_is_unsupported() {
        assertThat(estimate("acme/dated", hello(""), withMedia(List.of(new Assumptions.Size(10, 10)), List.of()))
                        .fit()
                        .reasons())
                .containsExactly("takes_no_images");
        assertThat(estimate("acme/dated", hello(""), withMedia(List.of(), List.of(1_000L)))
                        .fit()
                        .reasons())
                .containsExactly("takes_no_audio");
        assertThat(estimate(
                                "acme/dated",
                                hello(""),
                                now().withMedia(
                                                List.of(),
                                                List.of(),
                                                List.of(new Assumptions.Film(1_000, null)),
                                                List.of()))
                        .fit()
                        .reasons())
                .containsExactly("takes_no_video");
        assertThat(estimate("acme/dated", hello(""), now().withMedia(List.of(), List.of(), List.of(), List.of(3)))
                        .fit()
                        .reasons())
                .containsExactly("takes_no_files");
        assertThat(estimate("acme/no-tools", openAi(Given.resource("/estimate/cookbook-tools.json")), now())
                        .fit()
                        .reasons())
                .containsExactly("takes_no_tools");
    }

    @Test
    void a_reply_is_capped_by_the_body_the_query_and_the_model() {
        assertThat(estimate("gpt-4o", hello(""), now()).output().tokens())
                .as("500, at most the model's 16,384")
                .isEqualTo(Count.between(0, 500, 16_384));
        assertThat(estimate("gpt-4o", hello(",\"max_tokens\":100"), now())
                        .output()
                        .tokens())
                .isEqualTo(Count.between(0, 100, 100));
        assertThat(estimate("gpt-4o", hello(",\"max_tokens\":100"), now().withOutput(null, 40L))
                        .output()
                        .tokens())
                .as("the query's cap")
                .isEqualTo(Count.between(0, 40, 40));
        assertThat(estimate("acme/dated", hello(""), now().withOutput(800L, null))
                        .output()
                        .tokens())
                .isEqualTo(Count.between(0, 800, 1_000));
        Estimate greedy = estimate("gpt-4o", hello(",\"max_tokens\":20000"), now());
        assertThat(greedy.fit()).isEqualTo(new Fit(Fit.Verdict.TIGHT, 16_384L, 0, List.of("over_output")));
    }

    @Test
    void a_likely_reply_above_its_cap_is_refused() {
        assertThatThrownBy(() -> estimate("gpt-4o", hello(",\"max_tokens\":100"), now().withOutput(101L, null)))
                .isInstanceOf(Impossible.class)
                .extracting(e -> ((Impossible) e).code())
                .isEqualTo("output_exceeds_cap");
    }

    @Test
    void several_replies_are_billed_each() {
        Estimate estimate = estimate("gpt-4o", hello(",\"n\":3,\"max_tokens\":100"), now());
        assertThat(estimate.output().tokens()).isEqualTo(Count.between(0, 300, 300));
        // 9 × 2.5 + 300 × 10 = 3,022.5 / 1M
        assertThat(estimate.cost().likely()).isEqualTo(Money.of("0.0030225", "USD"));
    }

    @Test
    void absurdly_many_and_long_replies_are_refused_and_do_not_overflow() {
        assertThatThrownBy(() ->
                        estimate("acme/ended", hello(",\"n\":2000000000,\"max_tokens\":900000000000000000"), now()))
                .isInstanceOf(Impossible.class)
                .extracting(e -> ((Impossible) e).code())
                .isEqualTo("reply_too_long");
    }

    @Test
    void reasoning_is_part_of_the_reply_and_has_its_own_rate_where_one_is_published() {
        Assumptions said = now().withOutput(100L, 1_000L).withReasoning(300L);
        Estimate estimate = estimate("acme/thinker", hello(""), said);
        assertThat(estimate.output().tokens()).isEqualTo(Count.between(0, 400, 1_000));
        // 9 × 1 + (100 + 300) × 8 = 3,209 / 1M: it thinks, so all that it writes costs the thinking rate
        assertThat(estimate.cost().likely()).isEqualTo(Money.of("0.003209", "USD"));
        Estimate silent = estimate("acme/thinker", hello(""), now().withOutput(100L, 1_000L));
        // 9 × 1 + 100 × 2; at most all 1,000 at the dearer rate: 9 + 8,000
        assertThat(silent.cost().likely()).isEqualTo(Money.of("0.000209", "USD"));
        assertThat(silent.cost().high()).isGreaterThanOrEqualTo(Money.of("0.008009", "USD"));
        assertThat(codes(silent)).contains("reasoning_not_counted");
    }

    @Test
    void the_bodys_service_tier_applies_unless_the_query_names_one() {
        // 9 × 4.25 + 100 × 17 = 1,738.25 / 1M
        assertThat(estimate("gpt-4o", hello(",\"service_tier\":\"priority\""), now().withOutput(100L, 100L))
                        .cost()
                        .likely())
                .isEqualTo(Money.of("0.00173825", "USD"));
        assertThat(estimate(
                                "gpt-4o",
                                hello(",\"service_tier\":\"priority\""),
                                now().withOutput(100L, 100L).withTier(ServiceTier.STANDARD))
                        .cost()
                        .likely())
                .isEqualTo(Money.of("0.0010225", "USD"));
        // batch: 9 × 1.25 + 100 × 5 = 511.25 / 1M
        assertThat(estimate("gpt-4o", hello(""), now().withOutput(100L, 100L).withTier(ServiceTier.BATCH))
                        .cost()
                        .likely())
                .isEqualTo(Money.of("0.00051125", "USD"));
    }

    @Test
    void a_service_tier_that_nobody_prices_has_no_price() {
        Estimate estimate = estimate("acme/dated", hello(",\"service_tier\":\"flex\""), now());
        assertThat(estimate.cost()).isNull();
        assertThat(codes(estimate)).contains("tier_not_priced");
    }

    @Test
    void a_retirement_ahead_and_one_behind_are_told_apart() {
        assertThat(codes(estimate("acme/retiring", hello(""), now())))
                .contains("retires")
                .doesNotContain("retired");
        assertThat(codes(estimate("acme/retiring", hello(""), Assumptions.at(Instant.parse("2026-12-01T00:00:00Z")))))
                .contains("retired");
    }

    /**
     * RouterAI's page for Gemini 2.0 Flash, worked by hand in rubles: 15 / 60 per 1M tokens, image 3.91 per 1K tokens
     * as printed, audio 70 per 1M. Google's guide: 960 × 540 is 6 tiles of 258 = 1,548 tokens; audio is 32 tokens a
     * second.
     */
    @Test
    void routerais_page_by_hand() {
        Estimate estimate = estimate(
                "routerai/google/gemini-2.0-flash-001",
                Prompt.ofText("Что на картинке?"),
                withMedia(List.of(new Assumptions.Size(960, 540)), List.of(90_000L))
                        .withOutput(500L, 500L));
        // 1,548 × 3.91 / 1,000 = 6.05268; as 3.91 per 1,000 images one image is 0.00391
        assertThat(line(estimate, "image[0]").likely()).isEqualTo(Money.of("6.05268", "RUB"));
        assertThat(line(estimate, "image[0]").high()).isEqualTo(Money.of("6.05268", "RUB"));
        assertThat(line(estimate, "image[0]").low()).isEqualTo(Money.of("0.00391", "RUB"));
        // 90 × 32 = 2,880 × 70 / 1M = 0.2016
        assertThat(line(estimate, "audio[0]").likely()).isEqualTo(Money.of("0.2016", "RUB"));
        // 500 × 60 / 1M = 0.03
        assertThat(line(estimate, "reply").likely()).isEqualTo(Money.of("0.03", "RUB"));
        long text = estimate.input().tokens().likely() - 1_548 - 2_880;
        assertThat(text).isBetween(3L, 20L);
        assertThat(estimate.cost().likely())
                .isEqualTo(Money.of("6.28428", "RUB")
                        .plus(Money.of("0.000015", "RUB").times(text)));
        assertThat(codes(estimate)).contains("doubtful_rate");
    }

    @Test
    void a_prompt_for_many_models_is_counted_once_for_each_vocabulary() {
        Prompt prompt = Prompt.ofText("Сколько это будет стоить? ".repeat(2_000));
        Request request = new Request(prompt, now(), Given.TOKENIZERS);
        Estimator estimator = new Estimator(Given.EXCHANGE);
        estimator.estimate(request, Given.SHIPPED.find("gpt-4o").orElseThrow(), "gpt-4o");
        long afterOne = request.countingNanos();
        estimator.estimate(request, Given.SHIPPED.find("gpt-4.1").orElseThrow(), "gpt-4.1");
        assertThat(request.countingNanos())
                .as("the same vocabulary: nothing is counted again")
                .isEqualTo(afterOne);
    }

    @Test
    void notes_stand_once() {
        Estimate estimate = estimate("gpt-4o", hello(""), now());
        assertThat(estimate.notes().stream().map(Note::text)).doesNotHaveDuplicates();
    }

    private static String png(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
