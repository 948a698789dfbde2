package smeta.http.estimates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Estimate;
import smeta.http.query.EstimateQuery;
import smeta.money.ExchangeRates;
import smeta.money.Money;

/** The order of estimates that {@code sort=} asks for, cheapest first where it doesn't; those that don't fit come last. */
final class EstimateOrder {
    private EstimateOrder() {}

    static void sort(List<Estimate> estimates, EstimateQuery asked, ExchangeRates exchange) {
        Comparator<Estimate> order =
                switch (asked.sort() == null ? EstimateQuery.Sort.COST : asked.sort()) {
                    case COST -> Comparator.comparing(
                            e -> comparable(e, asked, exchange), Comparator.nullsLast(Comparator.naturalOrder()));
                    case CONTEXT -> Comparator.comparing(
                            e -> e.model().limits().windowTokens().orElse(-1), Comparator.reverseOrder());
                    case ROOM -> Comparator.comparing(
                            e -> e.fit().roomForReply() == null ? -1L : e.fit().roomForReply(),
                            Comparator.reverseOrder());
                };
        estimates.sort(Comparator.<Estimate>comparingInt(
                        e -> rank(e, asked.assumptions().moment()))
                .thenComparing(order));
    }

    /**
     * What fits and can be had comes first, then what fits but is retired, an experiment or without a complete price,
     * then what may not fit, then what doesn't.
     */
    private static int rank(Estimate estimate, Instant moment) {
        boolean priced = estimate.cost() != null && estimate.cost().bill().isComplete();
        return switch (estimate.fit().verdict()) {
            case FITS -> priced && estimate.model().isOnOffer(moment) ? 0 : 1;
            case UNKNOWN -> 2;
            case TIGHT -> 3;
            case OVER -> 4;
            case UNSUPPORTED -> 5;
        };
    }

    /** The cost in one currency for all, so that an order exists; null if there is none. */
    private static @Nullable Money comparable(Estimate estimate, EstimateQuery asked, ExchangeRates exchange) {
        if (estimate.cost() == null) {
            return null;
        }
        Money cost = estimate.cost().at(asked.assumptions().bound());
        return exchange.convert(
                        cost,
                        Currency.getInstance("USD"),
                        LocalDate.ofInstant(asked.assumptions().moment(), ZoneOffset.UTC))
                .map(ExchangeRates.Conversion::money)
                .orElse(null);
    }
}
