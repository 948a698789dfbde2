package smeta.token.normalize;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Unicode's normal form C by a table of ours, since the JDK's is that of its release. Linear in the text, but for marks
 * in a row, which are sorted.
 */
public final class Composition {
    /** No character before this one changes a text. */
    private static final int FIRST = 0x300;

    static final int SYLLABLES = 0xAC00;
    static final int LEADS = 0x1100;
    static final int VOWELS = 0x1161;
    static final int TAILS = 0x11A7;
    private int[] points;
    private int size;

    private Composition(int capacity) {
        points = new int[capacity];
    }

    /** Whether that well-formed UTF-8 is in normal form C for certain; most text is. */
    public static boolean isComposed(byte[] utf8) {
        return ComposedBytes.certainly(utf8);
    }

    /**
     * The text in normal form C; the same string if it is. Only what may change is composed: marks in a row with the
     * character before them, beyond which nothing reaches.
     */
    public static String compose(String text) {
        StringBuilder changed = null;
        int copied = 0;
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            int point = text.charAt(at);
            if (point >= FIRST) {
                point = text.codePointAt(at);
                int end = CanonicalForms.effect(point) == CanonicalForms.NONE ? at : endOfMarks(text, at);
                if (end > at) {
                    String part = text.substring(from, end);
                    String composed = inOrder(text, at, end) ? part : composed(part);
                    if (!composed.equals(part)) {
                        changed = changed == null ? new StringBuilder(text.length()) : changed;
                        changed.append(text, copied, from).append(composed);
                        copied = end;
                    }
                    at = end;
                    continue;
                }
            }
            from = at;
            at += Character.charCount(point);
        }
        return changed == null
                ? text
                : changed.append(text, copied, text.length()).toString();
    }

    private static int endOfMarks(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (CanonicalForms.effect(point) == CanonicalForms.NONE) {
                break;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    /** Whether these marks are only sorted, and are so already. */
    private static boolean inOrder(String text, int from, int end) {
        int last = 0;
        int point;
        for (int i = from; i < end; i += Character.charCount(point)) {
            point = text.codePointAt(i);
            int combining = CanonicalForms.combining(point);
            if (CanonicalForms.effect(point) == CanonicalForms.UNSURE || combining < last) {
                return false;
            }
            last = combining;
        }
        return true;
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
        int @Nullable [] parts = point < 0xC0 ? null : CanonicalForms.parts(point);
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

    /** Sorts the marks after each starter by their class, those of one class as they stand. */
    private void order() {
        int i = 0;
        while (i < size) {
            int from = i;
            boolean sorted = true;
            while (i < size && CanonicalForms.combining(points[i]) != 0) {
                sorted &= i == from || CanonicalForms.combining(points[i - 1]) <= CanonicalForms.combining(points[i]);
                i++;
            }
            if (!sorted) {
                int[] marks = Arrays.stream(points, from, i)
                        .boxed()
                        .sorted((a, b) -> Integer.compare(CanonicalForms.combining(a), CanonicalForms.combining(b)))
                        .mapToInt(Integer::intValue)
                        .toArray();
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
            int combining = CanonicalForms.combining(point);
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
        return CanonicalForms.pair(first, second);
    }
}
