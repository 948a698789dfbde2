package smeta.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.BiFunction;
import smeta.library.Call;

/** What can be said about a call: the words of the service's query, each an option of the same name. */
enum Word {
    MODELS("names of models in any spelling, separated by commas", "gpt-4o,qwen3-max", (call, names) -> call),
    SELLER("whose names of models come in", "routerai", Call::seller),
    OUTPUT("likely reply, in tokens", "800", (call, text) -> call.output(tokens(text))),
    MAX_OUTPUT("cap on the reply, in tokens", "2000", (call, text) -> call.maxOutput(tokens(text))),
    REASONING("likely reasoning tokens", "1000", (call, text) -> call.reasoning(tokens(text))),
    CACHE_WRITE("part of the prompt written to the cache: tokens, or a percentage", "1200", Word::written),
    TTL(
            "how long lives what is written to the cache, up to 12h",
            "5m",
            (call, text) -> call.cacheLifetime(duration(text))),
    IMAGE("sizes in pixels of pictures that the request doesn't tell", "1024x768", each(Word::image)),
    AUDIO("lengths of sounds that the request doesn't tell", "90s", each((call, text) -> call.audio(duration(text)))),
    VIDEO("lengths of films that the request doesn't tell, perhaps with frames", "60s@1fps", each(Word::video)),
    PAGES(
            "pages of documents that the request doesn't tell",
            "12",
            each((call, text) -> call.document(Math.toIntExact(tokens(text))))),
    CHANNEL("the sales channel, where prices differ by it", "api", Call::channel),
    REGION("the region, where prices differ by it", "eu", Call::region),
    RESIDENCY("where the data must stay, where that changes the price", "us", Call::residency),
    VARIANT("the variant of the model, where a price card has variants", "thinking", Call::variant),
    CACHED("part of the prompt read from the cache: tokens, or a percentage", "40%", Word::cached),
    TIER("standard, batch, flex, priority or fast", "batch", Call::tier),
    CURRENCY("RUB, USD, CNY or EUR; left out: the seller's", "RUB", Word::currency),
    ON("the day or the instant whose prices and exchange rates apply", "2026-07-01", Word::on),
    LIST("main, or all: what public tables have besides", "all", (call, text) -> call),
    PROVIDER("only this seller's models", "openai", (call, text) -> call),
    LIMIT("the most that may be spent, in the currency", "5.00", (call, text) -> call.limit(amount(text)));

    private final String description;
    private final String example;
    private final BiFunction<Call, String, Call> reading;

    Word(String description, String example, BiFunction<Call, String, Call> reading) {
        this.description = description;
        this.example = example;
        this.reading = reading;
    }

    /** As in a query: {@code max_output}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As an option: {@code --max-output}. */
    String option() {
        return "--" + wireName().replace('_', '-');
    }

    String description() {
        return description;
    }

    String example() {
        return example;
    }

    /** @throws WrongUsage if the text is no such value */
    Call said(Call call, String text) {
        try {
            return reading.apply(call, text.strip());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
            throw new WrongUsage("“" + text + "” can't be a value of " + option() + " (" + description
                    + "); for example " + option() + " " + example);
        }
    }

    private static long tokens(String text) {
        return Long.parseLong(text);
    }

    static BigDecimal amount(String text) {
        if (!text.matches("[0-9]{1,15}(\\.[0-9]{1,12})?")) {
            throw new IllegalArgumentException("no amount");
        }
        return new BigDecimal(text);
    }

    private static BiFunction<Call, String, Call> each(BiFunction<Call, String, Call> one) {
        return (call, text) -> {
            Call said = call;
            for (String part : text.split(",")) {
                said = one.apply(said, part.strip());
            }
            return said;
        };
    }

    private static Call image(Call call, String text) {
        String[] sides = text.split("[xX×]", -1);
        if (sides.length != 2) {
            throw new IllegalArgumentException("no size");
        }
        return call.image(Integer.parseInt(sides[0].strip()), Integer.parseInt(sides[1].strip()));
    }

    private static Call video(Call call, String text) {
        String[] parts = text.split("@", -1);
        if (parts.length > 2 || parts.length == 2 && !parts[1].endsWith("fps")) {
            throw new IllegalArgumentException("no film");
        }
        Duration length = duration(parts[0]);
        return parts.length == 1
                ? call.video(length)
                : call.video(length, amount(parts[1].substring(0, parts[1].length() - 3)));
    }

    /** {@code 90s}, {@code 2.5m}, {@code 1h}. */
    private static Duration duration(String text) {
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,3})?[smh]")) {
            throw new IllegalArgumentException("no duration");
        }
        int unit = switch (text.charAt(text.length() - 1)) {
            case 's' -> 1000;
            case 'm' -> 60_000;
            default -> 3_600_000;
        };
        return Duration.ofMillis(new BigDecimal(text.substring(0, text.length() - 1))
                .multiply(BigDecimal.valueOf(unit))
                .longValueExact());
    }

    private static Call written(Call call, String text) {
        return text.endsWith("%")
                ? call.cacheWritePercent(amount(text.substring(0, text.length() - 1)))
                : call.cacheWrite(tokens(text));
    }

    private static Call cached(Call call, String text) {
        return text.endsWith("%")
                ? call.cachedPercent(amount(text.substring(0, text.length() - 1)))
                : call.cached(tokens(text));
    }

    private static Call currency(Call call, String text) {
        if (!text.matches("RUB|USD|CNY|EUR")) {
            throw new IllegalArgumentException("no such currency");
        }
        return call.currency(text);
    }

    private static Call on(Call call, String text) {
        return text.contains("T") ? call.at(Instant.parse(text)) : call.on(LocalDate.parse(text));
    }
}
