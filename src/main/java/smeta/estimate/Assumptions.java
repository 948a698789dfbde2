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
 * @param moment     whose prices and exchange rate apply
 * @param timeKnown  false if only the day was given, so that prices by time of day become bounds
 * @param output     likely reply, in tokens
 * @param maxOutput  cap on the reply, in tokens, reasoning included
 * @param reasoning  likely reasoning tokens
 * @param cached     part of the prompt that is read from the provider's cache; a prefix
 * @param cacheWrite part of the prompt that is written to it; follows the cached prefix
 * @param lifetime   of what is written
 * @param images     sizes for images that the body doesn't let be measured, in order; beyond those in the body they are
 *                   images of their own
 * @param audio      milliseconds, likewise
 * @param videos     likewise
 * @param pages      pages of documents, likewise
 * @param currency   to convert to; null leaves the card's own
 */
public record Assumptions(
        Instant moment,
        boolean timeKnown,
        @Nullable Long output,
        @Nullable Long maxOutput,
        @Nullable Long reasoning,
        @Nullable Share cached,
        @Nullable Share cacheWrite,
        @Nullable Duration lifetime,
        List<Size> images,
        List<Long> audio,
        List<Film> videos,
        List<Integer> pages,
        @Nullable ServiceTier tier,
        @Nullable Currency currency,
        Bound bound,
        @Nullable String channel,
        @Nullable String region,
        @Nullable String residency,
        @Nullable String variant) {
    public record Size(int width, int height) {}

    /** @param framesPerSecond null for the vendor's default */
    public record Film(long millis, @Nullable BigDecimal framesPerSecond) {}

    public Assumptions {
        images = List.copyOf(images);
        audio = List.copyOf(audio);
        videos = List.copyOf(videos);
        pages = List.copyOf(pages);
    }

    /** Nothing said, at that moment. */
    public static Assumptions at(Instant moment) {
        return new Assumptions(
                moment,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                Bound.LIKELY,
                null,
                null,
                null,
                null);
    }

    public Assumptions withOutput(@Nullable Long likely, @Nullable Long cap) {
        return new Assumptions(
                moment,
                timeKnown,
                likely,
                cap,
                reasoning,
                cached,
                cacheWrite,
                lifetime,
                images,
                audio,
                videos,
                pages,
                tier,
                currency,
                bound,
                channel,
                region,
                residency,
                variant);
    }

    public Assumptions withCache(@Nullable Share read, @Nullable Share write, @Nullable Duration time) {
        return new Assumptions(
                moment, timeKnown, output, maxOutput, reasoning, read, write, time, images, audio, videos, pages, tier,
                currency, bound, channel, region, residency, variant);
    }

    public Assumptions withCurrency(@Nullable Currency to) {
        return new Assumptions(
                moment,
                timeKnown,
                output,
                maxOutput,
                reasoning,
                cached,
                cacheWrite,
                lifetime,
                images,
                audio,
                videos,
                pages,
                tier,
                to,
                bound,
                channel,
                region,
                residency,
                variant);
    }

    public Assumptions withReasoning(@Nullable Long likely) {
        return new Assumptions(
                moment,
                timeKnown,
                output,
                maxOutput,
                likely,
                cached,
                cacheWrite,
                lifetime,
                images,
                audio,
                videos,
                pages,
                tier,
                currency,
                bound,
                channel,
                region,
                residency,
                variant);
    }

    /** Only the day of the moment is meant. */
    public Assumptions withoutTime() {
        return new Assumptions(
                moment,
                false,
                output,
                maxOutput,
                reasoning,
                cached,
                cacheWrite,
                lifetime,
                images,
                audio,
                videos,
                pages,
                tier,
                currency,
                bound,
                channel,
                region,
                residency,
                variant);
    }

    public Assumptions withBound(Bound decides) {
        return new Assumptions(
                moment,
                timeKnown,
                output,
                maxOutput,
                reasoning,
                cached,
                cacheWrite,
                lifetime,
                images,
                audio,
                videos,
                pages,
                tier,
                currency,
                decides,
                channel,
                region,
                residency,
                variant);
    }

    public Assumptions withTier(@Nullable ServiceTier service) {
        return new Assumptions(
                moment,
                timeKnown,
                output,
                maxOutput,
                reasoning,
                cached,
                cacheWrite,
                lifetime,
                images,
                audio,
                videos,
                pages,
                service,
                currency,
                bound,
                channel,
                region,
                residency,
                variant);
    }

    public Assumptions withPlace(@Nullable String salesChannel, @Nullable String place) {
        return new Assumptions(
                moment,
                timeKnown,
                output,
                maxOutput,
                reasoning,
                cached,
                cacheWrite,
                lifetime,
                images,
                audio,
                videos,
                pages,
                tier,
                currency,
                bound,
                salesChannel,
                place,
                residency,
                variant);
    }

    public Assumptions withMedia(List<Size> sizes, List<Long> sounds, List<Film> films, List<Integer> papers) {
        return new Assumptions(
                moment,
                timeKnown,
                output,
                maxOutput,
                reasoning,
                cached,
                cacheWrite,
                lifetime,
                sizes,
                sounds,
                films,
                papers,
                tier,
                currency,
                bound,
                channel,
                region,
                residency,
                variant);
    }
}
