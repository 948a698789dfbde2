package smeta.http.growth;

import java.util.Collection;
import java.util.Map;

/**
 * Counts what instrumented classes do ({@link SteppingLoader}): one for each call of a method and each round of a loop, and the size of
 * what the platform's own loops go through on their behalf.
 */
public final class Steps {
    private static long count;

    private Steps() {}

    public static void step() {
        count++;
    }

    /** Hands it on. */
    public static Object scan(Object walked) {
        if (walked instanceof Collection<?> many) {
            count += many.size();
        } else if (walked instanceof Map<?, ?> many) {
            count += many.size();
        } else if (walked instanceof CharSequence text) {
            count += text.length() / 16;
        }
        return walked;
    }

    static long since(long before) {
        return count - before;
    }
}
