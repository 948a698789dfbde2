package smeta.token.split;

import smeta.token.table.ByteWords;
import smeta.token.table.CharacterClasses;

/**
 * Tells where the pieces of 64 bytes start, all at once and hardly with a branch, by the expressions of {@code
 * cl100k_base} and {@code o200k_base}. Each class of characters is a word with a bit for each byte; what the expressions
 * say of neighbours is shifts and masks of these words. A character of several bytes has the bits of its class for all of
 * them. What starts within the last piece isn't told, since what follows may matter, and nothing from the first character
 * on of which that would not be certain: numbers that aren't ASCII, marks where they may be either, and
 * capitals after letters without case.
 *
 * @param cased       whether a capital after a small letter starts a piece, contractions go on the word before them and
 *                    slashes on the ends of lines after signs, as {@code o200k_base} has it
 * @param contractions whether there are contractions
 * @param digits      how many digits a piece has at most: 1 or 3
 * @param marks       whether marks go on words; they are signs otherwise
 */
public record TextBlocks(boolean cased, boolean contractions, int digits, boolean marks) {
    /** Bytes that are looked at. */
    public static final int SIZE = 64;

    /** Bits for as many bytes as a character has, by bits 4 and 5 of its first byte. */
    private static final long[] LENGTHS = {0b11, 0b11, 0b111, 0b1111};

    private static final long GATHER = 0x0002040810204081L;
    private static final long NOT_CONTROLS = ByteWords.EACH * (0x80 - ' ');
    private static final long SPACES = ByteWords.EACH * ' ';
    /** Characters of several bytes among those looked at, past which going on piece by piece costs less. */
    private static final int MOST_WIDE = 20;

    /**
     * The places after the first one at which pieces start if one starts at {@code at}: the lowest bit is {@code at}
     * itself, and never set. As many as are certain, in a row; 0 if none is.
     *
     * @param at so that {@link #SIZE} bytes from it on are within the array
     */
    public long starts(byte[] utf8, int at) {
        long letters = 0;
        long small = 0;
        long numbers = 0;
        long spaces = 0;
        long controls = 0;
        long all = 0;
        for (int i = 0; i < SIZE; i += 8) {
            long eight = ByteWords.eight(utf8, at + i);
            long letter = ByteWords.letters(eight, ByteWords.ANY_CASE);
            letters |= gathered(letter) << i;
            if (cased) {
                small |= gathered(letter & eight << 2) << i;
            }
            numbers |= gathered(ByteWords.digits(eight)) << i;
            // Bytes that aren't ASCII spoil these two, which are then told anew.
            spaces |= gathered(ByteWords.spaces(eight)) << i;
            controls |= gathered(~(eight + NOT_CONTROLS) & ByteWords.HIGH) << i;
            all |= eight;
        }
        if ((all & ByteWords.HIGH) != 0) {
            return mixed(utf8, at, letters, small, numbers);
        }
        return starts(utf8, at, -1, letters, small, numbers, spaces, 0, controls, 0);
    }

    /** The same of bytes of which not all are ASCII. */
    private long mixed(byte[] utf8, int at, long asciiLetters, long asciiSmall, long numbers) {
        long spaces = 0;
        long controls = 0;
        long wide = 0;
        long leads = 0;
        for (int i = 0; i < SIZE; i += 8) {
            long eight = ByteWords.eight(utf8, at + i);
            long low = eight & ~ByteWords.HIGH;
            spaces |= gathered(~((low ^ SPACES) + ~ByteWords.HIGH | eight) & ByteWords.HIGH) << i;
            controls |= gathered(~(low + NOT_CONTROLS | eight) & ByteWords.HIGH) << i;
            wide |= gathered(eight & ByteWords.HIGH) << i;
            leads |= gathered(eight & eight << 1 & ByteWords.HIGH) << i;
        }
        long letters = asciiLetters;
        long small = asciiSmall;
        long uncased = 0;
        long blanks = 0;
        boolean many = Long.bitCount(leads) > MOST_WIDE;
        long stop = many ? leads & -leads : 0;
        for (long left = many ? 0 : leads; left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            int kind = CharacterClasses.at(utf8, at + place);
            long bytes = LENGTHS[(utf8[at + place] & 0xFF) >>> 4 & 3] << place;
            boolean letter = kind <= CharacterClasses.UNCASED;
            if (kind == CharacterClasses.MARK && marks) {
                // What starts with a mark is a word as well, but not where its case matters.
                letter = !cased || place > 0 && (letters >>> place - 1 & 1) != 0;
                stop |= letter ? 0 : left & -left;
            }
            letters |= letter ? bytes : 0;
            small |= kind == CharacterClasses.LOWER ? bytes : 0;
            uncased |= letter && kind >= CharacterClasses.UNCASED ? bytes : 0;
            blanks |= kind == CharacterClasses.SPACE ? bytes : 0;
            stop |= kind == CharacterClasses.NUMBER ? left & -left : 0;
        }
        small |= uncased;
        stop |= cased ? letters & ~small & uncased << 1 : 0;
        long within = stop == 0 ? -1 : (stop & -stop) - 1;
        return starts(
                utf8,
                at,
                within,
                letters & within,
                small,
                numbers & within,
                spaces & within,
                blanks & within,
                controls & within,
                wide & ~leads);
    }

