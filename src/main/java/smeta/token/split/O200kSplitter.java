package smeta.token.split;

import static smeta.token.table.CharacterClasses.BLANK;
import static smeta.token.table.CharacterClasses.LOWER;
import static smeta.token.table.CharacterClasses.MARK;
import static smeta.token.table.CharacterClasses.NEWLINE;
import static smeta.token.table.CharacterClasses.NUMBER;
import static smeta.token.table.CharacterClasses.OTHER;
import static smeta.token.table.CharacterClasses.UNCASED;
import static smeta.token.table.CharacterClasses.UPPER;

import smeta.token.table.ByteWords;
import smeta.token.table.CharacterClasses;

/**
 * o200k_base, of tiktoken's {@code openai_public.py} (3 digits, contractions), and Mistral's Tekken (1 digit, none).
 * With u = Lu Lt Lm Lo M, l = Ll Lm Lo M: {@code [^\r\n\p{L}\p{N}]?u*l+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|
 * [^\r\n\p{L}\p{N}]?u+l*(?i:'s|…)?|\p{N}{1,digits}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+}
 */
public record O200kSplitter(int digits, boolean contractions) implements Splitter {
    /** o200k_base's. */
    public O200kSplitter() {
        this(3, true);
    }

    @Override
    public long fold() {
        return 0;
    }

    @Override
    public boolean marks() {
        return true;
    }

    @Override
    public TextBlocks blocks() {
        return new TextBlocks(true, contractions, digits, true);
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
            return CharacterRuns.numbers(utf8, next, end, digits - 1);
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
        return CharacterRuns.whiteSpaceAndLines(utf8, from, end);
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
            at = ByteWords.smallLetters(utf8, at, end);
            if (at >= end || utf8[at] >= 0) {
                return at;
            }
            at = ByteWords.smallCyrillic(utf8, at, end);
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
        int at = CharacterRuns.symbols(utf8, from, end, MARK);
        while (at < end && (utf8[at] == '\r' || utf8[at] == '\n' || utf8[at] == '/')) {
            at++;
        }
        return at;
    }
}
