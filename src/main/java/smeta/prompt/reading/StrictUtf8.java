package smeta.prompt.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Unreadable;

/** Strict UTF-8: no overlong forms, no surrogates, nothing cut off. */
public final class StrictUtf8 {
    private StrictUtf8() {}

    public static void requireValid(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw new Unreadable(
                    Unreadable.Kind.MALFORMED,
                    "not_utf8",
                    "",
                    "The body is not UTF-8: the byte at offset " + in.position() + " starts no valid character.",
                    "send the body in UTF-8");
        }
    }

    /** The bytes as text, or null if they are not UTF-8. */
    public static @Nullable String textOrNull(byte[] bytes) {
        try {
            requireValid(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (Unreadable notText) {
            return null;
        }
    }
}
