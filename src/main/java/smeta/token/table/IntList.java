package smeta.token.table;

import java.util.Arrays;

/** A growing list of numbers. */
public final class IntList {
    private int[] values;
    private int size;

    /** Room for so many at first. */
    public IntList(int capacity) {
        values = new int[Math.max(16, capacity)];
    }

    /** Adds one. */
    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    /** Adds the first {@code count} of these. */
    public void add(int[] more, int count) {
        for (int i = 0; i < count; i++) {
            add(more[i]);
        }
    }

    /** All of them, in an array of their own. */
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
