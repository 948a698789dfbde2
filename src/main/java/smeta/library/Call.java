package smeta.library;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Assumptions;
import smeta.estimate.Bound;
import smeta.estimate.Share;
import smeta.price.ServiceTier;

/**
 * A call that is about to be made: the vendor's request, and what is said about it besides. Immutable; each method
 * answers a new call. It holds the text of the prompt, and shows none of it.
 */
public final class Call {
    final byte[] body;
    final boolean plain;
    final @Nullable String model;
    final @Nullable String seller;
    final @Nullable Instant moment;
    final @Nullable BigDecimal limit;
    private final UnaryOperator<Assumptions> said;

    private Call(
            byte[] body,
            boolean plain,
            @Nullable String model,
            @Nullable String seller,
            @Nullable Instant moment,
            @Nullable BigDecimal limit,
            UnaryOperator<Assumptions> said) {
        this.body = body;
        this.plain = plain;
        this.model = model;
        this.seller = seller;
        this.moment = moment;
        this.limit = limit;
        this.said = said;
    }

    /** The vendor's request as JSON, exactly as it would be sent; its dialect is recognised. */
    public static Call ofRequest(String json) {
        return new Call(json.getBytes(StandardCharsets.UTF_8), false, null, null, null, null, a -> a);
    }

    /** The same as UTF-8 bytes, which must not be changed while the call is in use. */
    public static Call ofRequest(byte[] json) {
        return new Call(json, false, null, null, null, null, a -> a);
    }

    /** One user message of plain text. */
    public static Call ofPrompt(String text) {
        return new Call(text.getBytes(StandardCharsets.UTF_8), true, null, null, null, null, a -> a);
    }

    /** For that model, in any spelling that Smeta knows, in place of the one that the request names. */
    public Call model(String name) {
        return new Call(body, plain, name, seller, moment, limit, said);
    }

    /** Names of models are this seller's. */
    public Call seller(String name) {
        return new Call(body, plain, model, name, moment, limit, said);
    }

    /** At the prices and exchange rates of that moment; without it, those of the clock's. */
    public Call at(Instant when) {
        return new Call(body, plain, model, seller, when, limit, said);
    }

    /** At the prices of that day in UTC; where they differ by the hour, the bounds cover all of them. */
    public Call on(LocalDate day) {
        return at(day.atStartOfDay(ZoneOffset.UTC).toInstant()).saying(Assumptions::withoutTime);
    }

    /**
     * At most so much money, in the call's currency or else the seller's; of meaning to a check.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Call limit(BigDecimal most) {
        if (most.signum() < 0) {
            throw new IllegalArgumentException("expected a limit of 0 or more, found " + most.toPlainString());
        }
        return new Call(body, plain, model, seller, moment, most, said);
    }

    /** The likely reply, in tokens; without it the smaller of 500 and the cap. */
    public Call output(long tokens) {
        atLeastNothing("output", tokens);
        return saying(a -> a.withOutput(tokens, a.reply().cap()));
    }

    /** The cap on the reply, in tokens, reasoning included; without it the request's, or else the model's maximum. */
    public Call maxOutput(long tokens) {
        atLeastNothing("maxOutput", tokens);
        return saying(a -> a.withOutput(a.reply().likely(), tokens));
    }

    /** Likely reasoning tokens. */
    public Call reasoning(long tokens) {
        atLeastNothing("reasoning", tokens);
        return saying(a -> a.withReasoning(tokens));
    }

    /** So many tokens at the beginning of the prompt are read from the provider's cache. */
    public Call cached(long tokens) {
        atLeastNothing("cached", tokens);
        return saying(a ->
                a.withCache(Share.ofTokens(tokens), a.cache().write(), a.cache().lifetime()));
    }

    /**
     * So much of the prompt, from its beginning, is read from the provider's cache.
     *
     * @param percent 0 to 100
     */
    public Call cachedPercent(BigDecimal percent) {
        Share share = share(percent);
        return saying(a -> a.withCache(share, a.cache().write(), a.cache().lifetime()));
    }

    /** So many tokens are written to the provider's cache, after what is read from it. */
    public Call cacheWrite(long tokens) {
        atLeastNothing("cacheWrite", tokens);
        return saying(a ->
                a.withCache(a.cache().read(), Share.ofTokens(tokens), a.cache().lifetime()));
    }

    /**
     * So much of the prompt is written to the provider's cache, after what is read from it.
     *
     * @param percent 0 to 100
     */
    public Call cacheWritePercent(BigDecimal percent) {
        Share share = share(percent);
        return saying(a -> a.withCache(a.cache().read(), share, a.cache().lifetime()));
    }

