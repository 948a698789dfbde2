package smeta.http.query;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Modality;
import smeta.estimate.Assumptions;
import smeta.estimate.Bound;
import smeta.estimate.Share;
import smeta.http.answer.AssumptionAnswer;
import smeta.price.ServiceTier;
import smeta.prompt.Dialect;

/**
 * The query vocabulary that estimates, checks, budgets and batches share.
 *
 * @param models   names as asked; empty means the body's model
 * @param everyone true for {@code models=*}
 * @param scale    decimals of amounts
 * @param input    the size of the prompt where there is no body: tokens, everything included
 */
public record EstimateQuery(
        List<String> models,
        boolean everyone,
        Set<Modality> accepts,
        @Nullable String provider,
        @Nullable Long minContext,
        @Nullable Dialect dialect,
        boolean noteUnknownParts,
        Assumptions assumptions,
        @Nullable Sort sort,
        Set<String> include,
        int scale,
        @Nullable Long input) {
    /** Orders of estimates; those that don't fit come last. */
    public enum Sort { COST, CONTEXT, ROOM }

    private static final Set<String> CURRENCIES = Set.of("RUB", "USD", "CNY", "EUR");
    private static final Set<String> INCLUDES = Set.of("lines", "parts", "sources");

    public static EstimateQuery read(Query query, Clock clock, Bound usualBound) {
        List<String> models = query.texts("models");
        boolean everyone = models.contains("*");
        if (everyone && models.size() > 1) {
            query.error(
                    "models",
                    "“models” has * beside other names.",
                    "use * alone, with accepts, provider or min_context to narrow it");
        }
        Set<Modality> accepts = new LinkedHashSet<>(
                query.each("accepts", "one of text, image, audio, video, file", t -> Modality.named(t)
                        .orElseThrow()));
        String provider = query.text("provider");
        Long minContext = query.count("min_context");
        if (!everyone && (!accepts.isEmpty() || provider != null || minContext != null)) {
            query.error(
                    "models",
                    "“accepts”, “provider” and “min_context” narrow models=*, which is not asked for.",
                    "add models=*");
        }
        Dialect dialect = query.named("dialect", Dialect::named, Dialect.names());
        String unknownParts = query.parsed("unknown_parts", "fail or note", t -> {
            if (!t.equals("fail") && !t.equals("note")) {
                throw new IllegalArgumentException();
            }
            return t;
        });
        Assumptions assumptions = assumptions(query, clock, usualBound);
        Sort sort = query.parsed("sort", "one of cost, context, room", t -> Sort.valueOf(lower(t)));
        Set<String> include = new LinkedHashSet<>(query.each("include", "one of lines, parts, sources", t -> {
            if (!INCLUDES.contains(t)) {
                throw new IllegalArgumentException();
            }
            return t;
        }));
        Integer scale = query.parsed("scale", "a whole number from 2 to 18", t -> {
            int value = Integer.parseInt(t);
            if (value < 2 || value > 18) {
                throw new IllegalArgumentException();
            }
            return value;
        });
        return new EstimateQuery(
                models,
                everyone,
                accepts,
                provider,
                minContext,
                dialect,
                "note".equals(unknownParts),
                assumptions,
                sort,
                include,
                scale == null ? 6 : scale,
                query.count("input"));
    }

    private static Assumptions assumptions(Query query, Clock clock, Bound usualBound) {
        Moment on = Moment.read(query, clock);
        Long output = query.count("output");
        Long maxOutput = query.count("max_output");
        Long reasoning = query.count("reasoning");
        if (maxOutput != null && (output == null ? 0 : output) + (reasoning == null ? 0 : reasoning) > maxOutput) {
            query.error(
                    "output",
                    "“output” and “reasoning” together are more than “max_output” " + maxOutput + ".",
                    "lower them, or raise max_output");
        }
        Share cached =
                query.parsed("cached", "a number of tokens or a percentage from 0% to 100%", EstimateQuery::share);
        Share write =
                query.parsed("cache_write", "a number of tokens or a percentage from 0% to 100%", EstimateQuery::share);
        Duration lifetime = query.parsed("ttl", "a time like 5m or 1h", EstimateQuery::lifetime);
        if (lifetime != null && write == null) {
            query.error("ttl", "“ttl” says how long “cache_write” lives, which is not given.", "add cache_write=…");
        }
        List<Assumptions.Size> images = query.each("image", "a size in pixels like 1024x768", EstimateQuery::size);
        List<Long> audio = query.each("audio", "a duration like 90s", t -> Query.duration(t).toMillis());
        List<Assumptions.Film> videos = query.each("video", "a duration like 60s, or 60s@1fps", EstimateQuery::film);
        List<Integer> pages = query.each("pages", "a whole number of pages up to 100000", EstimateQuery::pages);
        ServiceTier tier = query.named("tier", ServiceTier::named, "standard, batch, flex, priority, fast");
        Currency currency = query.parsed("currency", "one of RUB, USD, CNY, EUR", EstimateQuery::currency);
        Bound bound = query.named("bound", Bound::named, "low, likely, high");
        return new Assumptions(
                on.instant(),
                on.timeKnown(),
                output,
                maxOutput,
                reasoning,
                cached,
                write,
                lifetime,
                images,
                audio,
                videos,
                pages,
                tier,
                currency,
                bound == null ? usualBound : bound,
                query.text("channel"),
                query.text("region"),
                query.text("residency"),
                query.text("variant"));
    }

    /** What the query decided, for the answer's {@code assumed}. */
    public List<AssumptionAnswer> assumed() {
        List<AssumptionAnswer> list = new ArrayList<>();
        Assumptions a = assumptions;
        add(list, "output", a.output());
        add(list, "max_output", a.maxOutput());
        add(list, "reasoning", a.reasoning());
        add(list, "cached", a.cached());
        add(list, "cache_write", a.cacheWrite());
        add(list, "ttl", a.lifetime());
        a.images().forEach(i -> add(list, "image", i.width() + "x" + i.height()));
        a.audio()
                .forEach(millis -> add(
                        list,
                        "audio",
                        BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString() + "s"));
        a.videos()
                .forEach(v -> add(
                        list,
                        "video",
                        BigDecimal.valueOf(v.millis(), 3).stripTrailingZeros().toPlainString() + "s"
                                + (v.framesPerSecond() == null
                                        ? ""
                                        : "@" + v.framesPerSecond().toPlainString() + "fps")));
        a.pages().forEach(p -> add(list, "pages", p));
        add(list, "tier", a.tier() == null ? null : a.tier().wireName());
        return list;
    }

    private static void add(List<AssumptionAnswer> list, String name, @Nullable Object value) {
        if (value != null) {
            list.add(new AssumptionAnswer(name, value.toString(), "query"));
        }
    }

    private static Share share(String text) {
        if (!text.endsWith("%")) {
            return Share.ofTokens(Query.wholeNumber(text));
        }
        BigDecimal percent = Query.decimal(text.substring(0, text.length() - 1));
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0 || percent.scale() > 6) {
            throw new IllegalArgumentException("out of range");
        }
        return Share.ofPercent(percent);
    }

    private static Duration lifetime(String text) {
        Duration lifetime = Query.duration(text);
        if (lifetime.isZero() || lifetime.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return lifetime;
    }

    private static Assumptions.Size size(String text) {
        String[] sides = text.split("[xX×]", -1);
        int width = Integer.parseInt(sides[0].strip());
        int height = Integer.parseInt(sides[1].strip());
        if (sides.length != 2 || width < 1 || height < 1) {
            throw new IllegalArgumentException("out of range");
        }
        return new Assumptions.Size(width, height);
    }

    private static Assumptions.Film film(String text) {
        String[] parts = text.split("@", -1);
        BigDecimal fps = null;
        if (parts.length > 1) {
            if (parts.length > 2 || !parts[1].endsWith("fps")) {
                throw new IllegalArgumentException("no fps");
            }
            fps = Query.decimal(parts[1].substring(0, parts[1].length() - 3));
            if (fps.signum() <= 0 || fps.compareTo(BigDecimal.valueOf(1000)) > 0) {
                throw new IllegalArgumentException("out of range");
            }
        }
        return new Assumptions.Film(Query.duration(parts[0]).toMillis(), fps);
    }

    private static Integer pages(String text) {
        int pages = Integer.parseInt(text);
        if (pages < 0 || pages > 100_000) {
            throw new IllegalArgumentException("out of range");
        }
        return pages;
    }

    public static Currency currency(String text) {
        if (!CURRENCIES.contains(text)) {
            throw new IllegalArgumentException("unknown");
        }
        return Currency.getInstance(text);
    }

    private static String lower(String text) {
        if (!text.equals(text.toLowerCase(java.util.Locale.ROOT))) {
            throw new IllegalArgumentException("not lower case");
        }
        return text.toUpperCase(java.util.Locale.ROOT);
    }
}
