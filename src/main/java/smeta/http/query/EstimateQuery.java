package smeta.http.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Modality;
import smeta.estimate.Assumptions;
import smeta.http.answer.AssumptionAnswer;
import smeta.prompt.Dialect;

/**
 * The query vocabulary that estimates, checks, budgets and batches share.
 *
 * @param models   names as asked; empty means the body's model
 * @param everyone true for {@code models=*}
 * @param scale    decimals of amounts
 * @param seller   whose names come in
 * @param offers   true for every seller of the named models
 * @param all      true for both lists with {@code models=*}
 * @param search   words that a model's id, title, maker or seller has
 * @param page     with {@code models=*}: which of them one answer has
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
        @Nullable Long input,
        @Nullable String seller,
        boolean offers,
        boolean all,
        @Nullable String search,
        Page page) {
    /** Orders of estimates; those that don't fit come last. */
    public enum Sort {
        COST,
        CONTEXT,
        ROOM
    }

    /** What the query decided, for the answer's {@code assumed}. */
    public List<AssumptionAnswer> assumed() {
        List<AssumptionAnswer> list = new ArrayList<>();
        Assumptions a = assumptions;
        add(list, "output", a.reply().likely());
        add(list, "max_output", a.reply().cap());
        add(list, "reasoning", a.reply().reasoning());
        add(list, "cached", a.cache().read());
        add(list, "cache_write", a.cache().write());
        add(list, "ttl", a.cache().lifetime());
        a.media().images().forEach(i -> add(list, "image", i.width() + "x" + i.height()));
        a.media()
                .audio()
                .forEach(millis -> add(
                        list,
                        "audio",
                        BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString() + "s"));
        a.media()
                .videos()
                .forEach(v -> add(
                        list,
                        "video",
                        BigDecimal.valueOf(v.millis(), 3).stripTrailingZeros().toPlainString() + "s"
                                + (v.framesPerSecond() == null
                                        ? ""
                                        : "@" + v.framesPerSecond().toPlainString() + "fps")));
        a.media().pages().forEach(p -> add(list, "pages", p));
        add(list, "tier", a.tier() == null ? null : a.tier().wireName());
        return list;
    }

    private static void add(List<AssumptionAnswer> list, String name, @Nullable Object value) {
        if (value != null) {
            list.add(new AssumptionAnswer(name, value.toString(), "query"));
        }
    }
}
