package smeta.http.estimates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Estimate;
import smeta.http.query.EstimateQuery;
import smeta.money.ExchangeRates;
import smeta.money.Money;

/** The order of estimates that {@code sort=} asks for, cheapest first where it doesn't; those that don't fit come last. */
final class EstimateOrder {
    private final EstimateQuery.Sort sort;
    private final EstimateQuery asked;
    private final ExchangeRates exchange;

    EstimateOrder(EstimateQuery asked, ExchangeRates exchange) {
        sort = asked.sort() == null ? EstimateQuery.Sort.COST : asked.sort();
        this.asked = asked;
        this.exchange = exchange;
    }

    /** Where something belongs in the order: first by its rank, then by cost or by size. */
    private record Placed<T>(T what, int rank, @Nullable Money cost, long size) {}

    /**
     * These in the order of their estimates, each of which is made once and not kept; equal ones stay as they are.
     *
     * @param estimate makes something's estimate
     */
    <T> List<T> sorted(List<T> list, Function<T, Estimate> estimate) {
        List<Placed<T>> placed = new ArrayList<>(list.size());
        list.forEach(what -> placed.add(placed(what, estimate.apply(what))));
        placed.sort(Comparator.<Placed<T>>comparingInt(Placed::rank)
                .thenComparing(Placed::cost, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Placed::size, Comparator.reverseOrder()));
        return placed.stream().map(Placed::what).toList();
    }

    private <T> Placed<T> placed(T what, Estimate estimate) {
        int rank = rank(estimate, asked.assumptions().moment());
        return switch (sort) {
            case COST -> new Placed<>(what, rank, comparable(estimate), 0);
            case CONTEXT ->
                new Placed<>(
                        what,
                        rank,
                        null,
                        estimate.model().limits().windowTokens().orElse(-1));
            case ROOM ->
                new Placed<>(
                        what,
                        rank,
                        null,
                        estimate.fit().roomForReply() == null
                                ? -1L
                                : estimate.fit().roomForReply());
        };
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
    private @Nullable Money comparable(Estimate estimate) {
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
