package smeta.token;

import static smeta.token.CharacterClasses.BLANK;
import static smeta.token.CharacterClasses.MARK;
import static smeta.token.CharacterClasses.NUMBER;
import static smeta.token.CharacterClasses.SPACE;
import static smeta.token.CharacterClasses.UNCASED;

/**
 * r50k_base and p50k_base: {@code 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+}.
 *
 * @param digitsApart whether each {@code \p{N}} is taken out first, as SmolLM's {@code Digits} does: what is left
 *                    between is split as texts of their own
 */
record Gpt2(boolean digitsApart) implements Splitter {
    Gpt2() {
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
            return Runs.letters(utf8, next, end, UNCASED);
        }
        if (kind == NUMBER) {
            return digitsApart ? next : Runs.numbers(utf8, next, end, Integer.MAX_VALUE);
        }
        if (kind < SPACE) {
            return Runs.symbols(utf8, next, end, MARK);
        }
        if (digitsApart) {
            int white = Runs.white(utf8, from, end);
            if (white < end && CharacterClasses.at(utf8, white) == NUMBER) {
                return white;
            }
        }
        return Runs.whiteSpace(utf8, from, end);
    }
}
