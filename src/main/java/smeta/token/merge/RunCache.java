package smeta.token.merge;

import smeta.token.table.VocabularyData;

/**
 * Remembers how many tokens a run of three to six units has, {@value #BYTES} bytes in all. Where words aren't separated by
 * spaces pieces are long and hardly ever come again, but what is between two places where nothing merges across is
 * mostly one of a few thousand runs. All units are compared, so an answer is never another run's. Serves one thread at
 * a time.
 */
final class RunCache {
    static final int LONGEST = 6;
    private static final int SLOT_BITS = 12;
    static final int BYTES = 16 << SLOT_BITS;
    private static final int COUNT_SHIFT = 3 * VocabularyData.BITS;
    private static final long UNITS = (1L << COUNT_SHIFT) - 1;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** By twos: the first three units and, above them, the tokens (0 if there is no run); the other units. */
    private final long[] slots = new long[2 << SLOT_BITS];

    /** Three of the units from that place on; the number of no token stands from {@code end} on. */
    static long pack(int[] units, int from, int end) {
        long packed = 0;
        for (int i = from + 2; i >= from; i--) {
            packed = packed << VocabularyData.BITS | (i < end ? units[i] : VocabularyData.NO_TOKEN);
        }
        return packed;
    }

    /** The tokens of that run; 0 if it isn't remembered. */
    int find(long first, long second) {
        int slot = slot(first, second);
        long found = slots[slot];
        return (found & UNITS) == first && slots[slot + 1] == second ? (int) (found >>> COUNT_SHIFT) : 0;
    }

    void put(long first, long second, int tokens) {
        int slot = slot(first, second);
        slots[slot] = first | (long) tokens << COUNT_SHIFT;
        slots[slot + 1] = second;
    }

    private static int slot(long first, long second) {
        return (int) ((first ^ Long.rotateLeft(second * MIX, 29)) * MIX >>> 64 - SLOT_BITS) << 1;
    }
}
