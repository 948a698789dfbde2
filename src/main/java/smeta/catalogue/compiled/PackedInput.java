package smeta.catalogue.compiled;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes values out of a file one after another, in the order in which {@link PackedOutput} took them. */
final class PackedInput {
    private final PackedFile file;
    private int position;

    PackedInput(PackedFile file, int position) {
        this.file = file;
        this.position = position;
    }

    long number() {
        long value = 0;
        int shift = 0;
        byte next = file.octet(position++);
        while (next < 0) {
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
            next = file.octet(position++);
        }
        value |= (long) next << shift;
        return value >>> 1 ^ -(value & 1);
    }

    int size() {
        return Math.toIntExact(number());
    }

    boolean flag() {
        return file.octet(position++) != 0;
    }

    @Nullable
    String optionalText() {
        return file.text(size());
    }

    String text() {
        return Objects.requireNonNull(optionalText());
    }

    <E extends Enum<E>> E name(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    BigDecimal decimal() {
        int scale = size();
        return BigDecimal.valueOf(number(), scale);
    }

    <T> @Nullable T optional(Function<PackedInput, T> form) {
        return flag() ? form.apply(this) : null;
    }

    <T> List<T> list(Function<PackedInput, T> form) {
        int size = size();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(form.apply(this));
        }
        return values;
    }

    List<String> texts() {
        return list(PackedInput::text);
    }

    /** In the order in which they were written. */
    <T> Map<String, T> byText(Function<PackedInput, T> form) {
        int size = size();
        Map<String, T> values = new LinkedHashMap<>(2 * size);
        for (int i = 0; i < size; i++) {
            values.put(text(), form.apply(this));
        }
        return values;
    }
}
