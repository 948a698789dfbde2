package smeta.token;

/**
 * Remembers how many tokens a piece of up to 24 bytes has, one piece for each hash, {@value #BYTES} bytes in all. A piece is
 * compared in full, so an answer is never another piece's. Serves one thread at a time.
 */
final class MissCache {
    static final int LONGEST = 24;
    private static final int SLOT_BITS = 15;
    static final int BYTES = (1 << SLOT_BITS) * 32;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** By fours: the first 8 bytes, the last 8, the 8 from the ninth on; tokens and length. */
    private final long[] slots = new long[4 << SLOT_BITS];

    /** Tokens of the piece; what {@code merger} says if it isn't remembered. The piece has 2 to 24 bytes. */
    int count(byte[] utf8, int from, int end, Merger merger) {
        int length = end - from;
        long first = Words.upToEight(utf8, from, Math.min(8, length));
        long last = length > 8 ? Words.eight(utf8, end - 8) : 0;
        long middle = length > 16 ? Words.eight(utf8, from + 8) : 0;
        long mixed = (first * MIX ^ Long.rotateLeft(last * MIX, 29) ^ Long.rotateLeft(middle * MIX, 47)) * MIX;
        int slot = (int) (mixed >>> 64 - SLOT_BITS) << 2;
        long meta = slots[slot + 3];
        if (slots[slot] == first && slots[slot + 1] == last && slots[slot + 2] == middle && (meta & 0xFF) == length) {
            return (int) (meta >>> 8);
        }
        int count = merger.merge(utf8, from, end, null);
        slots[slot] = first;
        slots[slot + 1] = last;
        slots[slot + 2] = middle;
        slots[slot + 3] = (long) count << 8 | length;
        return count;
    }
}
