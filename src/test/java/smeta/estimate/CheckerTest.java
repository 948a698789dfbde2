package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Model;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.money.ExchangeRate;
import smeta.money.ExchangeRates;
import smeta.money.Money;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.token.Precision;
import smeta.token.Tokenizers;

class CheckerTest {
    private static final Tokenizers TOKENIZERS = Tokenizers.bundled();
    private static final Catalogue CATALOGUE =
            new CatalogueReader(1000, TOKENIZERS.names()).read(CatalogueFiles.bundled());
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final ExchangeRates EXCHANGE = new ExchangeRates(List.of(new ExchangeRate(
            Currency.getInstance("USD"),
            Currency.getInstance("RUB"),
            new BigDecimal("80"),
            LocalDate.parse("2026-11-20"),
            "a test")));
    private static final Checker CHECKER = new Checker(new Estimator(EXCHANGE));

    private static Prompt chat(String text, String more) {
        String body =
                "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]" + more + "}";
        return PromptReader.read(
                Body.json(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Dialect.OPENAI_CHAT,
                UnknownParts.FAIL);
    }

    private static Assumptions onHigh() {
        return on(Bound.HIGH);
    }

    private static Assumptions on(Bound bound) {
        return Assumptions.at(NOW).withBound(bound);
    }

    private static Check check(Prompt prompt, Assumptions said, String model, @Nullable String limit) {
        return CHECKER.check(new Request(prompt, said, TOKENIZERS), model(model), model, rules(limit), false);
    }

    private static Check.Rules rules(@Nullable String limit) {
        return new Check.Rules(limit == null ? null : new BigDecimal(limit), false);
    }

    private static Model model(String name) {
        return CATALOGUE.find(name).orElseThrow();
    }

    @Test
    void what_is_held_is_the_prompt_and_the_whole_reply_cap() {
        // 3 a message, 1 for the role, 1 for Hello, 3 for the reply's start: 8 tokens at 2.50, 1000 at 10, per million
        Check check = check(chat("Hello", ",\"max_tokens\":1000"), onHigh(), "openai/gpt-4o", "0.01002");
        assertThat(check.hold()).isEqualTo(Money.of("0.01002", "USD"));
        assertThat(check.allowed()).isTrue();
        assertThat(check.reasons()).isEmpty();
    }

    @Test
    void a_limit_that_is_a_hair_lower_denies_and_says_what_would_pass() {
        Check check = check(chat("Hello", ",\"max_tokens\":1000"), onHigh(), "openai/gpt-4o", "0.010019999");
        assertThat(check.reasons()).containsExactly("over_limit");
        // 999 × 0.00001 + 0.00002 = 0.01001
        assertThat(check.repair()).isEqualTo(new Check.Repair(999, Money.of("0.01001", "USD")));
    }

    @Test
    void without_a_cap_the_models_maximum_is_held() {
        // 16,384 × 0.00001 + 8 × 0.0000025
        assertThat(check(chat("Hello", ""), onHigh(), "openai/gpt-4o", null).hold())
                .isEqualTo(Money.of("0.16386", "USD"));
    }

    @Test
    void a_limit_is_compared_in_the_currency_that_is_asked_for() {
        Assumptions rubles = onHigh().withCurrency(Currency.getInstance("RUB"));
        // 0.01002 USD × 80
        assertThat(check(chat("Hello", ",\"max_tokens\":1000"), rubles, "openai/gpt-4o", "0.8016")
                        .allowed())
                .isTrue();
        assertThat(check(chat("Hello", ",\"max_tokens\":1000"), rubles, "openai/gpt-4o", "0.8015")
                        .reasons())
                .containsExactly("over_limit");
    }

    @Test
    void a_cap_past_the_models_maximum_is_denied_with_the_maximum_as_the_repair() {
        Check check = check(chat("Hello", ",\"max_tokens\":20000"), onHigh(), "openai/gpt-4o", null);
        assertThat(check.reasons()).containsExactly("over_output");
        assertThat(check.repair().maxOutput()).isEqualTo(16_384);
    }

    @Test
    void a_prompt_past_the_window_is_denied_and_no_cap_mends_it() {
        Check check = check(chat("hello ".repeat(9000), ""), onHigh(), "openai/gpt-4", null);
        assertThat(check.reasons()).contains("over_context");
        assertThat(check.repair()).isNull();
    }

    @Test
    void counting_stops_where_the_denial_is_certain() {
        Request request = new Request(chat("hello ".repeat(140_000), ""), onHigh(), TOKENIZERS);
        Check check = CHECKER.check(request, model("openai/gpt-4o"), "gpt-4o", rules(null), true);
        assertThat(check.certain()).isEqualTo(new Check.Certain(128_000));
        assertThat(check.reasons()).contains("over_context");
        assertThat(check.estimate()).isNull();
    }

    @Test
    void counting_stops_where_the_text_alone_costs_more_than_the_limit() {
        Request request = new Request(chat("hello ".repeat(60_000), ""), onHigh(), TOKENIZERS);
        // 0.05 USD buys 20,000 tokens at 2.50 a million
        Check check = CHECKER.check(request, model("openai/gpt-4o"), "gpt-4o", rules("0.05"), true);
        assertThat(check.certain()).isEqualTo(new Check.Certain(20_000));
        assertThat(check.reasons()).containsExactly("over_limit");
    }

    @Test
    void an_early_look_that_finds_nothing_changes_nothing() {
        Prompt prompt = chat("hello ".repeat(60_000), ",\"max_tokens\":10");
        Check early = CHECKER.check(
                new Request(prompt, onHigh(), TOKENIZERS), model("openai/gpt-4o"), "gpt-4o", rules("0.2"), true);
        Check full = CHECKER.check(
                new Request(prompt, onHigh(), TOKENIZERS), model("openai/gpt-4o"), "gpt-4o", rules("0.2"), false);
        assertThat(early.hold()).isEqualTo(full.hold()).isNotNull();
        assertThat(early.estimate().input()).isEqualTo(full.estimate().input());
    }

    @Test
    void a_picture_is_denied_to_a_model_that_takes_none() {
        String image =
                "{\"model\":\"gpt-4\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://e.org/a.png\"}}]}]}";
        Prompt prompt = PromptReader.read(
                Body.json(image.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Dialect.OPENAI_CHAT,
                UnknownParts.FAIL);
        assertThat(check(prompt, onHigh(), "openai/gpt-4", null).reasons()).contains("takes_no_images");
    }

    @Test
    void what_nobody_prices_passes_only_if_the_caller_says_so() {
        Model unpriced = CATALOGUE.models().stream()
                .filter(m -> m.card(NOW, null, null).filter(c -> c.hasPrice()).isEmpty()
                        && m.limits().contextTokens().isPresent()
                        && !m.isRetired(NOW)
                        && m.limits().maxOutputTokens().isPresent())
                .findFirst()
                .orElseThrow();
        Request request = new Request(chat("Hello", ""), onHigh(), TOKENIZERS);
        assertThat(CHECKER.check(request, unpriced, "x", rules("1000000"), false)
                        .reasons())
                .contains("no_price");
        Check passed = CHECKER.check(request, unpriced, "x", new Check.Rules(new BigDecimal("1000000"), true), false);
        assertThat(passed.reasons()).doesNotContain("no_price");
        assertThat(passed.notKnown()).contains("no_price");
        assertThat(passed.hold()).isNull();
    }

    @Test
    void alternatives_are_cheaper_fit_and_call_tools_if_the_request_has_some() {
        Prompt prompt = chat(
                "Hello",
                ",\"max_tokens\":1000,\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\"}}}]");
        Request request = new Request(prompt, onHigh(), TOKENIZERS);
        List<Check.Alternative> found = CHECKER.alternatives(
                request, CATALOGUE.models(), model("openai/gpt-4o"), rules("0.005"), Currency.getInstance("USD"), 5);
        assertThat(found).isNotEmpty().isSortedAccordingTo(java.util.Comparator.comparing(Check.Alternative::hold));
        assertThat(found).allSatisfy(a -> {
            assertThat(a.hold()).isLessThanOrEqualTo(Money.of("0.005", "USD"));
            assertThat(a.estimate().model().tools()).isTrue();
            assertThat(a.estimate().fit().verdict()).isEqualTo(Fit.Verdict.FITS);
            assertThat(a.estimate().model().isRetired(NOW)).isFalse();
        });
    }

    @Test
    void past_the_deadline_bytes_are_the_bound() throws InterruptedException {
        Deadline passed = Deadline.in(Duration.ofNanos(1));
        Thread.sleep(1);
        Request request = new Request(chat("Hello", ",\"max_tokens\":1000"), onHigh(), TOKENIZERS, passed);
        Estimate.Input input = CHECKER.check(request, model("openai/gpt-4o"), "gpt-4o", rules(null), false)
                .estimate()
                .input();
        assertThat(input.precision()).isEqualTo(Precision.BOUND);
        assertThat(input.because()).contains("deadline");
        // bytes and one more for each text: Hello 5 + 1, user 4 + 1, and 3 + 3 of framing
        assertThat(input.tokens().high()).isEqualTo(17);
    }

    @Test
    void past_the_deadline_no_early_look_is_taken_either() throws InterruptedException {
        Deadline passed = Deadline.in(Duration.ofNanos(1));
        Thread.sleep(1);
        Request request = new Request(chat("hello ".repeat(140_000), ""), onHigh(), TOKENIZERS, passed);
        Check check = CHECKER.check(request, model("openai/gpt-4o"), "gpt-4o", rules(null), true);
        assertThat(check.certain()).isNull();
        assertThat(check.reasons()).contains("over_context");
        assertThat(check.estimate().input().precision()).isEqualTo(Precision.BOUND);
    }

    @Test
    void the_bound_without_counting_holds_for_texts_that_normalization_makes_longer() {
        // U+0958 decomposes in form C too: 3 bytes become 6
        smeta.token.Text text = smeta.token.Text.of("\u0958".repeat(100));
        long high = TextCounts.uncounted(List.of(text)).high();
        for (String name : TOKENIZERS.names()) {
            assertThat(TOKENIZERS.find(name).orElseThrow().count(text).high())
                    .as(name)
                    .isLessThanOrEqualTo(high);
        }
    }

    /** Of random prompts, models, caps and limits: the cap that is offered passes, and one token more does not. */
    @Test
    void the_offered_cap_passes_and_one_more_does_not() {
        Random random = new Random(20261122);
        List<Model> models = CATALOGUE.models().stream()
                .filter(m -> m.card(NOW, null, null).isPresent())
                .toList();
        int offered = 0;
        for (int i = 0; i < 1500; i++) {
            Model model = models.get(random.nextInt(models.size()));
            Prompt prompt = chat(
                    "word ".repeat(random.nextInt(3000)),
                    random.nextBoolean() ? "" : ",\"max_tokens\":" + (1 + random.nextInt(300_000)));
            Assumptions said = onHigh();
            if (random.nextInt(4) == 0) {
                said = on(Bound.values()[random.nextInt(3)]);
            }
            Check.Rules rules = new Check.Rules(
                    random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(8)),
                    random.nextBoolean());
            Request request = new Request(prompt, said, TOKENIZERS);
            Check check = CHECKER.check(request, model, model.id(), rules, false);
            if (check.repair() == null) {
                continue;
            }
            offered++;
            long cap = check.repair().maxOutput();
            assertThat(check.allowed()).isFalse();
            Check with = CHECKER.check(request.with(Checker.capped(said, cap)), model, model.id(), rules, false);
            Check beyond = CHECKER.check(request.with(Checker.capped(said, cap + 1)), model, model.id(), rules, false);
            assertThat(with.allowed())
                    .as("%s with a cap of %d: %s", model.qualifiedId(), cap, with.reasons())
                    .isTrue();
            assertThat(with.hold()).isEqualTo(check.repair().cost());
            assertThat(beyond.allowed())
                    .as("%s with a cap of %d", model.qualifiedId(), cap + 1)
                    .isFalse();
        }
        assertThat(offered).isGreaterThan(100);
    }
}
