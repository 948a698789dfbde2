package smeta.token.split;

import static smeta.token.table.CharacterClasses.BLANK;
import static smeta.token.table.CharacterClasses.MARK;
import static smeta.token.table.CharacterClasses.NEWLINE;
import static smeta.token.table.CharacterClasses.NUMBER;
import static smeta.token.table.CharacterClasses.OTHER;
import static smeta.token.table.CharacterClasses.UNCASED;

import smeta.token.table.CharacterClasses;

/**
 * cl100k_base (3 digits) and Qwen (1 digit):
 * {@code (?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,digits}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+
 * |\s+(?!\S)|\s+}; and Qwen 3.5 (1 digit), where a word may have marks and a run of symbols none:
 * {@code …|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|…}. tiktoken 0.14 puts
 * {@code \s++$} before the white space, which splits a text's end otherwise but gives the same tokens: none of
 * cl100k_base goes from a line's end to other white space without a line's end after.
 *
 * @param word the last class of a word's characters: {@link CharacterClasses#UNCASED} or {@link CharacterClasses#MARK}
 */
public record Cl100kSplitter(int digits, int word) implements Splitter {
    /** Words without marks. @param digits how many digits a piece has at most */
    public Cl100kSplitter(int digits) {
        this(digits, UNCASED);
    }

    @Override
    public boolean marks() {
        return word == MARK;
    }

    @Override
    public TextBlocks blocks() {
        return new TextBlocks(false, true, digits, word == MARK);
    }

    @Override
    public int end(byte[] utf8, int from, int end) {
        int kind = CharacterClasses.at(utf8, from);
        int next = from + CharacterClasses.length(utf8[from]);
        if (kind <= word) {
            return CharacterRuns.letters(utf8, next, end, word);
        }
        if (kind == NUMBER) {
            return CharacterRuns.numbers(utf8, next, end, digits - 1);
        }
        if (utf8[from] == '\'') {
            int contraction = Contractions.anyCase(utf8, from, end);
            if (contraction > from) {
                return contraction;
            }
        }
        int following = next < end ? CharacterClasses.at(utf8, next) : NEWLINE;
        if (kind != NEWLINE && following <= word) {
            return CharacterRuns.letters(utf8, next, end, word);
        }
        if (kind == OTHER || kind == MARK || kind == BLANK && (following == OTHER || following == MARK)) {
            int at = CharacterRuns.symbols(utf8, next, end, word == MARK ? OTHER : MARK);
            while (at < end && (utf8[at] == '\r' || utf8[at] == '\n')) {
                at++;
            }
            return at;
        }
        return CharacterRuns.whiteSpaceAndLines(utf8, from, end);
    }
}
