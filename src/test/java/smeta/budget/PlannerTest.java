package smeta.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Model;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.estimate.Bound;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.money.ExchangeRate;
import smeta.money.ExchangeRates;
import smeta.money.Fraction;
import smeta.money.Money;
import smeta.price.Offer;
import smeta.price.Period;
import smeta.price.Rate;
import smeta.price.RateCard;
import smeta.price.Rates;
import smeta.price.Service;
import smeta.price.ServiceTier;
import smeta.price.Tier;
import smeta.token.Tokenizers;

class PlannerTest {
    private static final Catalogue CATALOGUE =
            new CatalogueReader(1000, Tokenizers.bundled().names()).read(CatalogueFiles.bundled());
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency RUB = Currency.getInstance("RUB");
    private static final LocalDate DECEMBER = LocalDate.parse("2026-12-01");
    private static final ExchangeRates EXCHANGE = new ExchangeRates(
            List.of(new ExchangeRate(USD, RUB, new BigDecimal("80"), LocalDate.parse("2026-11-20"), "a test")));

    /** 2.50 in, 1.25 from the cache, 10 out, in batch half of it: what the sums beside the tests use. */
    private static RateCard card(String label, String input, Period period) {
        Rates rates = new Rates(Map.of(
                Meter.INPUT_TOKENS, new Rate(Meter.INPUT_TOKENS, new BigDecimal(input), USD, 1_000_000),
                Meter.CACHE_READ_TOKENS, new Rate(Meter.CACHE_READ_TOKENS, new BigDecimal("1.25"), USD, 1_000_000),
                Meter.OUTPUT_TOKENS, new Rate(Meter.OUTPUT_TOKENS, new BigDecimal("10"), USD, 1_000_000)));
        return new RateCard(
                label,
                null,
                null,
                Offer.SOLD,
                period,
                USD,
                rates,
                Tier.Dimension.PROMPT_TOKENS,
                false,
                List.of(),
                Map.of(ServiceTier.BATCH, new Service(new BigDecimal("0.5"), Rates.NONE, List.of(), null)),
                Map.of(),
                List.of(),
                Map.of(),
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                null);
    }

    private static Model model(RateCard... cards) {
        Model m = CATALOGUE.find("openai/gpt-4o").orElseThrow();
        return new Model(
                m.provider(),
                m.providerTitle(),
                m.id(),
                m.title(),
                m.maker(),
                m.aliases(),
                m.sameAs(),
                m.pointsTo(),
                m.accepts(),
                m.gives(),
                m.givesUnasked(),
                m.capabilities(),
                m.tools(),
                m.reasons(),
                m.status(),
                m.released(),
                null,
                m.tokenizer(),
                m.tokenizerAssumed(),
                m.framing(),
                m.toolOverhead(),
                m.limits(),
                m.image(),
                m.audio(),
                m.video(),
                m.document(),
                m.media(),
                m.searches(),
                m.caching(),
                m.printed(),
                List.of(cards),
                m.notes(),
                m.sources(),
                m.origin());
    }

    private static Workload workload(Volume volume, @Nullable ReplyLength reply, String cached, String batch) {
        SampleRequest sample = new SampleRequest(
                List.of(new Item("text", Meter.INPUT_TOKENS, Count.exact(1000), null)),
                List.of(),
                null,
                null,
                List.of());
        return new Workload(
                "chat",
                List.of(),
                volume,
                m -> sample,
                reply,
                0,
                new BigDecimal(cached),
                null,
                null,
                new BigDecimal(batch),
                ServiceTier.STANDARD);
    }

    private static PlanTerms terms(int months, @Nullable String limit, boolean perMonth) {
        return new PlanTerms(
                DECEMBER,
                months,
                limit == null ? null : new BigDecimal(limit),
                perMonth,
                USD,
                LocalDate.parse("2026-11-22"),
                Bound.LIKELY);
    }

