package smeta.token.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the characters whose bytes merge with each other before any of them can merge with a neighbour: those whose
 * last own merge comes before each merge that makes a token of a part of the character and something beyond it.
 *
 * <p>Why that is enough: merges happen in the order of their rank. Up to the rank that completes the character nothing
 * goes across its borders, so it develops as it would alone. What involves the whole character ranks later, as each
 * token's merge ranks after those of its parts; a vocabulary in which some don't gets no such characters.
 */
final class SafeCharacters {
    interface Sink {
        /**
         * @param before before which bytes it is certain, by the lowest six bits of those that start a character; and
         *               the bits of {@link MergeUnits}
         * @param after  after which, by the lowest six bits of those that end one of more bytes
         */
        void accept(int codePoint, int token, long before, long after);
    }

    private static final int NEVER = Integer.MAX_VALUE;
    private static final int ASCII = 64;
    private static final int KINDS = 65;
    private final VocabularyData data;
    /** The last and the first merge that may complete a token. */
    private final int[] latest;

    private final int[] earliest;
    /** First merge that joins this beginning of a character to what is before it, by {@link #kind} of the byte before. */
    private final Map<Integer, int[]> heads = new HashMap<>();
    /** First merge that joins this end of a character to what follows, by {@link #kind} of the byte after. */
    private final Map<Integer, int[]> tails = new HashMap<>();

    private final boolean ordered;

    SafeCharacters(VocabularyData data) {
        this.data = data;
        latest = data.lastMerges();
        earliest = new int[data.size()];
        Arrays.fill(earliest, NEVER);
        follow();
        ordered = data.ordered();
        if (ordered) {
            for (int token = 0; token < data.size(); token++) {
                cross(token);
            }
        }
    }

    private void follow() {
        int[] merged = data.merged();
        for (int merge = 0; merge < data.left().length; merge++) {
            if (data.left()[merge] >= 0) {
                int token = merged == null ? merge : merged[merge];
                earliest[token] = Math.min(earliest[token], merge);
            }
        }
    }

    private void cross(int token) {
        byte[] pool = data.pool();
        int from = data.starts()[token];
        int end = data.starts()[token + 1];
        if (end - from < 2) {
            return;
        }
        int tail = from;
        while (tail < end && pool[tail] < 0 && Utf8.continues(pool[tail])) {
            tail++;
        }
        if (tail > from && tail < end && tail - from <= 3) {
            note(tails, pack(pool, from, tail), pool[tail], earliest[token]);
        }
        int head = end - 1;
        while (head > from && pool[head] < 0 && Utf8.continues(pool[head])) {
            head--;
        }
        if (head > from && pool[head] < 0 && head + CharacterClasses.length(pool[head]) > end) {
            note(heads, pack(pool, head, end), pool[head - 1], earliest[token]);
        }
    }

    private static void note(Map<Integer, int[]> map, int part, byte neighbour, int merge) {
        int[] first = map.computeIfAbsent(part, key -> {
            int[] never = new int[KINDS];
            Arrays.fill(never, NEVER);
            return never;
        });
        int kind = kind(neighbour);
        first[kind] = Math.min(first[kind], merge);
    }

    /** The lowest six bits of a byte of a longer character; one kind for all of ASCII. */
    private static int kind(byte neighbour) {
        return neighbour >= 0 ? ASCII : neighbour & 0x3F;
    }

    private static int pack(byte[] bytes, int from, int end) {
        int packed = 0;
        for (int i = from; i < end; i++) {
            packed = packed << 8 | bytes[i] & 0xFF;
        }
        return packed;
    }

    /** Tells each character of more than one byte that is a token, and between which bytes it is certain. */
    void characters(Sink sink) {
        byte[] pool = data.pool();
        for (int token = 0; ordered && token < data.size(); token++) {
            int from = data.starts()[token];
            int length = data.length(token);
            if (latest[token] >= 0 && Utf8.isCharacter(pool, from, length)) {
                tell(sink, token, latest[token]);
            }
        }
    }

    private void tell(Sink sink, int token, int complete) {
        byte[] pool = data.pool();
        int from = data.starts()[token];
        int length = data.length(token);
        boolean[] before = new boolean[KINDS];
        boolean[] after = new boolean[KINDS];
        for (int part = 1; part < length; part++) {
            sooner(heads.get(pack(pool, from, from + part)), complete, after);
            sooner(tails.get(pack(pool, from + length - part, from + length)), complete, before);
        }
        long ascii = bit(!before[ASCII], MergeUnits.BEFORE_ASCII) | bit(!after[ASCII], MergeUnits.AFTER_ASCII);
        long starts = -1L >>> 64 - MergeUnits.ALONE & bits(before) | 1L << MergeUnits.ALONE;
        sink.accept(Utf8.codePoint(pool, from, length), token, starts | ascii, bits(after));
    }

    /** Marks the kinds of neighbours with which a part merges before all of the character is one. */
    private static void sooner(int @Nullable [] first, int complete, boolean[] kinds) {
        for (int kind = 0; first != null && kind < KINDS; kind++) {
            kinds[kind] |= first[kind] <= complete;
        }
    }

    /** A bit for each kind that isn't marked, but for ASCII. */
    private static long bits(boolean[] kinds) {
        long bits = 0;
        for (int kind = 0; kind < ASCII; kind++) {
            bits |= bit(!kinds[kind], kind);
        }
        return bits;
    }

    private static long bit(boolean value, int place) {
        return value ? 1L << place : 0;
    }
}
