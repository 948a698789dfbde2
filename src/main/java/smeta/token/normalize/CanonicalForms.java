package smeta.token.normalize;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.token.table.ProgramFile;

/**
 * Unicode 16's canonical decompositions, compositions and combining classes; Hangul syllables are left to arithmetic.
 */
final class CanonicalForms {
    /** No character from here on has a combining class, nor a decomposition. */
    private static final int END = 0x30000;

    /** The character is its own normal form, and nothing before it has a say in that. */
    static final int NONE = 0;
    /** A mark that is only sorted among its neighbours, by its combining class. */
    static final int SORTED = 1;
    /** What may be other in the normal form. */
    static final int UNSURE = 2;

    private static final CanonicalForms FORMS = new CanonicalForms();

    private final byte[] combining = new byte[END];
    private final byte[] effects = new byte[END];

    private final Map<Integer, int[]> parts = new HashMap<>();
    private final Map<Long, Integer> pairs = new HashMap<>();

    private CanonicalForms() {
        for (String line : ProgramFile.table("/smeta/token/normalize/canonical-forms.txt")) {
            take(line);
        }
        Arrays.fill(effects, Composition.VOWELS, Composition.VOWELS + 21, (byte) UNSURE);
        Arrays.fill(effects, Composition.TAILS + 1, Composition.TAILS + 28, (byte) UNSURE);
    }

    private void take(String line) {
        String[] fields = line.split(" ");
        int first = Integer.parseInt(fields[1], 16);
        int second = Integer.parseInt(fields[2], 16);
        switch (fields[0]) {
            case "c" -> {
                Arrays.fill(combining, first, second + 1, (byte) Integer.parseInt(fields[3]));
                Arrays.fill(effects, first, second + 1, (byte) SORTED);
            }
            case "d" -> {
                int[] decomposed = new int[fields.length - 2];
                for (int i = 0; i < decomposed.length; i++) {
                    decomposed[i] = Integer.parseInt(fields[i + 2], 16);
                }
                parts.put(first, decomposed);
                effects[first] = UNSURE;
            }
            default -> {
                int composed = Integer.parseInt(fields[3], 16);
                pairs.put(key(first, second), composed);
                effects[second] = UNSURE;
                effects[composed] = NONE;
            }
        }
    }

    private static long key(int first, int second) {
        return (long) first << 32 | second;
    }

    /** What the character may do to a text: {@link #NONE}, {@link #SORTED} or {@link #UNSURE}. */
    static int effect(int point) {
        return point < END ? FORMS.effects[point] : NONE;
    }

    static int combining(int point) {
        return point < END ? FORMS.combining[point] & 0xFF : 0;
    }

    /** The full decomposition, {@code null} if the character is its own. */
    static int @Nullable [] parts(int point) {
        return FORMS.parts.get(point);
    }

    /** What the two compose to, or -1. */
    static int pair(int first, int second) {
        return FORMS.pairs.getOrDefault(key(first, second), -1);
    }
}
