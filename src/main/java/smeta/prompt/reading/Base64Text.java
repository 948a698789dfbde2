package smeta.prompt.reading;

/** Tells long base64 (with or without the prefix of a data URL) from other strings in the bytes of a body. */
public final class Base64Text {
    /** Below this a string is as cheap as a view on it. */
    static final int SHORTEST = 1024;

    private static final boolean[] ALPHABET = new boolean[128];

    static {
        String all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=";
        all.chars().forEach(c -> ALPHABET[c] = true);
    }

    private Base64Text() {}

    /**
     * The place of the closing quote of the JSON string whose first character is at {@code from}, if it is long base64;
     * otherwise -1. Stops at the first character that no base64 holds, so ordinary text costs next to nothing.
     */
    public static int end(byte[] body, int from) {
        int i = Blob.afterPrefix(body, from, body.length);
        for (; i < body.length; i++) {
            byte c = body[i];
            if (c == '"') {
                return i - from >= SHORTEST ? i : -1;
            }
            if (c == '\\') {
                byte escaped = i + 1 < body.length ? body[++i] : 0;
                if (escaped != '/' && escaped != 'n' && escaped != 'r' && escaped != 't') {
                    return -1;
                }
            } else if (c < 0 || !ALPHABET[c]) {
                return -1;
            }
        }
        return -1;
    }
}
