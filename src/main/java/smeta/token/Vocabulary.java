package smeta.token;

import java.util.List;

/**
 * A tokenizer that has the family's own vocabulary, so it counts exactly and can tell the tokens. Literals of special
 * tokens ({@code <|endoftext|>}) are plain text; a lone surrogate counts as U+FFFD.
 */
public interface Vocabulary extends Tokenizer {
    /** Tokens of the text. */
    long tokens(Text text);

    /**
     * Tokens of the text, or some number above {@code limit} as soon as it is certain that there are more: the work is
     * bounded by the limit.
     */
    long countUpTo(Text text, long limit);

    /** The tokens in order. */
    Tokens encode(Text text);

    @Override
    default Precision precision() {
        return Precision.EXACT;
    }

    @Override
    default TokenCount count(List<Text> texts) {
        long sum = 0;
        for (Text text : texts) {
            sum += tokens(text);
        }
        return TokenCount.exact(sum);
    }
}
