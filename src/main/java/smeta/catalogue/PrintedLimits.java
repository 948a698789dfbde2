package smeta.catalogue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model's limits and what other documents print of them. An alias moves on, and its limits with it, so that a later
 * document may be right where it prints other figures; the vendor's own page yields only to a later one.
 *
 * @param surest what fits by the limits and by each later document
 * @param later  what fits by one of those
 * @param widest what is possible by one of them, or by one that is as old; a limit that isn't known stays so
 */
public record PrintedLimits(Limits surest, Limits later, Limits widest) {
    /** In a round figure k is 1024 at most. */
    private static final int LARGE_KILO = 1024;

    private static final int SMALL_KILO = 1000;

    static PrintedLimits of(Model model) {
        Limits surest = model.limits();
        Limits later = model.limits();
        Limits widest = model.limits();
        for (Printed printed : model.printed()) {
            if (seen(model, printed.source()) == null || model.limits().source() == null) {
                continue;
            }
            if (mayBeRight(model, printed)) {
                widest = wider(widest, printed);
            }
            if (isLater(model, printed)) {
                later = wider(later, printed);
                surest = with(surest, printed, SMALL_KILO, (a, b) -> a.tokens() <= b.tokens() ? a : b);
            }
        }
        return new PrintedLimits(surest, later, widest);
    }

    /** Whether the documents that may be right differ. */
    public boolean differ() {
        return !surest.equals(widest);
    }

    /** A document of a larger context that says nothing of the prompt's own limit has none. */
    private static Limits wider(Limits before, Printed printed) {
        Limits after = with(before, printed, LARGE_KILO, (a, b) -> a.tokens() >= b.tokens() ? a : b);
        return Objects.equals(before.context(), after.context())
                        || printed.figures().containsKey("max_input")
                ? after
                : new Limits(after.context(), null, after.maxOutput(), after.tokensPerImage(), after.source());
    }

    private static Limits with(Limits limits, Printed printed, int kilo, BinaryOperator<Quantity> chosen) {
        return new Limits(
                chosen(limits.context(), printed, "context", kilo, chosen),
                chosen(limits.maxInput(), printed, "max_input", kilo, chosen),
                chosen(limits.maxOutput(), printed, "max_output", kilo, chosen),
                limits.tokensPerImage(),
                limits.source());
    }

    private static @Nullable Quantity chosen(
            @Nullable Quantity known, Printed printed, String key, int kilo, BinaryOperator<Quantity> chosen) {
        String figure = printed.figures().get(key);
        return known == null || figure == null ? known : chosen.apply(known, Quantity.parse(figure, kilo));
    }

    /** The limits' own document stands if it is the vendor's and no older, or if the other was there before it. */
    private static boolean mayBeRight(Model model, Printed printed) {
        return isLater(model, printed) || !limitsAreVendors(model) && !isEarlier(model, printed);
    }

    private static boolean limitsAreVendors(Model model) {
        return sources(model).anyMatch(Source::vendor);
    }

    /** By the precision of the coarser date: a day of August isn't later than August. */
    private static boolean isLater(Model model, Printed printed) {
        Source other = seen(model, printed.source());
        return other != null && sources(model).allMatch(s -> compare(other.asOf(), s.asOf()) > 0);
    }

    private static boolean isEarlier(Model model, Printed printed) {
        Source other = seen(model, printed.source());
        return other != null && sources(model).anyMatch(s -> compare(other.asOf(), s.asOf()) < 0);
    }

    private static int compare(String one, String other) {
        int precision = Math.min(one.length(), other.length());
        LocalDate first = Source.firstDay(one.substring(0, precision));
        return first.compareTo(Source.firstDay(other.substring(0, precision)));
    }

    private static Stream<Source> sources(Model model) {
        String keys = model.limits().source();
        return keys == null ? Stream.empty() : Arrays.stream(keys.split(", ")).flatMap(k -> model.source(k).stream());
    }

    private static @Nullable Source seen(Model model, String key) {
        return model.source(key).orElse(null);
    }
}
