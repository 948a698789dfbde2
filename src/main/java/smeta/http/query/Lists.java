package smeta.http.query;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of a repeatable parameter as they are used: none is missing, none is null. */
final class Lists {
    private Lists() {}

    static <T> List<T> of(@Nullable List<@Nullable T> values) {
        return values == null || values.isEmpty()
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }

    static List<String> texts(@Nullable List<String> values) {
        List<String> given = of(values);
        return given.isEmpty()
                ? given
                : given.stream().map(String::strip).filter(t -> !t.isEmpty()).toList();
    }
}
