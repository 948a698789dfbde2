package smeta.command;

import java.math.BigDecimal;
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
    CACHED("part of the prompt read from the cache: tokens, or a percentage", "40%", Word::cached),
    TIER("standard, batch, flex, priority or fast", "batch", Call::tier),
    CURRENCY("RUB, USD, CNY or EUR; left out: the seller's", "RUB", Word::currency),
    ON("the day or the instant whose prices and exchange rates apply", "2026-07-01", Word::on),
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
        } catch (IllegalArgumentException | DateTimeParseException e) {
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
