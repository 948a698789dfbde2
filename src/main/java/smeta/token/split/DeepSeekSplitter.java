package smeta.token.split;

import static smeta.token.table.CharacterClasses.BLANK;
import static smeta.token.table.CharacterClasses.MARK;
import static smeta.token.table.CharacterClasses.NEWLINE;
import static smeta.token.table.CharacterClasses.NUMBER;
import static smeta.token.table.CharacterClasses.OTHER;

import smeta.token.table.ByteWords;
import smeta.token.table.CharacterClasses;
import smeta.token.table.Utf8;

/**
 * DeepSeek V3's, three expressions one after another, each on every piece of the one before: {@code \p{N}{1,3}};
 * {@code [一-龥぀-ゟ゠-ヿ]+}; {@code [!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+|
 * ?[\p{P}\p{S}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+}. So to the third one a text ends where numbers begin, and where
 * ideographs and kana begin or end. What it doesn't match (controls and the like without a word after them) is a piece
 * up to its next match.
 */
record DeepSeekSplitter() implements Splitter {
    /** White space before numbers ends otherwise than with the other splitters: only words are told at a glance. */
    @Override
    public boolean anyPrefix() {
        return false;
    }

    @Override
    public int end(byte[] utf8, int from, int end) {
        int kind = CharacterClasses.at(utf8, from);
        int next = from + CharacterClasses.length(utf8[from]);
        if (kind == NUMBER) {
            return CharacterRuns.numbers(utf8, next, end, 2);
        }
        boolean ideographs = isIdeograph(utf8, from);
        if (kind <= MARK) {
            // A mark may also be the prefix of a word; both readings end at the same place.
            return word(utf8, next, end, ideographs);
        }
        if (kind == OTHER && CharacterClasses.isSign(utf8, from)) {
            // The 32 signs of the first alternative are those of ASCII.
            int letters = utf8[from] >= 0 ? ByteWords.letters(utf8, next, end) : next;
            return letters > next ? letters : signs(utf8, next, end, ideographs);
        }
        if (kind != NEWLINE && startsWord(utf8, next, end, ideographs)) {
            return word(utf8, next, end, ideographs);
        }
        if (kind == OTHER) {
            return unmatched(utf8, from, next, end, ideographs);
        }
        if (kind == BLANK && startsSign(utf8, next, end, false)) {
            return signs(utf8, next, end, false);
        }
        return whiteSpace(utf8, from, end);
    }

    /** Whether that character belongs to the same text for the third expression, as far as ideographs tell. */
    private static boolean goesOn(byte[] utf8, int i, int end, boolean ideographs) {
        return i < end && isIdeograph(utf8, i) == ideographs;
    }

    private static boolean startsWord(byte[] utf8, int i, int end, boolean ideographs) {
        return goesOn(utf8, i, end, ideographs) && CharacterClasses.at(utf8, i) <= MARK;
    }

    private static boolean startsSign(byte[] utf8, int i, int end, boolean ideographs) {
        return goesOn(utf8, i, end, ideographs)
                && CharacterClasses.at(utf8, i) == OTHER
                && CharacterClasses.isSign(utf8, i);
    }

    /** {@code [\p{L}\p{M}]*} */
    private static int word(byte[] utf8, int from, int end, boolean ideographs) {
        int at = from;
        while (true) {
            at = ideographs ? at : ByteWords.letters(utf8, at, end);
            if (at >= end || utf8[at] >= 0) {
                return at;
            }
            do {
                if (isIdeograph(utf8, at) != ideographs || CharacterClasses.at(utf8, at) > MARK) {
                    return at;
                }
                at += CharacterClasses.length(utf8[at]);
            } while (at < end && utf8[at] < 0);
        }
    }

    /** {@code [\p{P}\p{S}]*[\r\n]*} */
    private static int signs(byte[] utf8, int from, int end, boolean ideographs) {
        int at = from;
        while (startsSign(utf8, at, end, ideographs)) {
            at += CharacterClasses.length(utf8[at]);
        }
        while (!ideographs && at < end && (utf8[at] == '\r' || utf8[at] == '\n')) {
            at++;
        }
        return at;
    }

    /** Where a run of what is in no class ends: before its last character if that is the prefix of a word. */
    private static int unmatched(byte[] utf8, int from, int next, int end, boolean ideographs) {
        int at = next;
        int last = from;
        while (goesOn(utf8, at, end, ideographs)
                && CharacterClasses.at(utf8, at) == OTHER
                && !CharacterClasses.isSign(utf8, at)) {
            last = at;
            at += CharacterClasses.length(utf8[at]);
        }
        return last > from && startsWord(utf8, at, end, ideographs) ? last : at;
    }

    private static int whiteSpace(byte[] utf8, int from, int end) {
        int white = CharacterRuns.white(utf8, from, end);
        boolean last = white < end && (CharacterClasses.at(utf8, white) == NUMBER || isIdeograph(utf8, white));
        return CharacterRuns.whiteSpaceAndLines(utf8, from, last ? white : end);
    }

    /** {@code [一-龥぀-ゟ゠-ヿ]}, of which some are punctuation, symbols, marks or unassigned. */
    private static boolean isIdeograph(byte[] utf8, int i) {
        if (utf8[i] < (byte) 0xE3 || utf8[i] > (byte) 0xE9) {
            return false;
        }
        int point = Utf8.codePoint(utf8, i, 3);
        return point >= 0x4E00 && point <= 0x9FA5 || point >= 0x3040 && point <= 0x30FF;
    }
}
