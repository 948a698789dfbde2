package smeta.http.query;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smeta.http.problem.BadQuery;
import smeta.http.problem.Problem;

/**
 * The part of a list that one answer has.
 *
 * @param after the id of the last one of the page before; null for the first page
 * @param size  at most so many
 */
public record Page(@Nullable String after, int size) {
    /** Models of one page, at most. */
    public static final int MOST = 1_000;

    /** Whether a list of so many is all on this page. */
    public boolean isWhole(int many) {
        return after == null && many <= size;
    }

    /** @throws BadQuery if no one of the list has the id after which the page begins */
    <T> int start(List<T> list, Function<T, String> id) {
        if (after == null) {
            return 0;
        }
        String last = after.strip();
        for (int i = 0; i < list.size(); i++) {
            if (id.apply(list.get(i)).equals(last)) {
                return i + 1;
            }
        }
        throw new BadQuery(List.of(new Problem.Error(
                "after",
                "No model of this list has the id “" + shortened(last) + "”.",
                "the last_id of the page before, with the same other parameters")));
    }

    /** @throws BadQuery if no one of the list has the id after which the page begins */
    public <T> List<T> of(List<T> list, Function<T, String> id) {
        int from = start(list, id);
        return list.subList(from, (int) Math.min(list.size(), (long) from + size));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