    /** One bit for each byte of which the highest one is set; the others aren't. */
    private static long gathered(long high) {
        return high * GATHER >>> 56;
    }

    /**
     * @param wideBlanks white space of several bytes
     * @param rest       the bytes of characters after their first
     */
    private long starts(
            byte[] utf8,
            int at,
            long within,
            long letters,
            long small,
            long numbers,
            long spaces,
            long wideBlanks,
            long controls,
            long rest) {
        long lines = 0;
        // White space but ends of lines.
        long blanks = spaces | wideBlanks;
        for (long left = controls; left != 0; left &= left - 1) {
            int kind = CharacterClasses.at(utf8, at + Long.numberOfTrailingZeros(left));
            lines |= kind == CharacterClasses.NEWLINE ? left & -left : 0;
            blanks |= kind == CharacterClasses.SPACE ? left & -left : 0;
        }
        long signs = within & ~(letters | numbers | blanks | lines);
        long printed = letters | numbers | signs;
        long runsOfSigns = signs & ~(signs << 1 | spaces << 1);
        // One sign alone goes with the letters after it, and so does white space but ends of lines.
        long alone = runsOfSigns;
        if (rest != 0) {
            alone |= alone << 1 & rest;
            alone |= alone << 1 & rest;
            alone |= alone << 1 & rest;
        }
        long before = (alone | blanks) & letters >>> 1;
        long lastBlanks = blanks & printed >>> 1;
        if (wideBlanks != 0) {
            // Each is told at its last byte, and starts at its first one: none has more than three.
            lastBlanks = lastBlanks & ~rest | (lastBlanks & rest) >>> 1;
            lastBlanks = lastBlanks & ~rest | (lastBlanks & rest) >>> 1;
        }
        // Ends of lines go with the signs before them.
        long afterSigns = lines & signs << 1;
        long taken = lines & ~(lines + afterSigns);
        long white = (blanks | lines) & ~taken;
        long indents = blanks & (lines & ~taken) << 1;
        long starts =
                letters & ~(letters << 1 | before << 1) | runsOfSigns | lastBlanks | white & ~(white << 1) | indents;
        starts |= digits == 1 ? numbers : threes(numbers);
        starts |= cased ? letters & ~small & small << 1 & letters << 1 : 0;
        starts &= ~(indents == 0 ? 0 : betweenLines(indents, blanks, lines));
        long last = within;
        if (cased && (taken << 1 & signs) != 0) {
            long slashes = slashes(utf8, at, taken << 1 & signs);
            last = slashes == 0 ? last : (slashes & -slashes) - 1;
        }
        if (contractions) {
            // What follows the last byte isn't known here.
            long beforeLetters = letters >>> 1 | within & ~(within >>> 1);
            starts = contracted(utf8, at, starts, signs & beforeLetters & (cased ? letters << 1 : runsOfSigns));
        }
        // Of the white space at the end only the first is certain.
        int end = SIZE - Long.numberOfLeadingZeros(printed & last);
        return starts & last & (end >= SIZE - 1 ? -1 : (2L << end) - 1) & -2;
    }

    /** The first of each three numbers in a row. */
    private static long threes(long numbers) {
        long first = numbers & ~(numbers << 1);
        long fourth = numbers & numbers << 1 & numbers << 2 & numbers << 3;
        long starts = first;
        while (fourth != 0 && first != 0) {
            first = first << 3 & fourth;
            starts |= first;
        }
        return starts;
    }

    /** Those of the indents that are all of a line, which goes with the one before. */
    private static long betweenLines(long indents, long blanks, long lines) {
        long between = 0;
        for (long ends = blanks + indents & ~blanks & lines; ends != 0; ends &= ends - 1) {
            long below = ~blanks & (ends & -ends) - 1;
            between |= Long.highestOneBit(below) << 1;
        }
        return between;
    }

    private static long slashes(byte[] utf8, int at, long signs) {
        long slashes = 0;
        for (long left = signs; left != 0; left &= left - 1) {
            slashes |= utf8[at + Long.numberOfTrailingZeros(left)] == '/' ? left & -left : 0;
        }
        return slashes;
    }

    /** The starts, once contractions are one with what they belong to. @param signs those that may be apostrophes of theirs */
    private long contracted(byte[] utf8, int at, long starts, long signs) {
        long found = starts;
        int last = at;
        for (long left = signs; left != 0; left &= left - 1) {
            int place = at + Long.numberOfTrailingZeros(left);
            int end = utf8[place] == '\'' && (place > last || !cased)
                    ? Contractions.anyCase(utf8, place, utf8.length)
                    : place;
            if (end > place) {
                long following = end < at + SIZE ? 1L << end - at : 0;
                long apostrophe = left & -left;
                found = found & ~(following - apostrophe) | following | (cased ? 0 : apostrophe);
                last = end;
            }
        }
        return found;
    }
}
