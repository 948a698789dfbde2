package smeta.token.split;

import static smeta.token.table.CharacterClasses.BLANK;
import static smeta.token.table.CharacterClasses.MARK;
import static smeta.token.table.CharacterClasses.NUMBER;
import static smeta.token.table.CharacterClasses.SPACE;
import static smeta.token.table.CharacterClasses.UNCASED;

import smeta.token.table.CharacterClasses;

/**
 * r50k_base and p50k_base: {@code 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+}.
 *
 * @param digitsApart whether each {@code \p{N}} is taken out first, as SmolLM's {@code Digits} does: what is left
 *                    between is split as texts of their own
 */
public record Gpt2Splitter(boolean digitsApart) implements Splitter {
    /** OpenAI's own. */
    public Gpt2Splitter() {
        this(false);
    }

    @Override
    public boolean anyPrefix() {
        return false;
    }

    @Override
    public int end(byte[] utf8, int from, int end) {
        if (utf8[from] == '\'') {
            int contraction = Contractions.small(utf8, from, end);
            if (contraction > from) {
                return contraction;
            }
        }
        int kind = CharacterClasses.at(utf8, from);
        int next = from + CharacterClasses.length(utf8[from]);
        if (kind == BLANK && next < end) {
            int following = CharacterClasses.at(utf8, next);
            if (following < SPACE && !(digitsApart && following == NUMBER)) {
                kind = following;
                next += CharacterClasses.length(utf8[next]);
            }
        }
        if (kind <= UNCASED) {
            return CharacterRuns.letters(utf8, next, end, UNCASED);
        }
        if (kind == NUMBER) {
            return digitsApart ? next : CharacterRuns.numbers(utf8, next, end, Integer.MAX_VALUE);
        }
        if (kind < SPACE) {
            return CharacterRuns.symbols(utf8, next, end, MARK);
        }
        if (digitsApart) {
            int white = CharacterRuns.white(utf8, from, end);
            if (white < end && CharacterClasses.at(utf8, white) == NUMBER) {
                return white;
            }
        }
        return CharacterRuns.whiteSpace(utf8, from, end);
    }
}
