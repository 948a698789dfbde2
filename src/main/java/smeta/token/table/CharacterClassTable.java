package smeta.token.table;

import java.util.Arrays;

/**
 * Makes the table of character classes from the runs of them that the program ships with. Blocks of 64 characters: one
 * for each class that is all of that class, then the mixed ones.
 */
final class CharacterClassTable {
    /** The classes in the order of their numbers, then the one of what is in no other. */
    private static final String LETTERS = "UlBMNoS_Rx";

    private static final int BLOCK = 64;
    private static final int ROOM = 1024;

    /** Block by the code point's upper bits. */
    private final short[] blocks = new short[Character.MAX_CODE_POINT / BLOCK + 1];

    private final byte[] classes = new byte[ROOM * BLOCK];
    private final boolean[] signs = new boolean[ROOM * BLOCK];
    private int used = LETTERS.length();

    private CharacterClassTable() {
        for (int letter = 0; letter < used; letter++) {
            fill(letter * BLOCK, BLOCK, letter);
        }
    }

    static CharacterClassTable read(String resource) {
        CharacterClassTable table = new CharacterClassTable();
        int from = 0;
        int now = 0;
        for (String line : ProgramFile.table(resource)) {
            int start = Integer.parseInt(line, 0, line.length() - 2, 16);
            table.put(from, start, now);
            from = start;
            now = LETTERS.indexOf(line.charAt(line.length() - 1));
        }
        table.put(from, Character.MAX_CODE_POINT + 1, now);
        return table;
    }

    /** Runs come in ascending order. */
    private void put(int from, int end, int letter) {
        int at = from;
        while (at < end) {
            int block = at / BLOCK;
            int next = (block + 1) * BLOCK;
            if (at % BLOCK == 0 && next <= end) {
                Arrays.fill(blocks, block, end / BLOCK, (short) letter);
                at = end / BLOCK * BLOCK;
            } else {
                if (at % BLOCK == 0) {
                    blocks[block] = (short) used++;
                }
                int stop = Math.min(next, end);
                fill(blocks[block] * BLOCK + at % BLOCK, stop - at, letter);
                at = stop;
            }
        }
    }

    private void fill(int from, int length, int letter) {
        int kind = letter == LETTERS.length() - 1 ? CharacterClasses.OTHER : letter;
        Arrays.fill(classes, from, from + length, (byte) kind);
        Arrays.fill(signs, from, from + length, letter == CharacterClasses.OTHER);
    }

    short[] blocks() {
        return blocks;
    }

    byte[] classes() {
        return Arrays.copyOf(classes, used * BLOCK);
    }

    /** Which of the {@link CharacterClasses#OTHER} are punctuation or symbols; the rest can't be seen. */
    boolean[] signs() {
        return Arrays.copyOf(signs, used * BLOCK);
    }

    /** The classes of the first so many characters, in a row. */
    byte[] first(int size) {
        byte[] first = new byte[size];
        for (int point = 0; point < size; point++) {
            first[point] = classes[blocks[point / BLOCK] * BLOCK + point % BLOCK];
        }
        return first;
    }
}
