package smeta.token.table;

import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How arrays and hash tables are written to a file: a table as the slots that are used, and what is in these. Reading
 * takes no hashing and no search, since loops over a vocabulary are slow in a program that has just started, and the
 * gaps take no room.
 */
final class PackedArrays {
    /** Slots that are read at once; at least 64. */
    private static final int PIECE = 1 << 12;

    private PackedArrays() {}

    static void write(int[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    static void write(long[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (long value : values) {
            out.writeLong(value);
        }
    }

    /** @param width words of a slot */
    static void writeTable(long[] slots, int width, DataOutputStream out) throws IOException {
        long[] used = used(slots, width);
        out.writeInt(slots.length / width);
        write(used, out);
        for (int i = 0; i < slots.length; i++) {
            if ((used[i / width >> 6] >>> i / width & 1) != 0) {
                out.writeLong(slots[i]);
            }
        }
    }

    /** A bit for each slot of which any word isn't 0. */
    static long[] used(long[] slots, int width) {
        long[] used = new long[(slots.length / width + 63) / 64];
        for (int i = 0; i < slots.length; i++) {
            used[i / width >> 6] |= slots[i] == 0 ? 0 : 1L << i / width;
        }
        return used;
    }

    static long[] longs(TableInput in) throws IOException {
        return in.longs(in.number());
    }

    static int[] ints(TableInput in) throws IOException {
        return in.ints(in.number());
    }

    /** @param used a bit for each slot that is used */
    record Table(long[] slots, long[] used) {
        /** What else belongs to the used slots, which is written behind the table. */
        Beside beside(TableInput in) throws IOException {
            return new Beside(used, in.ints(count(used)));
        }
    }

    static Table table(TableInput in, int width) throws IOException {
        int size = in.number();
        long[] used = longs(in);
        return new Table(slots(in, used, size, width), used);
    }

    static int count(long[] used) {
        int count = 0;
        for (long word : used) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** Piece by piece, so that the table is never in memory twice. */
    private static long[] slots(TableInput in, long[] used, int size, int width) throws IOException {
        long[] slots = new long[size * width];
        long[] piece = new long[PIECE * width];
        int left = count(used) * width;
        int filled = 0;
        int next = 0;
        for (int i = 0; i < used.length; i++) {
            if (filled - next < Long.bitCount(used[i]) * width) {
                System.arraycopy(piece, next, piece, 0, filled - next);
                filled -= next;
                next = 0;
                int more = Math.min(left, piece.length - filled);
                in.longs(piece, filled, more);
                filled += more;
                left -= more;
            }
            next = spread(piece, next, used[i], slots, i << 6, width);
        }
        return slots;
    }

    /** A method of its own, since those are compiled long before loops are. */
    private static int spread(long[] from, int first, long used, long[] to, int slots, int width) {
        int next = first;
        for (long word = used; word != 0; word &= word - 1) {
            int slot = (slots | Long.numberOfTrailingZeros(word)) * width;
            to[slot] = from[next++];
            for (int k = 1; k < width; k++) {
                to[slot + k] = from[next++];
            }
        }
        return next;
    }
}
