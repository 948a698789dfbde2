package smeta.token.merge;

import smeta.token.table.ByteWords;
import smeta.token.table.CharacterClasses;
import smeta.token.table.MergeUnits;
import smeta.token.table.WideCharacters;

/**
 * Splits off a word in characters of three bytes that a space or one other such character may stand before, with one
 * look-up a character, and counts it in the same pass where it hardly ever comes again: if it is in ideographs or kana, or
 * longer than what is remembered. The word is cut where nothing merges across, and only what is left of two units and
 * more is looked up. A piece that is cut anywhere is no token, since no token has these neighbours, so that nobody need
 * look for it. Serves one thread at a time.
 */
final class WidePieces {
    /** Units of a word of bits, with room for another character and the end. */
    private static final int MOST = 60;

    private static final int FIRST_KANA = 0xE3;
    private static final int LAST_IDEOGRAPH = 0xE9;
    /** Bytes that may be looked at from a place on. */
    private static final int REACH = 11;

    private final MergeUnits units;
    private final RunMerge runMerge;
    private final WideCharacters wide;
    private final int[] part = new int[MOST + 4];
    private int end;
    private int count;

    WidePieces(MergeUnits units, RunMerge runMerge) {
        this.units = units;
        this.runMerge = runMerge;
        wide = units.wide();
    }

    /** Whether these bytes start with two characters of three bytes, or with a space and one. */
    static boolean start(long eight) {
        return (eight & 0xF00000F0L) == 0xE00000E0L || (eight & 0xF0FF) == 0xE020;
    }

    /** Where the piece ends. */
    int end() {
        return end;
    }

    /** Its tokens; 0 if they aren't known. */
    int count() {
        return count;
    }

    /**
     * Reads the piece that starts at {@code from} if it certainly is such a word.
     *
     * @param eight        the bytes there, which {@link #start} one
     * @param last         {@link WideCharacters#LETTER}, or {@link WideCharacters#MARK} if marks go on words
     * @param contractions whether an apostrophe may go on a word
     */
    boolean read(byte[] utf8, int from, long eight, int last, boolean contractions) {
        if (from + REACH > utf8.length) {
            return false;
        }
        int lead = (int) (eight >>> ((eight & 0xFF) == ' ' ? 8 : 24)) & 0xFF;
        if (lead >= FIRST_KANA && lead <= LAST_IDEOGRAPH) {
            return merge(utf8, from, last, contractions);
        }
        count = 0;
        return split(utf8, from, last, contractions)
                && (end - from <= PieceCache.LONGEST || merge(utf8, from, last, contractions));
    }

    private boolean split(byte[] utf8, int from, int last, boolean contractions) {
        boolean space = utf8[from] == ' ';
        int at = space ? from + 1 : from;
        int first = WideCharacters.partOf(wide.of(ByteWords.eight(utf8, at)));
        boolean letter = first <= last;
        if (first > WideCharacters.PREFIX || space && !letter) {
            return false;
        }
        for (at += 3; at + REACH <= utf8.length; at += 3) {
            long next = ByteWords.eight(utf8, at);
            if (!isWide(next) || WideCharacters.partOf(wide.of(next)) > last) {
                end = at;
                return letter && !goesOn(utf8, at, last, contractions);
            }
            letter = true;
        }
        return false;
    }

    private boolean merge(byte[] utf8, int from, int last, boolean contractions) {
        boolean space = utf8[from] == ' ';
        int at = space ? from + 1 : from;
        int entry = wide.of(ByteWords.eight(utf8, at));
        int first = WideCharacters.partOf(entry);
        boolean letter = first <= last;
        if (first > WideCharacters.PREFIX || space && !letter) {
            return false;
        }
        int previous = space ? units.ofByte((byte) ' ') : 0;
        part[0] = previous;
        int size = space ? 1 : 0;
        long starts = 1;
        int tokens = 0;
        long left = wide.before(entry) >>> (space ? MergeUnits.AFTER_ASCII : MergeUnits.ALONE);
        for (boolean on = true; on; at += 3) {
            long next = following(utf8, at + 3);
            int following = wide.of(next);
            on = isWide(next) && WideCharacters.partOf(following) <= last;
            letter |= on;
            // A shift takes the lowest six bits of what it is by, which tell the bytes apart.
            long right = wide.before(entry) >>> (on ? next : MergeUnits.ALONE);
            if ((left & right & 1) != 0) {
                int token = WideCharacters.token(entry);
                starts |= units.cut(previous, token) << size;
                part[size++] = token;
                previous = token;
            } else {
                for (int i = at; i < at + 3; i++) {
                    int unit = units.ofByte(utf8[i]);
                    if (unit < 0) {
                        return false;
                    }
                    starts |= units.cut(previous, unit) << size;
                    part[size++] = unit;
                    previous = unit;
                }
            }
            left = wide.after(following) >>> utf8[at + 2];
            entry = following;
            if (size >= MOST) {
                int rest = Long.SIZE - 1 - Long.numberOfLeadingZeros(starts | 1);
                if (rest == 0) {
                    return false;
                }
                tokens += runMerge.count(part, starts, rest);
                size -= rest;
                System.arraycopy(part, rest, part, 0, size);
                starts = 1;
            }
        }
        if (!letter || at < utf8.length && goesOn(utf8, at, last, contractions)) {
            return false;
        }
        end = at;
        boolean whole = tokens == 0 && (starts & -2L & (1L << size) - 1) == 0;
        count = whole && size > 1 ? 0 : tokens + runMerge.count(part, starts, size);
        return true;
    }

    /** The bytes from there on, of which the lowest three are looked at; none that a character starts with at the text's end. */
    private static long following(byte[] utf8, int at) {
        return at + 8 <= utf8.length ? ByteWords.eight(utf8, at) : ByteWords.key(utf8, at, utf8.length - at);
    }

    private static boolean isWide(long bytes) {
        return (bytes & 0xF0) == 0xE0;
    }

    /** Whether a word may go on with what is there, which isn't read here. */
    private static boolean goesOn(byte[] utf8, int at, int last, boolean contractions) {
        if (utf8[at] >= 0) {
            return (utf8[at] | 0x20) >= 'a' && (utf8[at] | 0x20) <= 'z' || contractions && utf8[at] == '\'';
        }
        int kind = CharacterClasses.at(utf8, at);
        return kind <= CharacterClasses.UNCASED || kind == CharacterClasses.MARK && last == WideCharacters.MARK;
    }
}