    private static BudgetPlan plan(Workload workload, PlanTerms terms, RateCard... cards) {
        return new Planner(EXCHANGE, terms)
                .plan(
                        workload,
                        model(cards.length == 0 ? new RateCard[] {card("list", "2.50", Period.ALWAYS)} : cards));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static final Volume DAILY = Volume.of(5000, Volume.Per.DAY);
    private static final ReplyLength HUNDRED = ReplyLength.average(100);

    @Test
    void a_months_cost_is_its_days_times_requests_times_price() {
        // 1000 × 2.50/1M + 100 × 10/1M = 0.0035; December has 31 days, February 28
        BudgetPlan plan = plan(workload(DAILY, HUNDRED, "0", "0"), terms(3, null, true));
        assertThat(plan.months().get(0).requests()).isEqualTo(Fraction.of(155_000));
        assertThat(plan.months().get(0).cost().likely()).isEqualTo(usd("542.5"));
        assertThat(plan.months().get(2).cost().likely()).isEqualTo(usd("490"));
        assertThat(plan.total().likely()).isEqualTo(usd("1575"));
    }

    @Test
    void growth_is_compound_from_the_second_month() {
        Volume growing = new Volume(
                new BigDecimal("5000"), Volume.Per.DAY, false, new BigDecimal("5"), Map.of(), BigDecimal.ZERO);
        BudgetPlan plan = plan(workload(growing, HUNDRED, "0", "0"), terms(3, null, true));
        assertThat(plan.months().get(1).requests()).isEqualTo(Fraction.of("162750"));
        // 28 × 5000 × 1.05²
        assertThat(plan.months().get(2).requests()).isEqualTo(Fraction.of("154350"));
    }

    @Test
    void seasons_working_days_and_retries_change_the_requests() {
        // December 2026 begins on a Tuesday: 23 working days; × 1.5 × 1.02
        Volume volume = new Volume(
                new BigDecimal("5000"),
                Volume.Per.DAY,
                true,
                BigDecimal.ZERO,
                Map.of(12, new BigDecimal("1.5")),
                new BigDecimal("2"));
        assertThat(plan(workload(volume, HUNDRED, "0", "0"), terms(1, null, true))
                        .months()
                        .get(0)
                        .requests())
                .isEqualTo(Fraction.of("175950"));
    }

    @Test
    void a_weeks_volume_falls_on_seven_days_or_on_five() {
        // 31/7 weeks; 23/5 weeks of working days
        assertThat(Volume.of(700, Volume.Per.WEEK).between(DECEMBER, DECEMBER.plusMonths(1), 0))
                .isEqualTo(Fraction.of(3100));
        Volume working =
                new Volume(new BigDecimal("500"), Volume.Per.WEEK, true, BigDecimal.ZERO, Map.of(), BigDecimal.ZERO);
        assertThat(working.between(DECEMBER, DECEMBER.plusMonths(1), 0)).isEqualTo(Fraction.of(2300));
    }

    @Test
    void a_plan_that_starts_within_a_month_has_that_part_of_it() {
        PlanTerms late = new PlanTerms(LocalDate.parse("2026-12-22"), 2, null, true, USD, DECEMBER, Bound.LIKELY);
        BudgetPlan plan = plan(workload(Volume.of(3100, Volume.Per.MONTH), HUNDRED, "0", "0"), late);
        // 10 of 31 days
        assertThat(plan.months().get(0).requests()).isEqualTo(Fraction.of(1000));
        assertThat(plan.months().get(1).month()).isEqualTo(YearMonth.of(2027, 1));
        assertThat(plan.months().get(1).requests()).isEqualTo(Fraction.of(3100));
    }

    @Test
    void cached_input_and_the_batch_share_take_their_own_prices() {
        // 600 × 2.50 + 400 × 1.25 + 100 × 10 = 3000 per million requests
        assertThat(plan(workload(Volume.of(1_000_000, Volume.Per.MONTH), HUNDRED, "40", "0"), terms(1, null, true))
                        .total()
                        .likely())
                .isEqualTo(usd("3000"));
        // 3500, half of it at half the price
        assertThat(plan(workload(Volume.of(1_000_000, Volume.Per.MONTH), HUNDRED, "0", "50"), terms(1, null, true))
                        .total()
                        .likely())
                .isEqualTo(usd("2625"));
    }

    @Test
    void a_price_that_changes_within_a_month_splits_it_by_days() {
        Instant change = Instant.parse("2026-12-11T00:00:00Z");
        BudgetPlan plan = plan(
                workload(DAILY, HUNDRED, "0", "0"),
                terms(1, null, true),
                card("old", "2.50", new Period(null, change)),
                card("new", "5", new Period(change, null)));
        // 10 days × 5000 × 0.0035 + 21 × 5000 × 0.006
        assertThat(plan.total().likely()).isEqualTo(usd("805"));
        assertThat(plan.months().get(0).cards())
                .containsExactly(
                        new BudgetPlan.Card(DECEMBER, "old"), new BudgetPlan.Card(DECEMBER.plusDays(10), "new"));
    }

    @Test
    void a_month_that_the_card_does_not_cover_has_no_cost_and_the_plan_no_total() {
        BudgetPlan plan = plan(
                workload(DAILY, HUNDRED, "0", "0"),
                terms(2, "1", true),
                card("ends", "2.50", new Period(null, Instant.parse("2027-01-20T00:00:00Z"))));
        assertThat(plan.months().get(0).cost()).isNotNull();
        assertThat(plan.months().get(1).cost()).isNull();
        assertThat(plan.total()).isNull();
        assertThat(plan.isWithin()).isFalse();
        assertThat(plan.notes()).anyMatch(n -> n.code().equals("no_price"));
    }

    @Test
    void the_first_month_over_the_limit_is_named_and_so_are_the_requests_within_it() {
        Volume growing = new Volume(
                new BigDecimal("100000"), Volume.Per.MONTH, false, new BigDecimal("10"), Map.of(), BigDecimal.ZERO);
        // 350, 385, 423.5
        BudgetPlan plan = plan(workload(growing, HUNDRED, "0", "0"), terms(3, "385", true));
        assertThat(plan.firstOver()).isEqualTo(YearMonth.of(2027, 2));
        assertThat(plan.requestsWithin()).isEqualTo(110_000);
        // 350 + 385 = 735
        assertThat(plan(workload(growing, HUNDRED, "0", "0"), terms(3, "734.99", false))
                        .firstOver())
                .isEqualTo(YearMonth.of(2027, 1));
        assertThat(plan(workload(growing, HUNDRED, "0", "0"), terms(2, "735", false))
                        .firstOver())
                .isNull();
    }

    @Test
    void currencies_are_converted_at_the_rate_of_the_day_asked() {
        PlanTerms rubles = new PlanTerms(DECEMBER, 1, null, true, RUB, LocalDate.parse("2026-11-22"), Bound.LIKELY);
        assertThat(plan(workload(DAILY, HUNDRED, "0", "0"), rubles).total().likely())
                .isEqualTo(Money.of("43400", "RUB"));
    }

    @Test
    void independent_reply_lengths_average_out_and_systematic_errors_do_not() {
        ReplyLength reply = new ReplyLength(600, 2400L);
        // σ = ln 4 / 1.64485 = 0.84280; mean = 600 e^0.35516 = 855.8; deviation = mean √(e^0.71032 − 1) = 871.5
        Count few = reply.over(Fraction.of(100));
        assertThat((double) few.likely()).isCloseTo(856, within(1.0));
        // 1.64485 × 871.5 / 10 = 143.3
        assertThat((double) few.high() - few.likely()).isCloseTo(143, within(2.0));
        Count many = reply.over(Fraction.of(1_000_000));
        // 1.64485 × 871.5 / 1000 = 1.43
        assertThat(many.high() - many.likely()).isBetween(1L, 3L);
        SampleRequest uncertain = new SampleRequest(
                List.of(new Item("text", Meter.INPUT_TOKENS, Count.between(900, 1000, 1200), null)),
                List.of(),
                null,
                null,
                List.of());
        Workload workload = new Workload(
                "chat",
                List.of(),
                Volume.of(1_000_000, Volume.Per.MONTH),
                m -> uncertain,
                HUNDRED,
                0,
                BigDecimal.ZERO,
                null,
                null,
                BigDecimal.ZERO,
                ServiceTier.STANDARD);
        BudgetPlan plan = plan(workload, terms(1, null, true));
        // 2.25 + 1, 2.5 + 1, 3 + 1 thousand: the bounds of the count stay as wide as they are
        assertThat(plan.total()).isEqualTo(new BudgetPlan.Cost(usd("3250"), usd("3500"), usd("4000")));
    }

    @Test
    void what_would_fit_is_the_least_change_that_does() {
        PlanTerms terms = terms(1, "3000", true);
        BudgetPlan plan = plan(workload(Volume.of(1_000_000, Volume.Per.MONTH), HUNDRED, "0", "0"), terms);
        Repairs repairs = Repairs.of(new Planner(EXCHANGE, terms), terms, plan, CATALOGUE.models());
        // 3500 − 1250 c <= 3000 at c = 0.4; 3500 − 1750 b <= 3000 at b = 0.2857
        assertThat(repairs.cachedPercent()).isEqualTo(40);
        assertThat(repairs.batchPercent()).isEqualTo(29);
        assertThat(repairs.models())
                .isNotEmpty()
                .allSatisfy(m -> assertThat(m.total()).isLessThanOrEqualTo(usd("3000")));
    }
}
