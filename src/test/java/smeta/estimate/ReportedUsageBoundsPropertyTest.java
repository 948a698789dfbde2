package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.estimate.UsageWords.Caused;
import smeta.meter.Meter;
import smeta.price.RateCard;
import smeta.price.ServiceTier;
import smeta.prompt.Body;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.usage.ReportedUsage;
import smeta.usage.UsageReader;

/**
 * However the usage that a request has caused is reported, its bill is at most the upper bound: the dearest usage, with
 * all of the longest reply on one meter, and one at random; for every model that has a bound.
 */
class ReportedUsageBoundsPropertyTest {
    private static final UsagePricer PRICER = new Estimator(Given.EXCHANGE).pricer(Given.SHIPPED::find);
    private static final UsagePricer.Asked ASKED =
            new UsagePricer.Asked(Given.NOW, true, ServiceTier.STANDARD, null, null, null, null, null);

    @ParameterizedTest
    @MethodSource("smeta.estimate.ReplyBoundsPropertyTest#cases")
    void the_bill_of_a_reported_usage_is_at_most_the_upper_bound(ReplyBoundsPropertyTest.Case given) {
        Prompt prompt = PromptReader.read(
                Body.json(given.body().getBytes(StandardCharsets.UTF_8)), given.dialect(), UnknownParts.FAIL);
        SplittableRandom random = new SplittableRandom(20261128);
        int compared = 0;
        List<String> beyond = new ArrayList<>();
        for (Model model : Given.SHIPPED.models()) {
            Estimate estimate = new Estimator(Given.EXCHANGE).estimate(
                    new Request(prompt, Given.now(), Given.TOKENIZERS), model, model.id());
            RateCard card = model.card(Given.NOW, null, null).orElse(null);
            if (card == null || estimate.cost() == null || !estimate.cost().bill().isComplete()
                    || !estimate.output().bounded()) {
                continue;
            }
            for (Caused caused : usages(random, estimate, ReplyBoundsPropertyTest.meters(model, given, card),
                    ReplyBoundsPropertyTest.searches(model, given))) {
                for (UsageWords words : UsageWords.values()) {
                    if (words.tellsMedia || caused.isText() && !model.gives().contains(Modality.IMAGE)) {
                        compared++;
                        if (!holds(model, estimate, words, caused)) {
                            beyond.add(model.qualifiedId() + " " + words + " " + caused);
                        }
                    }
                }
            }
        }
        assertThat(beyond).isEmpty();
        assertThat(compared).isPositive();
    }

    private static boolean holds(Model model, Estimate estimate, UsageWords words, Caused caused) {
        ReportedUsage used = UsageReader.read(
                Body.json(words.of(caused).getBytes(StandardCharsets.UTF_8)), words.convention, "/usage");
        return PRICER.price(model, used, ASKED).settlement().cost().likely()
                .compareTo(estimate.cost().high()) <= 0;
    }

    private static List<Caused> usages(
            SplittableRandom random, Estimate estimate, List<Meter> meters, int searches) {
        boolean priced = estimate.items().stream().anyMatch(item -> item.meter() == Meter.WEB_SEARCHES);
        long input = estimate.input().tokens().high();
        long most = estimate.output().tokens().high();
        List<Caused> usages = new ArrayList<>();
        for (Meter meter : meters) {
            usages.add(caused(input, 0, meter, most, priced ? searches : 0));
            long some = priced ? random.nextLong(searches + 1) : 0;
            usages.add(caused(input, random.nextLong(input + 1), meter, random.nextLong(most + 1), some));
        }
        return usages;
    }

    private static Caused caused(long input, long cached, Meter meter, long reply, long searches) {
        return new Caused(
                input,
                cached,
                meter == Meter.OUTPUT_TOKENS ? reply : 0,
                meter == Meter.REASONING_TOKENS ? reply : 0,
                meter == Meter.AUDIO_OUTPUT_TOKENS ? reply : 0,
                meter == Meter.IMAGE_OUTPUT_TOKENS ? reply : 0,
                searches);
    }
}
