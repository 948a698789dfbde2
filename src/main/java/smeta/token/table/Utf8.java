package smeta.token.table;

/** Characters of more than one byte in well-formed UTF-8. */
public final class Utf8 {
    private Utf8() {}

    /** The character of so many bytes, two at least. */
    public static int codePoint(byte[] bytes, int i, int length) {
        return switch (length) {
            case 2 -> (bytes[i] & 0x1F) << 6 | bytes[i + 1] & 0x3F;
            case 3 -> (bytes[i] & 0xF) << 12 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F;
            default ->
                (bytes[i] & 7) << 18 | (bytes[i + 1] & 0x3F) << 12 | (bytes[i + 2] & 0x3F) << 6 | bytes[i + 3] & 0x3F;
        };
    }

    /** Whether these bytes are one character of more than one byte. */
    static boolean isCharacter(byte[] bytes, int i, int length) {
        if (length < 2
                || length > 4
                || bytes[i] >= 0
                || continues(bytes[i])
                || CharacterClasses.length(bytes[i]) != length) {
            return false;
        }
        for (int k = 1; k < length; k++) {
            if (bytes[i + k] >= 0 || !continues(bytes[i + k])) {
                return false;
            }
        }
        int codePoint = codePoint(bytes, i, length);
        return bytes[i] < (byte) 0xF8
                && codePoint >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000)
                && codePoint <= Character.MAX_CODE_POINT
                && (codePoint < 0xD800 || codePoint > 0xDFFF);
    }

    /** Whether these bytes are well-formed. */
    public static boolean isText(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end) {
            int length = bytes[i] >= 0 ? 1 : CharacterClasses.length(bytes[i]);
            if (i + length > end || length > 1 && !isCharacter(bytes, i, length)) {
                return false;
            }
            i += length;
        }
        return true;
    }

    static boolean continues(byte value) {
        return value < (byte) 0xC0;
    }
}
