package smeta.catalogue.compiled;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What {@link PackedOutput} wrote. Nothing is read before it is asked for. Thread-safe. */
final class PackedFile {
    private static final int HEAD = 12;

    private final byte[] bytes;
    private final ByteBuffer words;
    private final int index;
    private final int letters;
    private final int body;
    private final @Nullable String[] texts;

    /** @throws IllegalArgumentException if it is of another layout */
    PackedFile(byte[] bytes) {
        this.bytes = bytes;
        words = ByteBuffer.wrap(bytes);
        if (bytes.length < HEAD || words.getInt(0) != PackedOutput.MAGIC) {
            throw new IllegalArgumentException("expected a compiled catalogue of this version of the program");
        }
        index = words.getInt(4);
        texts = new String[words.getInt(8)];
        letters = HEAD + 4 * texts.length;
        body = letters + end(texts.length);
    }

    private int end(int number) {
        return number == 0 ? 0 : words.getInt(HEAD + 4 * (number - 1));
    }

    /** From where the reader begins. */
    PackedInput index() {
        return at(index);
    }

    PackedInput at(int position) {
        return new PackedInput(this, body + position);
    }

    byte octet(int position) {
        return bytes[position];
    }

    /** @param number of the text, from 1; 0 is none */
    @Nullable
    String text(int number) {
        if (number == 0) {
            return null;
        }
        String known = texts[number - 1];
        if (known == null) {
            int from = end(number - 1);
            known = new String(bytes, letters + from, end(number) - from, StandardCharsets.UTF_8);
            texts[number - 1] = known;
        }
        return known;
    }
}
