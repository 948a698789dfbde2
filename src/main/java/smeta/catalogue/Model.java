package smeta.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.price.RateCard;

/**
 * A model as its provider sells it. Null and empty mean unknown.
 *
 * @param tokenizer a name of the token room
 * @param tokenizerAssumed true if nobody says that it is this model's
 * @param givesUnasked what it replies with where the request doesn't say; null if that isn't documented
 * @param tools     whether it can call tools
 * @param reasons   whether it may think before it answers, at the price of output
 * @param printedLimits its limits, and what documents print of them that may be right as well; worked out once, since every
 *                      request asks for them
 * @param caching   when prompts are written to the seller's cache; null if that isn't published
 * @param sameAs    the dated model that this moving alias equals today, as published
 */
public record Model(
        String provider,
        String providerTitle,
        String id,
        String title,
        @Nullable String maker,
        List<String> aliases,
        @Nullable String sameAs,
        @Nullable String pointsTo,
        Set<Modality> accepts,
        Set<Modality> gives,
        @Nullable Set<Modality> givesUnasked,
        List<String> capabilities,
        @Nullable Boolean tools,
        @Nullable Boolean reasons,
        @Nullable String status,
        @Nullable String released,
        @Nullable Retirement retirement,
        String tokenizer,
        boolean tokenizerAssumed,
        Framing framing,
        @Nullable ToolOverhead toolOverhead,
        Limits limits,
        @Nullable MediaRule image,
        @Nullable MediaRule audio,
        @Nullable MediaRule video,
        @Nullable MediaRule document,
        MediaRules media,
        @Nullable Searches searches,
        @Nullable Caching caching,
        List<Printed> printed,
        PrintedLimits printedLimits,
        List<RateCard> rates,
        List<String> notes,
        Map<String, Source> sources,
        String origin) {
    public Model {
        aliases = List.copyOf(aliases);
        accepts = Collections.unmodifiableSet(new LinkedHashSet<>(accepts));
        gives = Collections.unmodifiableSet(new LinkedHashSet<>(gives));
        givesUnasked = givesUnasked == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(givesUnasked));
        capabilities = List.copyOf(capabilities);
        printed = List.copyOf(printed);
        rates = List.copyOf(rates);
        notes = List.copyOf(notes);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /** With what its documents print of its limits worked out. */
    public Model(
            String provider,
            String providerTitle,
            String id,
            String title,
            @Nullable String maker,
            List<String> aliases,
            @Nullable String sameAs,
            @Nullable String pointsTo,
            Set<Modality> accepts,
            Set<Modality> gives,
            @Nullable Set<Modality> givesUnasked,
            List<String> capabilities,
            @Nullable Boolean tools,
            @Nullable Boolean reasons,
            @Nullable String status,
            @Nullable String released,
            @Nullable Retirement retirement,
            String tokenizer,
            boolean tokenizerAssumed,
            Framing framing,
            @Nullable ToolOverhead toolOverhead,
            Limits limits,
            @Nullable MediaRule image,
            @Nullable MediaRule audio,
            @Nullable MediaRule video,
            @Nullable MediaRule document,
            MediaRules media,
            @Nullable Searches searches,
            @Nullable Caching caching,
            List<Printed> printed,
            List<RateCard> rates,
            List<String> notes,
            Map<String, Source> sources,
            String origin) {
        this(
                provider,
                providerTitle,
                id,
                title,
                maker,
                aliases,
                sameAs,
                pointsTo,
                accepts,
                gives,
                givesUnasked,
                capabilities,
                tools,
                reasons,
                status,
                released,
                retirement,
                tokenizer,
                tokenizerAssumed,
                framing,
                toolOverhead,
                limits,
                image,
                audio,
                video,
                document,
                media,
                searches,
                caching,
                printed,
                PrintedLimits.of(limits, printed, sources),
                rates,
                notes,
                sources,
                origin);
    }

    /**
     * The same model at other prices.
     *
     * @param more  their sources, besides its own
     * @param texts its notes then
     */
    public Model at(List<RateCard> prices, Map<String, Source> more, List<String> texts) {
        Map<String, Source> all = new LinkedHashMap<>(sources);
        all.putAll(more);
        return new Model(
                provider,
                providerTitle,
                id,
                title,
                maker,
                aliases,
                sameAs,
                pointsTo,
                accepts,
                gives,
                givesUnasked,
                capabilities,
                tools,
                reasons,
                status,
                released,
                retirement,
                tokenizer,
                tokenizerAssumed,
                framing,
                toolOverhead,
                limits,
                image,
                audio,
                video,
                document,
                media,
                searches,
                caching,
                printed,
                printedLimits,
                prices,
                texts,
                all,
                origin);
    }

    /** The same model for calls that are processed in a location: see {@link RateCard#servedIn}. */
    public Model servedIn(String location) {
        return at(rates.stream().map(card -> card.servedIn(location)).toList(), Map.of(), notes);
    }

    /** The same model with one more note. */
    public Model saying(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return at(rates, Map.of(), more);
    }

    /** Tokens of the system prompt that a vendor adds once a request has tools, by tool choice. */
    public record ToolOverhead(int auto, int any, String source) {}

    /** {@code provider/id}. */
    public String qualifiedId() {
        return provider + "/" + id;
    }

    /** The card in force at that moment on the main list, or on a channel or in a region. */
    public Optional<RateCard> card(Instant moment, @Nullable String channel, @Nullable String region) {
        return rates.stream()
                .filter(c -> java.util.Objects.equals(c.channel(), channel)
                        && java.util.Objects.equals(c.region(), region)
                        && c.period().contains(moment))
                .findFirst();
    }

    public boolean isRetired(Instant moment) {
        return retirement != null
                && !LocalDate.ofInstant(moment, ZoneOffset.UTC).isBefore(retirement.on());
    }

    /** Whether it can be recommended from then on: not retired by that moment, and more than a vendor's experiment. */
    public boolean isOnOffer(Instant moment) {
        return !isRetired(moment)
                && (status == null
                        || !Set.of("experimental", "testing", "pre-release").contains(status));
    }

    /** Whether it answers text with text in a conversation, as far as is known. */
    public boolean talks() {
        return gives.contains(Modality.TEXT)
                && accepts.contains(Modality.TEXT)
                && (capabilities.isEmpty() || capabilities.contains("chat"));
    }

    public Optional<Source> source(@Nullable String key) {
        return key == null ? Optional.empty() : Optional.ofNullable(sources.get(key));
    }
}
