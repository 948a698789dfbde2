package smeta.token;

import static smeta.token.CharacterClasses.BLANK;
import static smeta.token.CharacterClasses.LOWER;
import static smeta.token.CharacterClasses.MARK;
import static smeta.token.CharacterClasses.NEWLINE;
import static smeta.token.CharacterClasses.NUMBER;
import static smeta.token.CharacterClasses.OTHER;
import static smeta.token.CharacterClasses.SPACE;
import static smeta.token.CharacterClasses.UNCASED;
import static smeta.token.CharacterClasses.UPPER;

/**
 * Splits a text into the pieces that are tokenized one by one, as a published regular expression does, but by hand: the
 * alternatives in their order, greedy, with the backtracking that they would do worked out beforehand. Linear in the text.
 */
sealed interface Splitter permits DeepSeek, Splitter.O200k, Splitter.Cl100k, Splitter.Gpt2, Splitter.Cuts {
    /** Where the piece that starts at {@code from} ends; the bytes are well-formed UTF-8, {@code from < end}. */
    int end(byte[] utf8, int from, int end);

    /** Whether {@link PlainPieces} tells pieces as this splitter does. */
    default boolean plainWords() {
        return true;
    }

    /** What {@link PlainPieces} needs to know of this splitter. */
    default long fold() {
        return Words.ANY_CASE;
    }

    /** Whether they also tell what begins with a sign, a digit or white space as this splitter does, not only words. */
    default boolean anyPrefix() {
        return true;
    }

    /** How many digits a piece has at most. */
    default int digits() {
        return 3;
    }

    /**
     * o200k_base, of tiktoken's {@code openai_public.py} (3 digits, contractions), and Mistral's Tekken (1 digit, none). With
     * u = Lu Lt Lm Lo M, l = Ll Lm Lo M: {@code [^\r\n\p{L}\p{N}]?u*l+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|
     * [^\r\n\p{L}\p{N}]?u+l*(?i:'s|…)?|\p{N}{1,digits}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+}
     */
    record O200k(int digits, boolean contractions) implements Splitter {
        /** o200k_base's. */
        O200k() {
            this(3, true);
        }

        @Override
        public long fold() {
            return 0;
        }

        @Override
        public int end(byte[] utf8, int from, int end) {
            int kind = CharacterClasses.at(utf8, from);
            if (kind <= MARK) {
                // A mark may also be the prefix of a word; both readings end at the same place.
                return word(utf8, from, end);
            }
            int next = from + CharacterClasses.length(utf8[from]);
            if (kind == NUMBER) {
                return Runs.numbers(utf8, next, end, digits - 1);
            }
            if (kind != NEWLINE && next < end) {
                int word = word(utf8, next, end);
                if (word > next) {
                    return word;
                }
            }
            if (kind == OTHER) {
                return symbols(utf8, next, end);
            }
            if (kind == BLANK && next < end && CharacterClasses.at(utf8, next) == OTHER) {
                return symbols(utf8, next, end);
            }
            return Runs.whiteSpaceAndLines(utf8, from, end);
        }

        /** The first two alternatives from where their letters begin; that place itself if they don't match. */
        private int word(byte[] utf8, int from, int end) {
            int at = from;
            int uncased = -1;
            while (at < end) {
                int lead = utf8[at];
                if (lead >= 'A' && lead <= 'Z') {
                    at++;
                    continue;
                }
                if (lead >= 0) {
                    break;
                }
                int kind = CharacterClasses.at(utf8, at);
                if (kind != UPPER && kind != UNCASED && kind != MARK) {
                    break;
                }
                at += CharacterClasses.length(utf8[at]);
                if (kind != UPPER) {
                    uncased = at;
                }
            }
            if (at < end && CharacterClasses.at(utf8, at) == LOWER) {
                return ending(utf8, smallLetters(utf8, at, end), end);
            }
            // The run of capitals gives back what follows its last uncased letter, so that l+ gets that letter.
            int stop = uncased >= 0 ? uncased : at;
            return stop > from ? ending(utf8, stop, end) : from;
        }

        private int ending(byte[] utf8, int from, int end) {
            return contractions ? Contractions.anyCase(utf8, from, end) : from;
        }

        private static int smallLetters(byte[] utf8, int from, int end) {
            int at = from;
            while (true) {
                at = Words.smallLetters(utf8, at, end);
                if (at >= end || utf8[at] >= 0) {
                    return at;
                }
                at = Words.smallCyrillic(utf8, at, end);
                while (at < end && utf8[at] < 0) {
                    int kind = CharacterClasses.at(utf8, at);
                    if (kind == UPPER || kind > MARK) {
                        return at;
                    }
                    at += CharacterClasses.length(utf8[at]);
                }
            }
        }

        private static int symbols(byte[] utf8, int from, int end) {
            int at = Runs.symbols(utf8, from, end, MARK);
            while (at < end && (utf8[at] == '\r' || utf8[at] == '\n' || utf8[at] == '/')) {
                at++;
            }
            return at;
        }
    }

    /**
     * cl100k_base (3 digits) and Qwen (1 digit):
     * {@code (?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,digits}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+
     * |\s+(?!\S)|\s+}; and Qwen 3.5 (1 digit), where a word may have marks and a run of symbols none:
     * {@code …|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|…}. tiktoken 0.14 puts
     * {@code \s++$} before the white space, which splits a text's end otherwise but gives the same tokens: none of cl100k_base
     * goes from a line's end to other white space without a line's end after.
     *
     * @param word the last class of a word's characters: {@link CharacterClasses#UNCASED} or {@link CharacterClasses#MARK}
     */
    record Cl100k(int digits, int word) implements Splitter {
        Cl100k(int digits) {
            this(digits, UNCASED);
        }

        @Override
        public int end(byte[] utf8, int from, int end) {
            int kind = CharacterClasses.at(utf8, from);
            int next = from + CharacterClasses.length(utf8[from]);
            if (kind <= word) {
                return Runs.letters(utf8, next, end, word);
            }
            if (kind == NUMBER) {
                return Runs.numbers(utf8, next, end, digits - 1);
            }
            if (utf8[from] == '\'') {
                int contraction = Contractions.anyCase(utf8, from, end);
                if (contraction > from) {
                    return contraction;
                }
            }
            int following = next < end ? CharacterClasses.at(utf8, next) : NEWLINE;
            if (kind != NEWLINE && following <= word) {
                return Runs.letters(utf8, next, end, word);
            }
            if (kind == OTHER || kind == MARK || kind == BLANK && (following == OTHER || following == MARK)) {
                int at = Runs.symbols(utf8, next, end, word == MARK ? OTHER : MARK);
                while (at < end && (utf8[at] == '\r' || utf8[at] == '\n')) {
                    at++;
                }
                return at;
            }
            return Runs.whiteSpaceAndLines(utf8, from, end);
        }
    }

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

    /** Places that are known beforehand; for one pass over one text. */
    final class Cuts implements Splitter {
        private final int[] ends;
        private int next;

        /** @param ends where the pieces end, in bytes, ascending; the last one is the end of the text */
        Cuts(int[] ends) {
            this.ends = ends;
        }

        @Override
        public int end(byte[] utf8, int from, int end) {
            while (ends[next] <= from) {
                next++;
            }
            return ends[next];
        }

        @Override
        public boolean plainWords() {
            return false;
        }
    }
}