    /**
     * What is written to the cache lives so long; without it, as long as is usual at the provider.
     *
     * @throws IllegalArgumentException if it isn't more than nothing and at most 12 hours
     */
    public Call cacheLifetime(Duration time) {
        if (time.isZero() || time.isNegative() || time.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("expected a lifetime of up to 12 hours, found " + time);
        }
        return saying(a -> a.withCache(a.cache().read(), a.cache().write(), time));
    }

    /**
     * The next picture that the request doesn't let be measured has that size; one beyond those in the request is a
     * picture of its own.
     *
     * @throws IllegalArgumentException if a side has no pixel
     */
    public Call image(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("expected sides of 1 pixel or more, found " + width + " x " + height);
        }
        return saying(a -> a.withMedia(
                and(a.media().images(), new Assumptions.Size(width, height)),
                a.media().audio(),
                a.media().videos(),
                a.media().pages()));
    }

    /** Likewise the length of the next sound. */
    public Call audio(Duration length) {
        atLeastNothing("audio", length.toMillis());
        return saying(a -> a.withMedia(
                a.media().images(),
                and(a.media().audio(), length.toMillis()),
                a.media().videos(),
                a.media().pages()));
    }

    /** Likewise the length of the next film, with as many frames a second as the vendor usually takes. */
    public Call video(Duration length) {
        return film(length, null);
    }

    /** Likewise, with so many frames a second. */
    public Call video(Duration length, BigDecimal framesPerSecond) {
        if (framesPerSecond.signum() <= 0) {
            throw new IllegalArgumentException("expected more than 0 frames a second, found " + framesPerSecond);
        }
        return film(length, framesPerSecond);
    }

    private Call film(Duration length, @Nullable BigDecimal framesPerSecond) {
        atLeastNothing("video", length.toMillis());
        Assumptions.Film film = new Assumptions.Film(length.toMillis(), framesPerSecond);
        return saying(a -> a.withMedia(
                a.media().images(),
                a.media().audio(),
                and(a.media().videos(), film),
                a.media().pages()));
    }

    /** Likewise the pages of the next document. */
    public Call document(int pages) {
        atLeastNothing("pages", pages);
        return saying(a -> a.withMedia(
                a.media().images(),
                a.media().audio(),
                a.media().videos(),
                and(a.media().pages(), pages)));
    }

    /** At the prices of that sales channel, where a model has prices by channel. */
    public Call channel(String name) {
        return saying(a -> a.withPlace(a.place().withChannel(name)));
    }

    /** At the prices of that region, where a model has prices by region. */
    public Call region(String name) {
        return saying(a -> a.withPlace(a.place().withRegion(name)));
    }

    /** Where the data must stay, where that changes a model's prices: {@code us}, {@code eu}, … */
    public Call residency(String name) {
        return saying(a -> a.withPlace(a.place().withResidency(name)));
    }

    /** At the prices of that variant of the model, where its price card has variants. */
    public Call variant(String name) {
        return saying(a -> a.withPlace(a.place().withVariant(name)));
    }

    /** {@code standard}, {@code batch}, {@code flex}, {@code priority} or {@code fast}. */
    public Call tier(String name) {
        ServiceTier tier = ServiceTier.named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected standard, batch, flex, priority or fast, found “" + name + "”"));
        return saying(a -> a.withTier(tier));
    }

    /**
     * Costs in that currency.
     *
     * @param code ISO 4217
     */
    public Call currency(String code) {
        Currency currency = Currency.getInstance(code);
        return saying(a -> a.withCurrency(currency));
    }

    Assumptions assumptions(Instant now, Bound bound) {
        return said.apply(Assumptions.at(moment == null ? now : moment)).withBound(bound);
    }

    private Call saying(UnaryOperator<Assumptions> more) {
        return new Call(body, plain, model, seller, moment, limit, a -> more.apply(said.apply(a)));
    }

    private static Share share(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("expected 0 to 100 percent, found " + percent.toPlainString());
        }
        return Share.ofPercent(percent);
    }

    private static <T> List<T> and(List<T> some, T another) {
        List<T> all = new ArrayList<>(some);
        all.add(another);
        return all;
    }

    private static void atLeastNothing(String what, long tokens) {
        if (tokens < 0) {
            throw new IllegalArgumentException("expected " + what + " of 0 or more, found " + tokens);
        }
    }
}
