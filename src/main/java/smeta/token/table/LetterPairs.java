package smeta.token.table;

import java.util.Arrays;

/**
 * What merging starts from in words whose letters have two bytes each: letters, any two of them that certainly merge,
 * and the bytes of those that aren't certain to become one. By each two neighbours, a letter or a space and the letter
 * after it, one look tells what is known of them.
 *
 * <p>A letter is whole if the merge of its two bytes comes before each that joins the first one to what ends with the
 * neighbour before, and each that joins the second one to what starts with the neighbour after. Since each merge ranks
 * after those that make its parts, the letter is complete before anything of it is part of something else. Two whole
 * letters certainly merge with each other if that merge comes before each that joins the first of them to what ends
 * with the letter before, and each that joins the second to what starts with the letter after: both are complete then
 * and still single. In the same way a whole letter or a space certainly merges with the first byte of the letter after
 * it, if that is the first merge which that byte could take part in, the letter's own among them. Of two adjacent
 * pairs never both are certain, since each would have to come before the other.
 */
final class LetterPairs {
    private static final int LETTERS = 128;
    private static final int SHIFT = 7;
    private static final int SPACE = LETTERS;
    private static final int START = LETTERS + 1;
    private static final int NONE = PairTable.MASK;

    /** The second one doesn't become whole after the first one. */
    private static final int BROKEN_AFTER = 60;
    /** The first one doesn't become whole before the second one. */
    private static final int BROKEN_BEFORE = 61;
    /** The merge is that of the first one with the first byte of the second one. */
    private static final int WITH_BYTE = 62;

    /** The first bytes of the letters, but for the lowest bit. */
    private final int lead;
    /** By the first and the second one, as in {@link BytePairs}, with the bits above. */
    private final long[] pairs = new long[LETTERS + 2 << SHIFT];
    /** The tokens of letters, and of a space. */
    private final int[] letters = new int[LETTERS + 1];

    private final int[] leads = new int[2];
    private final int[] others = new int[64];

    private LetterPairs(int lead) {
        this.lead = lead;
        Arrays.fill(pairs, BytePairs.BORDER);
        Arrays.fill(letters, NONE);
    }

    /**
     * Of the tokens of an alphabet.
     *
     * @param lead    the first byte of half of the letters; that of the others is one more
     * @param bytes   by token: its first, its second, its last but one and its last byte, from the highest bits on
     * @param lengths by token
     * @param left    by token: the first part of its merge; less than 0 if it has none
     * @param right   by token: the second part
     */
    static LetterPairs of(int lead, int[] bytes, byte[] lengths, int[] left, int[] right) {
        LetterPairs made = new LetterPairs(lead);
        for (int token = 0; token < lengths.length; token++) {
            if (lengths[token] == 1) {
                made.single(token, bytes[token] >>> 24);
            } else if (lengths[token] == 2 && left[token] >= 0 && made.letter(bytes[token] >>> 16) >= 0) {
                made.letters[made.letter(bytes[token] >>> 16)] = token;
            }
        }
        int[] withLead = new int[LETTERS + 2 << 1];
        int[] withLeadAlone = new int[withLead.length];
        int[] withOther = new int[64 << SHIFT];
        Arrays.fill(withLead, NONE);
        Arrays.fill(withLeadAlone, NONE);
        Arrays.fill(withOther, NONE);
        for (int merge = 0; merge < lengths.length; merge++) {
            if (left[merge] >= 0) {
                Neighbours parts = made.neighbours(
                        bytes[left[merge]], lengths[left[merge]], bytes[right[merge]], lengths[right[merge]]);
                made.note(merge, parts, withLead, withLeadAlone, withOther);
            }
        }
        for (int one = 0; one <= START; one++) {
            for (int two = 0; two < LETTERS; two++) {
                int place = one << SHIFT | two;
                int withByte = one << 1 | two >> 6;
                int taken = withOther[(one & 0x3F) << SHIFT | two];
                made.breakAfter(place, withLead[withByte], withLeadAlone[withByte]);
                made.pairs[place] |= one < LETTERS && taken < made.letters[one] ? 1L << BROKEN_BEFORE : 0;
            }
        }
        return made;
    }

    private void single(int token, int value) {
        if (value == ' ') {
            letters[SPACE] = token;
        } else if ((value & 0xC0) == 0x80) {
            others[value & 0x3F] = token;
        } else if ((value & 0xFE) == lead) {
            leads[value & 1] = token;
        }
    }

    /**
     * What the parts of a merge are next to each other in a word.
     *
     * @param ends      the letter or the space that the first part ends with; -1 if it isn't a whole one
     * @param isOne     whether the first part is nothing but that
     * @param other     the lowest bits of the second byte of a letter that the first part is; -1 if it isn't that
     * @param starts    the letter that the second part starts with; -1 if it isn't a whole one
     * @param startsOne whether the second part is nothing but that
     * @param lead      the lowest bit of the first byte of a letter that the second part is; -1 if it isn't that
     */
    private record Neighbours(int ends, boolean isOne, int other, int starts, boolean startsOne, int lead) {}

