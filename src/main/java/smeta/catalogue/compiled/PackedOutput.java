package smeta.catalogue.compiled;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values one after another, as {@link PackedInput} takes them back. A text stands once in the file, however often it is
 * used: where it is used its number stands.
 */
final class PackedOutput {
    /** Changes when the layout of the file does. */
    static final int MAGIC = 0x536d4331;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    /** Where the next value will stand. */
    int position() {
        return body.size();
    }

    /** Any whole number; small ones are short, whatever their sign. */
    void number(long value) {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7f) != 0) {
            body.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        body.write((int) rest);
    }

    void flag(boolean value) {
        body.write(value ? 1 : 0);
    }

    void text(@Nullable String value) {
        number(value == null ? 0 : texts.computeIfAbsent(value, v -> texts.size() + 1));
    }

    void name(@Nullable Enum<?> value) {
        text(value == null ? null : value.name());
    }

    void decimal(BigDecimal value) {
        number(value.scale());
        number(value.unscaledValue().longValueExact());
    }

    <T> void optional(@Nullable T value, BiConsumer<PackedOutput, T> form) {
        flag(value != null);
        if (value != null) {
            form.accept(this, value);
        }
    }

    <T> void list(Collection<T> values, BiConsumer<PackedOutput, T> form) {
        number(values.size());
        values.forEach(value -> form.accept(this, value));
    }

    void texts(Collection<String> values) {
        list(values, PackedOutput::text);
    }

    <T> void byText(Map<String, T> values, BiConsumer<PackedOutput, T> form) {
        number(values.size());
        values.forEach((key, value) -> {
            text(key);
            form.accept(this, value);
        });
    }

    /** @param index where the reader begins */
    byte[] file(int index) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteArrayOutputStream letters = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(file)) {
            out.writeInt(MAGIC);
            out.writeInt(index);
            out.writeInt(texts.size());
            for (String text : texts.keySet()) {
                letters.writeBytes(text.getBytes(StandardCharsets.UTF_8));
                out.writeInt(letters.size());
            }
            letters.writeTo(out);
            body.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
