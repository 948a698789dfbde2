package smeta.http.load;

import org.jspecify.annotations.Nullable;

/**
 * Whether a request is a large one: with a body that has more to read than a usual prompt, or for many models. Large requests have turns of
 * their own, so that the small ones, most checks among them, don't stand behind them.
 */
final class Size {
    /** Bytes. */
    static final int SMALL_BODY = 1 << 15;

    private static final int MANY_MODELS = 16;
    private static final int LONG_QUERY = 1 << 11;

    private Size() {}

    /** @param body bytes, as they were sent */
    static boolean isLarge(String path, @Nullable String query, int body) {
        return body > SMALL_BODY || path.startsWith("/v1/budgets") || query != null && isLarge(query);
    }

    private static boolean isLarge(String query) {
        long names =
                query.chars().filter(c -> c == ',').count() + occurrences(query, "%2c") + occurrences(query, "models=");
        return query.length() > LONG_QUERY
                || names > MANY_MODELS
                || query.indexOf('*') >= 0
                || occurrences(query, "%2a") > 0
                || query.contains("search=");
    }

    private static int occurrences(String query, String word) {
        int found = 0;
        for (int at = 0; at + word.length() <= query.length(); at++) {
            found += query.regionMatches(true, at, word, 0, word.length()) ? 1 : 0;
        }
        return found;
    }
}
