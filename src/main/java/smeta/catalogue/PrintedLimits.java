package smeta.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    static PrintedLimits of(Limits limits, List<Printed> documents, Map<String, Source> sources) {
        Limits surest = limits;
        Limits later = limits;
        Limits widest = limits;
        List<Source> own = limits.source() == null
                ? List.of()
                : Stream.of(limits.source().split(", "))
                        .map(sources::get)
                        .filter(Objects::nonNull)
                        .toList();
        for (Printed printed : documents) {
            Source other = sources.get(printed.source());
            if (other == null || limits.source() == null) {
                continue;
            }
            if (mayBeRight(own, other)) {
                widest = wider(widest, printed);
            }
            if (isLater(own, other)) {
                later = wider(later, printed);
                surest = with(surest, printed, SMALL_KILO, (x, y) -> x.tokens() <= y.tokens() ? x : y);
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
    private static boolean mayBeRight(List<Source> own, Source other) {
        boolean vendors = own.stream().anyMatch(Source::vendor);
        boolean earlier = own.stream().anyMatch(s -> compare(other.asOf(), s.asOf()) < 0);
        return isLater(own, other) || !vendors && !earlier;
    }

    /** By the precision of the coarser date: a day of August isn't later than August. */
    private static boolean isLater(List<Source> own, Source other) {
        return own.stream().allMatch(s -> compare(other.asOf(), s.asOf()) > 0);
    }

    private static int compare(String one, String other) {
        int precision = Math.min(one.length(), other.length());
        LocalDate first = Source.firstDay(one.substring(0, precision));
        return first.compareTo(Source.firstDay(other.substring(0, precision)));
    }
}
