package smeta.token;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Unicode's normal form C by a table of ours, since the JDK's is that of its release. Linear in the text, but for marks in
 * a row, which are sorted.
 */
final class Composition {
    private static final int SYLLABLES = 0xAC00;
    private static final int LEADS = 0x1100;
    private static final int VOWELS = 0x1161;
    private static final int TAILS = 0x11A7;
    /** No character from here on has a combining class, nor a decomposition. */
    private static final int END = 0x30000;

    private static final byte[] COMBINING = new byte[END];
    /** Whether a text with this character may be other in the normal form. */
    private static final boolean[] UNSURE = new boolean[END];
    private static final Map<Integer, int[]> PARTS = new HashMap<>();
    private static final Map<Long, Integer> PAIRS = new HashMap<>();

    static {
        Resource.table("canonical-forms.txt").forEach(Composition::take);
        Arrays.fill(UNSURE, VOWELS, VOWELS + 21, true);
        Arrays.fill(UNSURE, TAILS + 1, TAILS + 28, true);
    }

    private int[] points;
    private int size;

    private Composition(int capacity) {
        points = new int[capacity];
    }

    private static void take(String line) {
        int[] values = Arrays.stream(line.substring(2).split(" ")).mapToInt(value -> Integer.parseInt(value, 16)).toArray();
        switch (line.charAt(0)) {
            case 'c' -> {
                int combining = Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
                Arrays.fill(COMBINING, values[0], values[1] + 1, (byte) combining);
                Arrays.fill(UNSURE, values[0], values[1] + 1, true);
            }
            case 'd' -> {
                PARTS.put(values[0], Arrays.copyOfRange(values, 1, values.length));
                UNSURE[values[0]] = true;
            }
            default -> {
                PAIRS.put(pair(values[0], values[1]), values[2]);
                UNSURE[values[1]] = true;
                UNSURE[values[2]] = false;
            }
        }
    }

    private static long pair(int first, int second) {
        return (long) first << 32 | second;
    }

    /** The text in normal form C; the same string if it is. */
    static String compose(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x300) {
                int point = text.codePointAt(i);
                if (point < END && UNSURE[point]) {
                    return composed(text);
                }
            }
        }
        return text;
    }

    private static String composed(String text) {
        Composition composition = new Composition(text.length() + 4);
        text.codePoints().forEach(composition::decompose);
        composition.order();
        composition.join();
        return new String(composition.points, 0, composition.size);
    }

    private void decompose(int point) {
        if (size + 4 > points.length) {
            points = Arrays.copyOf(points, points.length + (points.length >> 1) + 4);
        }
        int syllable = point - SYLLABLES;
        int @Nullable [] parts = point < 0xC0 ? null : PARTS.get(point);
        if (parts != null) {
            System.arraycopy(parts, 0, points, size, parts.length);
            size += parts.length;
        } else if (syllable >= 0 && syllable < 11172) {
            points[size++] = LEADS + syllable / 588;
            points[size++] = VOWELS + syllable % 588 / 28;
            if (syllable % 28 != 0) {
                points[size++] = TAILS + syllable % 28;
            }
        } else {
            points[size++] = point;
        }
    }

    private static int combining(int point) {
        return point < END ? COMBINING[point] & 0xFF : 0;
    }

    /** Sorts the marks after each starter by their class, those of one class as they stand. */
    private void order() {
        int i = 0;
        while (i < size) {
            int from = i;
            boolean sorted = true;
            while (i < size && combining(points[i]) != 0) {
                sorted &= i == from || combining(points[i - 1]) <= combining(points[i]);
                i++;
            }
            if (!sorted) {
                int[] marks = Arrays.stream(points, from, i).boxed()
                        .sorted((a, b) -> Integer.compare(combining(a), combining(b))).mapToInt(Integer::intValue).toArray();
                System.arraycopy(marks, 0, points, from, marks.length);
            }
            i = Math.max(i, from + 1);
        }
    }

    private void join() {
        int starter = -1;
        int written = 0;
        int last = 0;
        for (int i = 0; i < size; i++) {
            int point = points[i];
            int combining = combining(point);
            // A mark is blocked by one of its own or a higher class between it and the starter, anything by a starter.
            boolean reaches = starter >= 0 && (written == starter + 1 || last != 0 && last < combining);
            int joined = reaches ? join(points[starter], point) : -1;
            if (joined >= 0) {
                points[starter] = joined;
                continue;
            }
            if (combining == 0) {
                starter = written;
            }
            last = combining;
            points[written++] = point;
        }
        size = written;
    }

    private static int join(int first, int second) {
        int lead = first - LEADS;
        int vowel = second - VOWELS;
        if (lead >= 0 && lead < 19 && vowel >= 0 && vowel < 21) {
            return SYLLABLES + (lead * 21 + vowel) * 28;
        }
        int syllable = first - SYLLABLES;
        int tail = second - TAILS;
        if (syllable >= 0 && syllable < 11172 && syllable % 28 == 0 && tail > 0 && tail < 28) {
            return first + tail;
        }
        return PAIRS.getOrDefault(pair(first, second), -1);
    }
}
