package smeta.price;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import smeta.meter.Meter;
import smeta.money.Money;

/** Cards as short as a price list. */
final class GivenCards {
    static final Currency USD = Currency.getInstance("USD");
    static final Currency RUB = Currency.getInstance("RUB");
    static final long MILLION = 1_000_000;

    private GivenCards() {}

    /** Rates in USD per million: meter, price, meter, price, … */
    static Rates rates(Object... metersAndPrices) {
        Map<Meter, Rate> rates = new EnumMap<>(Meter.class);
        for (int i = 0; i < metersAndPrices.length; i += 2) {
            Meter meter = (Meter) metersAndPrices[i];
            rates.put(meter, new Rate(meter, new BigDecimal((String) metersAndPrices[i + 1]), USD, MILLION));
        }
        return new Rates(rates);
    }

    static Rates rates(Rate... all) {
        Map<Meter, Rate> rates = new EnumMap<>(Meter.class);
        for (Rate rate : all) {
            rates.put(rate.meter(), rate);
        }
        return new Rates(rates);
    }

    static Rate rate(Meter meter, String price, Currency currency, long per) {
        return new Rate(meter, new BigDecimal(price), currency, per);
    }

    static Tier above(long threshold, Rates rates) {
        return new Tier(threshold, false, rates);
    }

    static Tier from(long threshold, Rates rates) {
        return new Tier(threshold, true, rates);
    }

    static RateCard card(Rates rates, Tier... tiers) {
        return new Card(rates).tiers(tiers).build();
    }

    static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    static Money rub(String amount) {
        return Money.of(amount, "RUB");
    }

    /** The less usual parts of a card. */
    static final class Card {
        private final Rates rates;
        private Currency currency;
        private List<Tier> tiers = List.of();
        private Tier.Dimension tierBy = Tier.Dimension.PROMPT_TOKENS;
        private boolean marginal;
        private Map<ServiceTier, Service> services = Map.of();
        private Map<String, BigDecimal> residency = Map.of();
        private List<Window> windows = List.of();
        private Map<String, Rates> variants = Map.of();
        private List<Doubt> doubts = List.of();
        private Offer offer = Offer.SOLD;

        Card(Rates rates) {
            this.rates = rates;
            currency = rates.byMeter().values().stream()
                    .map(Rate::currency)
                    .findFirst()
                    .orElse(USD);
        }

        Card tiers(Tier... all) {
            tiers = List.of(all);
            return this;
        }

        Card by(Tier.Dimension dimension) {
            tierBy = dimension;
            return this;
        }

        Card marginal() {
            marginal = true;
            return this;
        }

        Card service(ServiceTier tier, Service service) {
            services = Map.of(tier, service);
            return this;
        }

        Card residency(String place, String factor) {
            residency = Map.of(place, new BigDecimal(factor));
            return this;
        }

        Card residency(Map<String, BigDecimal> all) {
            residency = all;
            return this;
        }

        Card window(Window... all) {
            windows = List.of(all);
            return this;
        }

        Card variant(String name, Rates own) {
            variants = Map.of(name, own);
            return this;
        }

        Card doubt(Doubt doubt) {
            doubts = List.of(doubt);
            return this;
        }

        Card offer(Offer terms) {
            offer = terms;
            return this;
        }

        RateCard build() {
            return new RateCard(
                    "test list",
                    null,
                    null,
                    offer,
                    Period.ALWAYS,
                    currency,
                    rates,
                    tierBy,
                    marginal,
                    tiers,
                    services,
                    residency,
                    windows,
                    variants,
                    null,
                    null,
                    null,
                    doubts,
                    null,
                    List.of(),
                    List.of(),
                    null);
        }
    }
}
