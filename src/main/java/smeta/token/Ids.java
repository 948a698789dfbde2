package smeta.token;

import java.util.Arrays;

/** A growing list of token numbers. */
final class Ids {
    private int[] ids;
    private int size;

    Ids(int capacity) {
        ids = new int[Math.max(16, capacity)];
    }

    void add(int id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        ids[size++] = id;
    }

    void add(int[] more, int count) {
        for (int i = 0; i < count; i++) {
            add(more[i]);
        }
    }

    int[] toArray() {
        return Arrays.copyOf(ids, size);
    }
}
