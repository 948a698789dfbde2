package smeta.token.table;

/**
 * Numbers that belong to the used slots of a table, one after another and without the gaps: found by how many slots before
 * are used.
 */
final class Beside {
    private final long[] used;
    private final int[] before;
    private final int[] numbers;

    /**
     * @param used    a bit for each slot
     * @param numbers of the used slots in their order
     */
    Beside(long[] used, int[] numbers) {
        this.used = used;
        this.numbers = numbers;
        before = new int[used.length];
        int count = 0;
        for (int i = 0; i < used.length; i++) {
            before[i] = count;
            count += Long.bitCount(used[i]);
        }
        if (count != numbers.length) {
            throw new IllegalArgumentException("expected " + count + " numbers, found " + numbers.length);
        }
    }

    /** Of numbers that stand at the slots. @param slots of the table @param width words of a slot */
    static Beside of(long[] slots, int width, int[] at) {
        long[] used = PackedArrays.used(slots, width);
        int[] numbers = new int[PackedArrays.count(used)];
        int next = 0;
        for (int slot = 0; slot < at.length; slot++) {
            if ((used[slot >> 6] >>> slot & 1) != 0) {
                numbers[next++] = at[slot];
            }
        }
        return new Beside(used, numbers);
    }

    /** Of a used slot. */
    int at(int slot) {
        return numbers[before[slot >> 6] + Long.bitCount(used[slot >> 6] & (1L << slot) - 1)];
    }

    int[] numbers() {
        return numbers;
    }
}
