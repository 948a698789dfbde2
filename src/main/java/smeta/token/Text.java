package smeta.token;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import smeta.token.normalize.Composition;
import smeta.token.table.AlphabetText;
import smeta.token.table.ByteWords;

/**
 * A text that several tokenizers count: what they can share (its UTF-8 form) is computed once, when first needed.
 * Immutable as seen from outside; thread-safe, because computing twice gives the same bytes.
 */
public final class Text {
    private final String value;
    private byte @Nullable [] utf8;
    private byte @Nullable [] composedUtf8;

    private Text(String value) {
        this.value = value;
    }

    public static Text of(String value) {
        return new Text(Objects.requireNonNull(value));
    }

    public String value() {
        return value;
    }

    /** The text in UTF-8, a lone surrogate as U+FFFD (3 bytes). The array is shared: don't write to it. */
    public byte[] utf8() {
        byte[] bytes = utf8;
        if (bytes == null) {
            bytes = encoded(value);
            utf8 = bytes;
        }
        return bytes;
    }

    private static byte[] encoded(String text) {
        byte[] known = AlphabetText.encode(text);
        if (known != null) {
            return known;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // The JDK writes a question mark for each lone surrogate: where there are no more than in the text it has none.
        int marks = ByteWords.count(bytes, (byte) '?');
        if (marks == 0 || marks == questionMarks(text)) {
            return bytes;
        }
        return wellFormed(text).getBytes(StandardCharsets.UTF_8);
    }

    private static int questionMarks(String text) {
        int count = 0;
        for (int at = text.indexOf('?'); at >= 0; at = text.indexOf('?', at + 1)) {
            count++;
        }
        return count;
    }

    /** The text in Unicode's normal form C, in UTF-8; the same array as {@link #utf8} if the text is in that form. */
    public byte[] composedUtf8() {
        byte[] bytes = composedUtf8;
        if (bytes == null) {
            byte[] plain = utf8();
            bytes = Composition.isComposed(plain) ? plain : composed(plain);
            composedUtf8 = bytes;
        }
        return bytes;
    }

    private byte[] composed(byte[] plain) {
        String wellFormed = wellFormed(value);
        String composed = Composition.compose(wellFormed);
        return composed.equals(wellFormed) ? plain : composed.getBytes(StandardCharsets.UTF_8);
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** The same text with every lone surrogate replaced by U+FFFD, as tiktoken and the vendors' servers do. */
    public static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    return replaced(text, i);
                }
            }
        }
        return text;
    }

    private static String replaced(String text, int from) {
        StringBuilder result = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                result.append(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                result.append(c).append(text.charAt(++i));
            } else {
                result.append('\uFFFD');
            }
        }
        return result.toString();
    }

    @Override
    public String toString() {
        return "Text of " + value.length() + " UTF-16 units";
    }
}
