package smeta.probe;

import java.nio.charset.StandardCharsets;

/**
 * The bytes at hand of a medium that may be longer. Reads numbers where they stand, copies nothing, and throws
 * {@link BytesMissing} past the end.
 *
 * @param total how long the medium is as a whole
 */
record Bytes(byte[] head, int length, long total) {
    static Bytes whole(byte[] bytes) {
        return new Bytes(bytes, bytes.length, bytes.length);
    }

    int u8(long at) {
        if (at < 0 || at >= length) {
            throw new BytesMissing(at >= length && at < total);
        }
        return head[(int) at] & 0xFF;
    }

    int u16(long at) {
        return u8(at) << 8 | u8(at + 1);
    }

    int u16le(long at) {
        return u8(at) | u8(at + 1) << 8;
    }

    int u24le(long at) {
        return u16le(at) | u8(at + 2) << 16;
    }

    long u32(long at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    long u32le(long at) {
        return u16le(at) | (long) u16le(at + 2) << 16;
    }

    /** 64 bits; negative if above 2⁶³. */
    long u64(long at) {
        return u32(at) << 32 | u32(at + 4);
    }

    long u64le(long at) {
        return u32le(at) | u32le(at + 4) << 32;
    }

    /** Whether these characters (Latin 1) stand there; false, not a cut, if the bytes end before. */
    boolean has(long at, String characters) {
        if (at < 0 || at + characters.length() > length) {
            return false;
        }
        for (int i = 0; i < characters.length(); i++) {
            if ((head[(int) at + i] & 0xFF) != characters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Four characters, as box and chunk types are spelt. */
    String type(long at) {
        u8(at + 3);
        return new String(head, (int) at, 4, StandardCharsets.ISO_8859_1);
    }

    boolean isWhole() {
        return length == total;
    }
}
