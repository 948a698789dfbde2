package smeta.prompt.reading;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A string of base64 or a data URL that stays where it arrived: a view on the bytes of the body. It is decoded as far
 * as a measurement needs, and becomes a string only where the dialect reads that place as text.
 */
public final class Blob implements JsonSerializable {
    private static final int LONGEST_PREFIX = 256;

    private final byte[] body;
    private final int from;
    private final int to;
    private final @Nullable String prefix;
    private final int start;
    private final boolean escaped;

    private Blob(byte[] body, int from, int to, boolean escaped) {
        this.body = body;
        this.from = from;
        this.to = to;
        this.escaped = escaped;
        this.start = afterPrefix(body, from, to);
        this.prefix = start == from ? null : unescaped(from, start - 1);
    }

    /** The JSON string between two places, quotes excluded; of escapes it may hold {@code \/ \n \r \t}. */
    public static Blob of(byte[] body, int from, int to) {
        return new Blob(body, from, to, true);
    }

    public static Blob of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Blob(bytes, 0, bytes.length, false);
    }

    /** The place after the comma of {@code data:…,}, or {@code from} if that is not a data URL. */
    public static int afterPrefix(byte[] body, int from, int to) {
        if (to - from < 6 || !new String(body, from, 5, StandardCharsets.US_ASCII).equalsIgnoreCase("data:")) {
            return from;
        }
        for (int i = from; i < Math.min(to, from + LONGEST_PREFIX); i++) {
            byte c = body[i];
            if (c == ',') {
                return i + 1;
            }
            if (c <= ' ' || c == '"' || c == '\\' && (i + 1 == to || body[i + 1] != '/')) {
                return from;
            }
        }
        return from;
    }

    /** The media type that a data URL declares, in lower case and without parameters; null if there is none. */
    public @Nullable String declaredMime() {
        if (prefix == null) {
            return null;
        }
        String type = prefix.substring(5).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() ? null : type;
    }

    /** False for a data URL whose data is percent-encoded. */
    public boolean isBase64() {
        return prefix == null || prefix.toLowerCase(Locale.ROOT).endsWith(";base64");
    }

    /** Bytes of the decoded data, at most (line breaks in the base64 are not subtracted). */
    public long size() {
        return (to - start) * 3L / 4;
    }

    /** As it was written, for places that are read as text. */
    public String text() {
        return unescaped(from, to);
    }

    /**
     * The data, decoded while it is read; reading throws {@link IOException} where it is not base64.
     *
     * @throws IllegalArgumentException if it is percent-encoded, and wrongly
     */
    public InputStream stream() {
        if (!isBase64()) {
            return new ByteArrayInputStream(percentDecoded());
        }
        return Base64.getDecoder()
                .wrap(
                        plain()
                                ? new ByteArrayInputStream(body, start, to - start)
                                : new ByteArrayInputStream(significant()));
    }

    /**
     * All data.
     *
     * @throws IllegalArgumentException if it is not base64
     */
    public byte[] bytes() {
        if (!isBase64()) {
            return percentDecoded();
        }
        return plain()
                ? array(Base64.getDecoder().decode(ByteBuffer.wrap(body, start, to - start)))
                : Base64.getDecoder().decode(significant());
    }

    /** Whether it is the standard alphabet, without line breaks or escapes. */
    private boolean plain() {
        for (int i = start; i < to; i++) {
            if (dropped(body[i]) || body[i] == '\\' || body[i] == '-' || body[i] == '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean dropped(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** The standard alphabet: escapes and line breaks dropped, the URL alphabet mapped. */
    private byte[] significant() {
        byte[] kept = new byte[to - start];
        int n = 0;
        for (int i = start; i < to; i++) {
            byte c = body[i];
            if (escaped && c == '\\' && i + 1 < to) {
                byte next = body[++i];
                c = next == 'n' || next == 'r' || next == 't' ? (byte) ' ' : next;
            }
            if (!dropped(c)) {
                kept[n++] = c == '-' ? (byte) '+' : c == '_' ? (byte) '/' : c;
            }
        }
        return Arrays.copyOf(kept, n);
    }

    private byte[] percentDecoded() {
        String data = unescaped(start, to).replace("+", "%2B");
        return URLDecoder.decode(data, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String unescaped(int begin, int end) {
        String raw = new String(body, begin, end - begin, StandardCharsets.UTF_8);
        if (!escaped || raw.indexOf('\\') < 0) {
            return raw;
        }
        return raw.replace("\\/", "/").replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    }

    private static byte[] array(ByteBuffer decoded) {
        return decoded.remaining() == decoded.array().length
                ? decoded.array()
                : Arrays.copyOf(decoded.array(), decoded.remaining());
    }

    @Override
    public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeString(text());
    }

    @Override
    public void serializeWithType(JsonGenerator out, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        out.writeString(text());
    }

    /** Says how large it is and nothing of what it holds. */
    @Override
    public String toString() {
        return "Blob[" + (to - from) + " characters]";
    }
}
