package smeta.http.query;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a parameter becomes a value.
 *
 * @param expected what is said when the text can't be read; {@code {}} stands for the parameter's example
 * @param read     throws whatever it likes if the text can't be read
 */
record Reading<T>(String expected, Function<String, T> read) {
    /** Null if it can't be read. */
    @Nullable
    T orNull(String text) {
        try {
            return read.apply(text.strip());
        } catch (RuntimeException e) {
            return null;
        }
    }
}
