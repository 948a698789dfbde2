package smeta.traffic;

/** A number made of a line's bytes: the same for the same line, and otherwise as good as random. Never written down. */
final class LineKey {
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private LineKey() {}

    /** FNV-1a, and the last step of MurmurHash3, which spreads it over all bits (both in the public domain). */
    static long of(byte[] bytes) {
        long hash = FNV_START;
        for (byte b : bytes) {
            hash = (hash ^ b & 0xff) * FNV_PRIME;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
