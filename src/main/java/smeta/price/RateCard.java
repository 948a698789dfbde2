package smeta.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model's prices over one period, as its seller publishes them.
 *
 * @param channel    null on the provider's main list
 * @param region     null for the provider's main region
 * @param currency   null only where nothing is priced (a trial that cannot be bought)
 * @param rates      the base: up to the first tier's threshold
 * @param marginal   true if only what is above a threshold costs its tier's rate; false for the whole request
 * @param tiers      by ascending threshold
 * @param residency  multipliers by place of processing
 * @param place      the one of them that holds where nobody names another; null for none
 * @param variants   rates by quality, size or search depth
 * @param sources    keys of the catalogue's sources; never empty in the catalogue
 * @param discount   what the customer agreed with the seller for this period; the rates are the list prices
 */
public record RateCard(
        String label,
        @Nullable String channel,
        @Nullable String region,
        Offer offer,
        Period period,
        @Nullable Currency currency,
        Rates rates,
        Tier.Dimension tierBy,
        boolean marginal,
        List<Tier> tiers,
        Map<ServiceTier, Service> services,
        Map<String, BigDecimal> residency,
        @Nullable String place,
        List<Window> windows,
        Map<String, Rates> variants,
        @Nullable String vat,
        @Nullable String quota,
        @Nullable String rounding,
        List<Doubt> doubts,
        @Nullable String confidence,
        List<Note> notes,
        List<String> sources,
        @Nullable Discount discount) {
    public RateCard {
        tiers = List.copyOf(tiers);
        services = inOrder(new EnumMap<>(ServiceTier.class), services);
        residency = inOrder(new LinkedHashMap<>(), residency);
        windows = List.copyOf(windows);
        variants = inOrder(new LinkedHashMap<>(), variants);
        doubts = List.copyOf(doubts);
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
    }

    /** One that holds no place's factor by itself. */
    public RateCard(
            String label,
            @Nullable String channel,
            @Nullable String region,
            Offer offer,
            Period period,
            @Nullable Currency currency,
            Rates rates,
            Tier.Dimension tierBy,
            boolean marginal,
            List<Tier> tiers,
            Map<ServiceTier, Service> services,
            Map<String, BigDecimal> residency,
            List<Window> windows,
            Map<String, Rates> variants,
            @Nullable String vat,
            @Nullable String quota,
            @Nullable String rounding,
            List<Doubt> doubts,
            @Nullable String confidence,
            List<Note> notes,
            List<String> sources,
            @Nullable Discount discount) {
        this(
                label,
                channel,
                region,
                offer,
                period,
                currency,
                rates,
                tierBy,
                marginal,
                tiers,
                services,
                residency,
                null,
                windows,
                variants,
                vat,
                quota,
                rounding,
                doubts,
                confidence,
                notes,
                sources,
                discount);
    }

    /** A card of nothing but rates and tiers, for instance from a caller's own table. */
    public static RateCard of(String label, Currency currency, Rates rates, List<Tier> tiers) {
        return new RateCard(
                label,
                null,
                null,
                Offer.SOLD,
                Period.ALWAYS,
                currency,
                rates,
                Tier.Dimension.PROMPT_TOKENS,
                false,
                tiers,
                Map.of(),
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

    /** The same prices over a part of its period, with what was agreed for that part. */
    public RateCard during(Period part, @Nullable Discount agreed) {
        return with(place, part, notes, sources, agreed);
    }

    /** The same prices as that source says them, which is one of the model's. */
    public RateCard from(String source, Note note) {
        List<Note> more = new ArrayList<>(notes);
        more.add(note);
        return with(place, period, more, List.of(source), discount);
    }

    private RateCard with(
            @Nullable String where, Period part, List<Note> said, List<String> by, @Nullable Discount agreed) {
        return new RateCard(
                label,
                channel,
                region,
                offer,
                part,
                currency,
                rates,
                tierBy,
                marginal,
                tiers,
                services,
                residency,
                where,
                windows,
                variants,
                vat,
                quota,
                rounding,
                doubts,
                confidence,
                said,
                by,
                agreed);
    }

    /**
     * The same card for calls that are processed in a location: its factor, or that of the place that holds the location
     * ({@code us-central1}, {@code europe-west4}); in a place without a factor of its own the largest holds. The location
     * {@code global} and a card without factors leave all as it is.
     */
    public RateCard servedIn(String location) {
        if (residency.isEmpty() || location.equals("global")) {
            return this;
        }
        Map.Entry<String, BigDecimal> where = residency.entrySet().stream()
                .filter(entry -> holds(entry.getKey(), location))
                .findFirst()
                .orElseGet(() -> Collections.max(residency.entrySet(), Map.Entry.comparingByValue()));
        List<Note> more = new ArrayList<>(notes);
        more.add(new Note(
                "price_note",
                "Served in " + location + ", as the name says: "
                        + where.getValue().toPlainString() + " times the price of the global endpoint."));
        return with(where.getKey(), period, more, sources, discount);
    }

    private static boolean holds(String place, String location) {
        return location.equals(place)
                || location.startsWith(place + "-")
                || place.equals("eu") && location.startsWith("europe");
    }

    /** What a card lists is shown, and so must have an order that is the same in every process. */
    private static <K, V> Map<K, V> inOrder(Map<K, V> empty, Map<K, V> entries) {
        empty.putAll(entries);
        return Collections.unmodifiableMap(empty);
    }

    /** @throws IllegalStateException if nothing is priced */
    Currency priced() {
        if (currency == null) {
            throw new IllegalStateException("the card “" + label + "” has no price");
        }
        return currency;
    }

    public boolean hasPrice() {
        return offer.hasPrice() && currency != null;
    }
}
