package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import smeta.catalogue.Limits;
import smeta.catalogue.Model;
import smeta.catalogue.PrintedLimits;

/**
 * Models of which documents print different limits. qwen-plus: 131,072 and 8,192 in Alibaba's list of December 2024,
 * 1,000,000 and 32,768 in what most catalogues of 2026 say, since the alias moved to qwen-plus-2025-07-28.
 */
class PrintedLimitsTest {
    private static Model model(String name) {
        return Given.SHIPPED.find(name).orElseThrow();
    }

    private static Fit fit(String model, long prompt, long reply) {
        return Fit.of(model(model).printedLimits(), prompt, reply, List.of());
    }

    @Test
    void a_reply_without_a_cap_may_be_as_long_as_the_later_document_says() {
        Estimate estimate = Given.estimate(
                "qwen-plus",
                Given.openAi("{\"enable_thinking\":false,\"messages\":[{\"role\":\"user\",\"content\":\"Hello!\"}]}"),
                Given.now());
        assertThat(estimate.output().tokens().high()).isEqualTo(32_768);
        assertThat(Given.codes(estimate)).contains("limits_differ");
    }

    @Test
    void a_request_fits_if_it_does_by_the_smaller_limits_and_is_over_if_it_is_by_the_larger() {
        assertThat(fit("qwen-plus", 100_000, 8_192).verdict()).isEqualTo(Fit.Verdict.FITS);
        assertThat(fit("qwen-plus", 150_000, 500))
                .isEqualTo(new Fit(Fit.Verdict.UNKNOWN, null, 0, List.of("limit_not_published")));
        // 1,100,000 is more than either; 1,100,000 − 129,024 are too many by the smaller
        assertThat(fit("qwen-plus", 1_100_000, 500).verdict()).isEqualTo(Fit.Verdict.OVER);
        assertThat(fit("qwen-plus", 1_100_000, 500).overBy()).isEqualTo(970_976);
        // what fits for certain is 8,192
        assertThat(fit("qwen-plus", 100, 20_000).verdict()).isEqualTo(Fit.Verdict.TIGHT);
        assertThat(fit("qwen-plus", 100, 20_000).roomForReply()).isEqualTo(8_192);
    }

    @Test
    void a_later_document_with_smaller_limits_takes_the_promise_back() {
        // models.dev on 2 July 2026 has 262,144, Dify on 21 August 128,000
        assertThat(fit("mistral-medium-2604", 100_000, 500).verdict()).isEqualTo(Fit.Verdict.FITS);
        assertThat(fit("mistral-medium-2604", 200_000, 500).verdict()).isEqualTo(Fit.Verdict.UNKNOWN);
    }

    @Test
    void an_older_document_or_anothers_beside_the_vendors_own_changes_nothing() {
        // Anthropic's page of October 2026 has 1,000,000; tables of August still 200,000
        PrintedLimits opus = model("claude-opus-4-6").printedLimits();
        assertThat(opus.differ()).isFalse();
        // 8,192 by Anthropic's page of 2026, 16,000 in a table of February 2025
        assertThat(model("claude-3-5-sonnet-20240620").printedLimits().widest().maxOutputTokens())
                .hasValue(8_192);
    }

    @Test
    void what_a_document_prints_never_narrows_the_widest_nor_widens_the_surest() {
        for (Model model : Given.SHIPPED.models()) {
            PrintedLimits printed = model.printedLimits();
            assertThat(notAbove(printed.surest(), model.limits()))
                    .as(model.qualifiedId())
                    .isTrue();
            assertThat(notAbove(model.limits(), printed.widest()))
                    .as(model.qualifiedId())
                    .isTrue();
        }
    }

    private static boolean notAbove(Limits smaller, Limits larger) {
        return smaller.contextTokens().orElse(0) <= larger.contextTokens().orElse(Long.MAX_VALUE)
                && smaller.maxInputTokens().orElse(0) <= larger.maxInputTokens().orElse(Long.MAX_VALUE)
                && smaller.maxOutputTokens().orElse(0)
                        <= larger.maxOutputTokens().orElse(Long.MAX_VALUE);
    }
}
