package smeta.calibration;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decides how much a model writes: how much it is to think, whether it has tools, how long it may go on. Null: any.
 *
 * @param effort the body's word for it, a class of its budget, {@code on}, {@code none} or {@code unsaid}
 * @param cap    a class of the cap on the reply, or {@code none}
 */
public record Circumstances(
        @Nullable String effort,
        @Nullable Boolean tools,
        @Nullable String cap) {
    public static final Circumstances ANY = new Circumstances(null, null, null);

    /** Other words are taken as {@code on}: what a body says is not kept. */
    private static final Set<String> EFFORTS = Set.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

    private static final List<Long> SIZES = List.of(256L, 1024L, 4096L, 16_384L, 65_536L);

    /**
     * @param thinking as the body switches it; null if it says nothing
     * @param effort   the body's word, null if it has none
     * @param budget   of thinking tokens
     * @param cap      on the reply
     */
    public static Circumstances of(
            @Nullable Boolean thinking,
            @Nullable String effort,
            @Nullable Long budget,
            boolean tools,
            @Nullable Long cap) {
        return new Circumstances(effort(thinking, effort, budget), tools, cap == null ? "none" : size(cap));
    }

    private static String effort(@Nullable Boolean thinking, @Nullable String effort, @Nullable Long budget) {
        if (Boolean.FALSE.equals(thinking)) {
            return "none";
        } else if (budget != null && budget > 0) {
            return "budget_" + size(budget);
        } else if (effort != null) {
            String word = effort.toLowerCase(Locale.ROOT);
            return EFFORTS.contains(word) ? word : "on";
        }
        return thinking == null ? "unsaid" : "on";
    }

    private static String size(long tokens) {
        for (long size : SIZES) {
            if (tokens <= size) {
                return "to_" + size;
            }
        }
        return "more";
    }

    // written out: see docs/architecture.md on records in a native image
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Circumstances that
                && Objects.equals(effort, that.effort)
                && Objects.equals(tools, that.tools)
                && Objects.equals(cap, that.cap);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Objects.hashCode(effort) + Objects.hashCode(tools)) + Objects.hashCode(cap);
    }

    /** From these to those that say less: without the cap, without the tools, and of any effort. */
    List<Circumstances> wider() {
        return List.of(this, new Circumstances(effort, tools, null), new Circumstances(effort, null, null), ANY);
    }
}
