package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.estimate.BoundedRequests.Bounded;
import smeta.estimate.UsageWords.Caused;
import smeta.meter.Meter;
import smeta.price.ServiceTier;
import smeta.prompt.Body;
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

    /** Requests whose usage is a prompt of text and a reply by the token, which all shapes of reports can say. */
    static Stream<BoundedRequests.Case> conversations() {
        return BoundedRequests.cases()
                .filter(BoundedRequests::isConversation)
                .filter(given -> !given.body().contains("image_url"));
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void the_bill_of_a_reported_usage_is_at_most_the_upper_bound(BoundedRequests.Case given) {
        SplittableRandom random = new SplittableRandom(20261128);
        int compared = 0;
        List<String> beyond = new ArrayList<>();
        for (Bounded bounded : BoundedRequests.of(given)) {
            for (Caused caused : usages(random, bounded)) {
                for (UsageWords words : UsageWords.values()) {
                    if (words.tellsMedia
                            || caused.isText() && !bounded.model().gives().contains(Modality.IMAGE)) {
                        compared++;
                        if (!holds(bounded.model(), bounded.estimate(), words, caused)) {
                            beyond.add(bounded.model().qualifiedId() + " " + words + " " + caused);
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
        return PRICER.price(model, used, ASKED)
                        .settlement()
                        .cost()
                        .likely()
                        .compareTo(estimate.cost().high())
                <= 0;
    }

    private static List<Caused> usages(SplittableRandom random, Bounded bounded) {
        long input = bounded.estimate().input().tokens().high();
        long most = bounded.estimate().output().tokens().high();
        List<Caused> usages = new ArrayList<>();
        for (Meter meter : bounded.replies()) {
            usages.add(caused(input, 0, meter, most, bounded.searches()));
            long some = random.nextLong(bounded.searches() + 1);
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
