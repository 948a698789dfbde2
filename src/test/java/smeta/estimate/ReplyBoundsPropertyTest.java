package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.catalogue.Caching;
import smeta.estimate.BoundedRequests.Bounded;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Biller;
import smeta.price.ServiceTier;
import smeta.price.Terms;
import smeta.prompt.Dialect;

/**
 * Whatever usage a request can cause, on any meter that it asks for, its bill is at most the upper bound: for every model
 * of the main list and requests of every dialect.
 */
class ReplyBoundsPropertyTest {
    private static final int USAGES = 40;
    private static final Terms TERMS = new Terms(ServiceTier.STANDARD, Given.NOW, null, null);

    @ParameterizedTest
    @MethodSource("smeta.estimate.BoundedRequests#cases")
    void the_bill_of_any_usage_is_at_most_the_upper_bound(BoundedRequests.Case given) {
        SplittableRandom random = new SplittableRandom(20261128);
        List<String> beyond = new ArrayList<>();
        int compared = 0;
        for (Bounded bounded : BoundedRequests.of(given)) {
            for (int i = 0; i < USAGES; i++) {
                Usage usage = usage(random, bounded, BoundedRequests.isConversation(given));
                if (Biller.bill(bounded.card(), usage, TERMS)
                                .likely()
                                .compareTo(bounded.estimate().cost().bill().high())
                        > 0) {
                    beyond.add(bounded.model().qualifiedId() + " " + usage);
                }
                compared++;
            }
        }
        assertThat(beyond).isEmpty();
        assertThat(compared).isPositive();
    }

    /** A seller that writes to its cache unasked may write the whole prompt, from its minimum on. */
    @ParameterizedTest
    @MethodSource("smeta.estimate.BoundedRequests#cases")
    void a_prompt_that_is_written_to_the_cache_unasked_costs_at_most_the_upper_bound(BoundedRequests.Case given) {
        for (Bounded bounded : BoundedRequests.of(given)) {
            Caching caching = bounded.model().caching();
            long prompt = bounded.estimate().input().tokens().high();
            if (caching != null && caching.unasked() != null && prompt >= caching.minimum()) {
                Usage usage = Usage.of(CachePrefix.written(caching.unasked()), prompt)
                        .plus(
                                Meter.OUTPUT_TOKENS,
                                bounded.estimate().output().tokens().high());
                assertThat(Biller.bill(bounded.card(), usage, TERMS).likely())
                        .as(bounded.model().qualifiedId())
                        .isLessThanOrEqualTo(bounded.estimate().cost().bill().high());
            }
        }
    }

    @Test
    void there_is_a_case_of_every_dialect_with_a_form_of_its_own() {
        Set<Dialect> dialects =
                BoundedRequests.cases().map(BoundedRequests.Case::dialect).collect(Collectors.toSet());
        assertThat(dialects).containsAll(EnumSet.complementOf(EnumSet.of(Dialect.PLAIN)));
    }

    private static Usage usage(SplittableRandom random, Bounded bounded, boolean conversation) {
        Usage usage = bounded.prompt(random);
        if (!conversation) {
            return usage.plus(bounded.reply(random));
        }
        long most = bounded.estimate().output().tokens().high();
        long left = random.nextInt(4) == 0 ? most : random.nextLong(most + 1);
        List<Meter> meters = bounded.replies();
        for (Meter meter : meters) {
            long part =
                    meter == meters.get(meters.size() - 1) || random.nextInt(3) == 0 ? left : random.nextLong(left + 1);
            usage = usage.plus(meter, part);
            left -= part;
        }
        return bounded.searches() > 0 ? usage.plus(Meter.WEB_SEARCHES, random.nextLong(bounded.searches() + 1)) : usage;
    }
}
