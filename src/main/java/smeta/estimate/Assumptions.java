package smeta.estimate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.price.ServiceTier;

/**
 * What the caller says about a request besides its body. Null: not said.
 *
 * @param moment    whose prices and exchange rate apply
 * @param timeKnown false if only the day was given, so that prices by time of day become bounds
 * @param currency  to convert to; null leaves the card's own
 * @param bound     which decides
 */
public record Assumptions(
        Instant moment,
        boolean timeKnown,
        SaidReply reply,
        SaidCache cache,
        SaidMedia media,
        @Nullable ServiceTier tier,
        @Nullable Currency currency,
        Bound bound,
        SaidPlace place) {
    /**
     * Of the reply, in tokens.
     *
     * @param likely    how long it is likely to be
     * @param cap       how long it may be, reasoning included
     * @param reasoning how many tokens are likely to be reasoned with
     */
    public record SaidReply(
            @Nullable Long likely,
            @Nullable Long cap,
            @Nullable Long reasoning) {
        static final SaidReply NOTHING = new SaidReply(null, null, null);
    }

    /**
     * Of the provider's cache.
     *
     * @param read     part of the prompt that is read from it; a prefix
     * @param write    part of the prompt that is written to it; follows the prefix that is read
     * @param lifetime of what is written
     */
    public record SaidCache(
            @Nullable Share read,
            @Nullable Share write,
            @Nullable Duration lifetime) {
        static final SaidCache NOTHING = new SaidCache(null, null, null);
    }

    /**
     * Of media that the body doesn't let be measured, in order; beyond those in the body they are media of their own.
     *
     * @param images sizes
     * @param audio  milliseconds
     * @param pages  of documents
     */
    public record SaidMedia(List<Size> images, List<Long> audio, List<Film> videos, List<Integer> pages) {
        static final SaidMedia NOTHING = new SaidMedia(List.of(), List.of(), List.of(), List.of());

        public SaidMedia {
            images = List.copyOf(images);
            audio = List.copyOf(audio);
            videos = List.copyOf(videos);
            pages = List.copyOf(pages);
        }
    }

    /**
     * Of the way and the place of sale, and of the card's variant.
     *
     * @param residency a place of processing, as the card names it
     * @param location  the same as the vendor's path names it ({@code us-east5}), where nobody says a residency
     */
    public record SaidPlace(
            @Nullable String channel,
            @Nullable String region,
            @Nullable String residency,
            @Nullable String variant,
            @Nullable String location) {
        static final SaidPlace NOTHING = new SaidPlace(null, null, null, null, null);

        public SaidPlace withChannel(String name) {
            return new SaidPlace(name, region, residency, variant, location);
        }

        public SaidPlace withRegion(String name) {
            return new SaidPlace(channel, name, residency, variant, location);
        }

        public SaidPlace withResidency(String name) {
            return new SaidPlace(channel, region, name, variant, location);
        }

        public SaidPlace withVariant(String name) {
            return new SaidPlace(channel, region, residency, name, location);
        }

        public SaidPlace withLocation(String name) {
            return new SaidPlace(channel, region, residency, variant, name);
        }
    }

    public record Size(int width, int height) {}

    /** @param framesPerSecond null for the vendor's default */
    public record Film(long millis, @Nullable BigDecimal framesPerSecond) {}

    /** Nothing said, at that moment. */
    public static Assumptions at(Instant moment) {
        return new Assumptions(
                moment,
                true,
                SaidReply.NOTHING,
                SaidCache.NOTHING,
                SaidMedia.NOTHING,
                null,
                null,
                Bound.LIKELY,
                SaidPlace.NOTHING);
    }

    /** Only the day of the moment is meant. */
    public Assumptions withoutTime() {
        return new Assumptions(moment, false, reply, cache, media, tier, currency, bound, place);
    }

    public Assumptions withOutput(@Nullable Long likely, @Nullable Long cap) {
        return with(new SaidReply(likely, cap, reply.reasoning()));
    }

    public Assumptions withReasoning(@Nullable Long likely) {
        return with(new SaidReply(reply.likely(), reply.cap(), likely));
    }

    private Assumptions with(SaidReply said) {
        return new Assumptions(moment, timeKnown, said, cache, media, tier, currency, bound, place);
    }

    public Assumptions withCache(@Nullable Share read, @Nullable Share write, @Nullable Duration lifetime) {
        SaidCache said = new SaidCache(read, write, lifetime);
        return new Assumptions(moment, timeKnown, reply, said, media, tier, currency, bound, place);
    }

    public Assumptions withMedia(List<Size> images, List<Long> audio, List<Film> videos, List<Integer> pages) {
        SaidMedia said = new SaidMedia(images, audio, videos, pages);
        return new Assumptions(moment, timeKnown, reply, cache, said, tier, currency, bound, place);
    }

    public Assumptions withTier(@Nullable ServiceTier service) {
        return new Assumptions(moment, timeKnown, reply, cache, media, service, currency, bound, place);
    }

    public Assumptions withCurrency(@Nullable Currency to) {
        return new Assumptions(moment, timeKnown, reply, cache, media, tier, to, bound, place);
    }

    public Assumptions withBound(Bound decides) {
        return new Assumptions(moment, timeKnown, reply, cache, media, tier, currency, decides, place);
    }

    public Assumptions withPlace(SaidPlace said) {
        return new Assumptions(moment, timeKnown, reply, cache, media, tier, currency, bound, said);
    }
}
