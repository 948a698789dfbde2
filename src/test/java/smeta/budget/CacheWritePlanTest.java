package smeta.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import smeta.catalogue.Model;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.estimate.Bound;
import smeta.estimate.Share;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.money.ExchangeRates;
import smeta.money.Money;
import smeta.price.ServiceTier;
import smeta.token.Tokenizers;

class CacheWritePlanTest {
    private static final Model OPUS = new CatalogueReader(
                    1000, Tokenizers.bundled().names())
            .read(CatalogueFiles.bundled())
            .find("claude-opus-4-8")
            .orElseThrow();
    private static final ExchangeRates NONE = ExchangeRates.read("test", List.of());

    private static BudgetPlan plan(@Nullable Share write, @Nullable Duration lifetime) {
        SampleRequest sample = new SampleRequest(
                List.of(new Item("text", Meter.INPUT_TOKENS, Count.exact(10_000), null)),
                List.of(),
                null,
                null,
                List.of());
        LocalDate december = LocalDate.of(2026, 12, 1);
        Workload workload = new Workload(
                "chat",
                List.of(OPUS),
                Volume.of(1_000, Volume.Per.DAY),
                m -> sample,
                ReplyLength.average(500),
                0,
                new BigDecimal("90"),
                write,
                lifetime,
                BigDecimal.ZERO,
                ServiceTier.STANDARD);
        return new Planner(NONE, new PlanTerms(december, 1, null, true, null, december, Bound.LIKELY))
                .plan(workload, OPUS);
    }

    @Test
    void what_is_written_to_the_cache_is_paid_for_by_its_lifetime() {
        // 9,000 × 0.5 + 1,000 × 10 + 500 × 25 = 4,500 + 10,000 + 12,500 = 27,000 / 1M a request, 31,000 requests
        assertThat(plan(Share.ofTokens(1_000), Duration.ofHours(1)).total().likely())
                .isEqualTo(Money.of("837", "USD"));
        // for five minutes 1,000 × 6.25: 23,250 / 1M a request
        assertThat(plan(Share.ofPercent(BigDecimal.TEN), Duration.ofMinutes(5))
                        .total()
                        .likely())
                .isEqualTo(Money.of("720.75", "USD"));
    }

    @Test
    void without_a_write_the_rest_is_ordinary_input() {
        // 1,000 × 5: 22,000 / 1M a request
        assertThat(plan(null, null).total().likely()).isEqualTo(Money.of("682", "USD"));
    }
}
