package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import smeta.calibration.Calibrations;
import smeta.calibration.ModelCalibration;
import smeta.catalogue.Model;
import smeta.meter.Count;
import smeta.meter.Meter;

/** GPT-4o: input 2.50, cached input 1.25 USD a million tokens. */
class LearntCacheShareTest {
    private static final Model GPT_4O = Given.SHIPPED.find("gpt-4o").orElseThrow();
    /** Of 2,000 words: 2,009 tokens with their framing, more than the 1,024 from which OpenAI caches. */
    private static final String BODY =
            "{\"model\":\"gpt-4o\",\"max_completion_tokens\":0,\"messages\":[{\"role\":\"user\"," + "\"content\":\""
                    + " hello".repeat(2000) + "\"}]}";

    private static Estimator learnt(@Nullable Long cached, long lines) {
        ModelCalibration model = new ModelCalibration(
                GPT_4O.qualifiedId(),
                lines,
                null,
                GPT_4O.tokenizer(),
                GPT_4O.framing().name(),
                null,
                List.of(),
                List.of(),
                cached,
                null);
        return new Estimator(Given.EXCHANGE)
                .with(new Calibrations(
                        Map.of(GPT_4O.qualifiedId(), new Calibrations.InUse(model, LocalDate.of(2026, 11, 20))),
                        995,
                        90));
    }

    private static Estimate estimate(Estimator estimator, Assumptions said) {
        return estimator.estimate(new Request(Given.openAi(BODY), said, Given.TOKENIZERS), GPT_4O, "gpt-4o");
    }

    private static long likely(Estimate estimate, Meter meter) {
        return estimate.items().stream()
                .filter(i -> i.meter() == meter)
                .mapToLong(i -> i.count().likely())
                .sum();
    }

    @Test
    void the_likely_cost_has_the_learnt_share_in_the_cache_and_the_bounds_cover_all_and_nothing() {
        Estimate bare = estimate(new Estimator(Given.EXCHANGE), Given.now());
        Estimate estimate = estimate(learnt(400_000L, 100), Given.now());
        long tokens = bare.input().tokens().likely();
        assertThat(estimate.input()).isEqualTo(bare.input());
        // of each item four tenths, rounded down: text, and 7 of framing
        long read = likely(estimate, Meter.CACHE_READ_TOKENS);
        assertThat(read).isBetween(tokens * 4 / 10 - 2, tokens * 4 / 10);
        BigDecimal likely = estimate.cost().likely().amount().rounded(12);
        assertThat(likely).isEqualByComparingTo(BigDecimal.valueOf((tokens - read) * 250 + read * 125, 8));
        assertThat(estimate.cost().high()).isEqualTo(bare.cost().high());
        assertThat(estimate.cost().low().amount().rounded(12))
                .isEqualByComparingTo(BigDecimal.valueOf(tokens * 125, 8));
        assertThat(estimate.learnt()).first().satisfies(learnt -> {
            assertThat(learnt.name()).isEqualTo("cached");
            assertThat(learnt.lines()).isEqualTo(100);
            assertThat(learnt.how()).contains("100 lines");
        });
    }

    @Test
    void what_the_caller_says_goes_before_what_was_learnt() {
        Assumptions none = Given.now().withCache(Share.ofTokens(0), null, null);
        assertThat(estimate(learnt(400_000L, 100), none).cost().low())
                .isEqualTo(estimate(new Estimator(Given.EXCHANGE), none).cost().low());
        Assumptions some = Given.now().withCache(Share.ofTokens(100), null, null);
        assertThat(likely(estimate(learnt(400_000L, 100), some), Meter.CACHE_READ_TOKENS))
                .isEqualTo(100);
    }

    @Test
    void fewer_than_fifty_lines_change_nothing() {
        assertThat(estimate(learnt(400_000L, 49), Given.now())).isEqualTo(estimate(learnt(null, 100), Given.now()));
    }

    @Test
    void the_usual_share_of_a_plan_is_a_percentage() {
        assertThat(learnt(412_345L, 100).usuallyCached(GPT_4O, Count.exact(5000)))
                .isEqualByComparingTo("41.2345");
        assertThat(learnt(null, 100).usuallyCached(GPT_4O, Count.exact(5000))).isNull();
    }
}
