package smeta.token.json;

import org.jspecify.annotations.Nullable;

/**
 * The letters by which byte-level vocabularies write bytes: printable ones stand for themselves, others from U+0100 on.
 */
final class ByteAlphabet {
    private static final int[] BYTES = new int[0x200];

    static {
        java.util.Arrays.fill(BYTES, -1);
        int next = 0x100;
        for (int b = 0; b < 256; b++) {
            boolean itself = b >= '!' && b <= '~' || b >= 0xA1 && b <= 0xAC || b >= 0xAE;
            BYTES[itself ? b : next++] = b;
        }
    }

    private ByteAlphabet() {}

    /** The bytes that the token stands for; {@code null} if it isn't written in these letters. */
    static byte @Nullable [] bytes(String token) {
        byte[] bytes = new byte[token.length()];
        for (int i = 0; i < bytes.length; i++) {
            int value = token.charAt(i) < BYTES.length ? BYTES[token.charAt(i)] : -1;
            if (value < 0) {
                return null;
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }
}