    private Neighbours neighbours(int first, int length, int second, int secondLength) {
        int end = first & 0xFF;
        int start = second >>> 24;
        int space = end == ' ' ? SPACE : -1;
        int ends = length > 1 ? letter(first & 0xFFFF) : space;
        int other = length == 1 && (end & 0xC0) == 0x80 ? end & 0x3F : -1;
        int starts = secondLength > 1 ? letter(second >>> 16) : -1;
        int startsLead = secondLength == 1 && (start & 0xFE) == lead ? start & 1 : -1;
        boolean isOne = ends >= 0 && length == (ends == SPACE ? 1 : 2);
        return new Neighbours(ends, isOne, other, starts, starts >= 0 && secondLength == 2, startsLead);
    }

    /**
     * Notes a merge with each two neighbours between which it may happen.
     *
     * @param withLead      by the first one and a first byte: the first merge that joins them, and maybe more before
     * @param withLeadAlone the merge that joins nothing else
     * @param withOther     by a second byte and what follows: the first merge that joins them, and maybe more after
     */
    private void note(int merge, Neighbours parts, int[] withLead, int[] withLeadAlone, int[] withOther) {
        int firsts = parts.ends >= 0 ? 1 : parts.other >= 0 ? 2 : 0;
        int seconds = parts.starts >= 0 ? 1 : parts.lead >= 0 ? 64 : 0;
        for (int i = 0; i < firsts; i++) {
            int one = parts.ends >= 0 ? parts.ends : i << 6 | parts.other;
            for (int k = 0; k < seconds; k++) {
                int two = parts.starts >= 0 ? parts.starts : parts.lead << 6 | k;
                int place = one << SHIFT | two;
                pairs[place] = BytePairs.with(pairs[place], merge, parts.isOne, parts.startsOne);
                if (parts.other >= 0) {
                    int after = parts.other << SHIFT | two;
                    withOther[after] = Math.min(withOther[after], merge);
                }
            }
            if (parts.lead >= 0) {
                int place = one << 1 | parts.lead;
                withLead[place] = Math.min(withLead[place], merge);
                withLeadAlone[place] = parts.isOne ? merge : withLeadAlone[place];
            }
        }
    }

    /** Tells whether the second one of two may become whole, and if not, what its first byte may become. */
    private void breakAfter(int place, int withLead, int withLeadAlone) {
        int letter = letters[place & LETTERS - 1];
        if (withLead < letter || letter == NONE) {
            boolean joins = withLead < letter && withLead == withLeadAlone;
            pairs[place] =
                    pairs[place] & ~(long) NONE | 1L << BROKEN_AFTER | (joins ? 1L << WITH_BYTE | withLead : NONE);
        }
    }

    /** A letter by its two bytes; -1 if they aren't one. */
    private int letter(int bytes) {
        boolean is = (bytes & 0xFEC0) == (lead << 8 | 0x80);
        return is ? bytes >>> 2 & 0x40 | bytes & 0x3F : -1;
    }

    /**
     * Writes the tokens that merging starts from, and gives their number; -1 if these aren't such letters, with or
     * without a space before.
     *
     * @param to has room for two more than there are bytes, from the second place on
     */
    int place(byte[] utf8, int from, int end, int[] to) {
        int at = utf8[from] == ' ' ? from + 1 : from;
        if ((end - at & 1) != 0 || at == end) {
            return -1;
        }
        int place = 1;
        int wrong = 0;
        long before = BytePairs.BORDER;
        int first = SPACE;
        int next = at;
        if (at == from) {
            wrong = wrong(utf8, at);
            first = code(utf8, at);
            before = pairs[START << SHIFT | first];
            next = at + 2;
        }
        int second = next < end ? code(utf8, next) : 0;
        long pair = next < end ? pairs[first << SHIFT | second] : BytePairs.BORDER;
        long consumed = 0;
        long begun = 0;
        for (; next <= end; next += 2) {
            wrong |= next < end ? wrong(utf8, next) : 0;
            int third = next + 2 < end ? code(utf8, next + 2) : 0;
            long after = next + 2 < end ? pairs[second << SHIFT | third] : BytePairs.BORDER;
            long merge = pair & NONE;
            long whole = ~(before >>> BROKEN_AFTER | pair >>> BROKEN_BEFORE) & 1;
            long wholeAfter = ~(pair >>> BROKEN_AFTER | after >>> BROKEN_BEFORE) & 1;
            long beforeLeft = merge - (before >>> VocabularyData.BITS & NONE) >>> 63;
            long beforeRight = merge - (after >>> 2 * VocabularyData.BITS & NONE) >>> 63;
            long joins = whole & beforeLeft & (pair >>> WITH_BYTE | wholeAfter & beforeRight);
            int other = others[first & 0x3F];
            int token = whole != 0 ? letters[first] : leads[first >> 6 & 1];
            token = joins != 0 ? (int) merge : token;
            to[place] = begun != 0 ? other : token;
            to[place + 1] = other;
            place += (int) (1 - consumed + (1 - whole & 1 - begun));
            begun = joins & pair >>> WITH_BYTE;
            consumed = joins - begun;
            first = second;
            second = third;
            before = pair;
            pair = after;
        }
        return wrong == 0 ? place - 1 : -1;
    }

    private int code(byte[] utf8, int at) {
        return utf8[at] << 6 & 0x40 | utf8[at + 1] & 0x3F;
    }

    /** 0 if these two bytes are a letter. */
    private int wrong(byte[] utf8, int at) {
        return (utf8[at] & 0xFE) - lead | (utf8[at + 1] & 0xC0) - 0x80;
    }
}
