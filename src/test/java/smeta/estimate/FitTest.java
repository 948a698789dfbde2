package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import smeta.catalogue.Limits;
import smeta.catalogue.Quantity;

class FitTest {
    private static @Nullable Quantity quantity(@Nullable Long tokens) {
        return tokens == null ? null : new Quantity(tokens.toString(), tokens, false);
    }

    @ParameterizedTest(name = "context {0}, input {1}, output {2}: {3} + {4} is {5}")
    @CsvFileSource(resources = "/estimate/fits.csv", numLinesToSkip = 1)
    void limits_that_are_not_published_are_neither_zero_nor_endless(
            @Nullable Long context,
            @Nullable Long maxInput,
            @Nullable Long maxOutput,
            long prompt,
            long reply,
            Fit.Verdict verdict,
            @Nullable Long room,
            long over,
            @Nullable String reasons,
            String why) {
        Limits limits = new Limits(quantity(context), quantity(maxInput), quantity(maxOutput), null, "test");
        Fit fit = Fit.of(limits, prompt, reply, List.of());
        assertThat(fit)
                .as(why)
                .isEqualTo(new Fit(verdict, room, over, reasons == null ? List.of() : List.of(reasons.split(";"))));
    }

    @Test
    void what_a_model_does_not_take_outweighs_every_limit() {
        Limits limits = new Limits(quantity(100L), null, null, null, "test");
        assertThat(Fit.of(limits, 10, 10, List.of("takes_no_images")))
                .isEqualTo(new Fit(Fit.Verdict.UNSUPPORTED, null, 0, List.of("takes_no_images")));
        assertThat(Fit.of(limits, 101, 10, List.of("takes_no_images")).reasons())
                .containsExactly("takes_no_images", "over_context");
    }

    @Test
    void a_cap_at_the_output_limit_fits_where_prompt_and_reply_have_limits_of_their_own() {
        // Gemini 2.5 Flash: 1,048,576 tokens in and 65,536 out, each for itself (ai.google.dev, models)
        Limits limits = Given.SHIPPED.find("gemini-2.5-flash").orElseThrow().limits();
        assertThat(Fit.of(limits, 1_048_576, 65_536, List.of()).verdict()).isEqualTo(Fit.Verdict.FITS);
        assertThat(Fit.of(limits, 1_048_577, 1, List.of()).verdict()).isEqualTo(Fit.Verdict.OVER);
        assertThat(Fit.of(limits, 1, 65_537, List.of()).verdict()).isEqualTo(Fit.Verdict.TIGHT);
    }
}
