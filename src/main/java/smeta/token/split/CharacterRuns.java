package smeta.token.split;

import static smeta.token.table.CharacterClasses.NEWLINE;
import static smeta.token.table.CharacterClasses.NUMBER;
import static smeta.token.table.CharacterClasses.OTHER;
import static smeta.token.table.CharacterClasses.SPACE;

import smeta.token.table.ByteWords;
import smeta.token.table.CharacterClasses;

/** Where a run of characters of one kind ends: the parts that the splitting expressions share. */
public final class CharacterRuns {
    private CharacterRuns() {}

    /** @param last {@link CharacterClasses#UNCASED} for letters, {@link CharacterClasses#MARK} for letters and marks */
    static int letters(byte[] utf8, int from, int end, int last) {
        int at = from;
        while (true) {
            at = ByteWords.letters(utf8, at, end);
            if (at >= end || utf8[at] >= 0) {
                return at;
            }
            at = ByteWords.cyrillic(utf8, at, end);
            while (at < end && utf8[at] < 0) {
                if (CharacterClasses.at(utf8, at) > last) {
                    return at;
                }
                at += CharacterClasses.length(utf8[at]);
            }
        }
    }

    /** At most so many numbers. */
    static int numbers(byte[] utf8, int from, int end, int most) {
        int at = from;
        for (int i = 0; i < most && at < end && CharacterClasses.at(utf8, at) == NUMBER; i++) {
            at += CharacterClasses.length(utf8[at]);
        }
        return at;
    }

    /**
     * {@code [^\s\p{L}\p{N}]*}
     *
     * @param mark {@link CharacterClasses#MARK}; or {@link CharacterClasses#OTHER} for {@code [^\s\p{L}\p{M}\p{N}]*}
     */
    static int symbols(byte[] utf8, int from, int end, int mark) {
        int at = from;
        while (at < end) {
            int kind = CharacterClasses.at(utf8, at);
            if (kind != OTHER && kind != mark) {
                break;
            }
            at += CharacterClasses.length(utf8[at]);
        }
        return at;
    }

    /** Where a run of white space ends. */
    static int white(byte[] utf8, int from, int end) {
        int at = from;
        while (at < end && CharacterClasses.at(utf8, at) >= SPACE) {
            at += CharacterClasses.length(utf8[at]);
        }
        return at;
    }

    /** {@code \s*[\r\n]+|\s+(?!\S)|\s+} on white space: up to the last line's end, else as {@link #whiteSpace}. */
    public static int whiteSpaceAndLines(byte[] utf8, int from, int end) {
        int at = from;
        int last = from;
        int line = -1;
        while (at < end) {
            int kind = CharacterClasses.at(utf8, at);
            if (kind < SPACE) {
                break;
            }
            last = at;
            at += CharacterClasses.length(utf8[at]);
            if (kind == NEWLINE) {
                line = at;
            } else if (at < end && utf8[at] == ' ') {
                at = ByteWords.spaces(utf8, at, end);
                last = at - 1;
            }
        }
        return line >= 0 ? line : butLast(from, last, at, end);
    }

    /** {@code \s+(?!\S)|\s+} on white space: all of it at the text's end, else all but its last character. */
    static int whiteSpace(byte[] utf8, int from, int end) {
        int at = from;
        int last = from;
        while (at < end && CharacterClasses.at(utf8, at) >= SPACE) {
            last = at;
            at += CharacterClasses.length(utf8[at]);
        }
        return butLast(from, last, at, end);
    }

    private static int butLast(int from, int last, int at, int end) {
        return at == end || last == from ? at : last;
    }
}
