package smeta.token;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Unicode 16's canonical decompositions, compositions and combining classes; Hangul syllables are left to arithmetic. */
final class CanonicalForms {
    /** No character from here on has a combining class, nor a decomposition. */
    private static final int END = 0x30000;

    private static final byte[] COMBINING = new byte[END];
    /** Whether a text with this character may be other in the normal form. */
    private static final boolean[] UNSURE = new boolean[END];
    private static final Map<Integer, int[]> PARTS = new HashMap<>();
    private static final Map<Long, Integer> PAIRS = new HashMap<>();

    static {
        for (String line : Resource.table("canonical-forms.txt")) {
            take(line);
        }
        Arrays.fill(UNSURE, Composition.VOWELS, Composition.VOWELS + 21, true);
        Arrays.fill(UNSURE, Composition.TAILS + 1, Composition.TAILS + 28, true);
    }

    private CanonicalForms() {}

    private static void take(String line) {
        String[] fields = line.split(" ");
        int first = Integer.parseInt(fields[1], 16);
        int second = Integer.parseInt(fields[2], 16);
        switch (fields[0]) {
            case "c" -> {
                Arrays.fill(COMBINING, first, second + 1, (byte) Integer.parseInt(fields[3]));
                Arrays.fill(UNSURE, first, second + 1, true);
            }
            case "d" -> {
                int[] parts = new int[fields.length - 2];
                for (int i = 0; i < parts.length; i++) {
                    parts[i] = Integer.parseInt(fields[i + 2], 16);
                }
                PARTS.put(first, parts);
                UNSURE[first] = true;
            }
            default -> {
                int composed = Integer.parseInt(fields[3], 16);
                PAIRS.put(key(first, second), composed);
                UNSURE[second] = true;
                UNSURE[composed] = false;
            }
        }
    }

    private static long key(int first, int second) {
        return (long) first << 32 | second;
    }

    static boolean unsure(int point) {
        return point < END && UNSURE[point];
    }

    static int combining(int point) {
        return point < END ? COMBINING[point] & 0xFF : 0;
    }

    /** The full decomposition, {@code null} if the character is its own. */
    static int @Nullable [] parts(int point) {
        return PARTS.get(point);
    }

    /** What the two compose to, or -1. */
    static int pair(int first, int second) {
        return PAIRS.getOrDefault(key(first, second), -1);
    }
}
