package smeta.token;

import java.util.List;

/**
 * A tokenizer that has the family's own vocabulary, so it counts exactly and can tell the tokens. Literals of special
 * tokens ({@code <|endoftext|>}) are plain text; a lone surrogate counts as U+FFFD.
 */
public interface Vocabulary extends Tokenizer {
    /**
     * Tokens of the text.
     *
     * @throws CountingInterrupted if the thread is interrupted; so do the other methods
     */
    long tokens(Text text);

    /**
     * Tokens of the text, or some number above {@code limit} as soon as it is certain that there are more: the work is
     * bounded by the limit.
     */
    long countUpTo(Text text, long limit);

    /**
     * The tokens in order. Their offsets are those of the text after {@link Text#utf8}, and for a vocabulary that brings the
     * text into normal form C first (Qwen's), of the text in that form.
     */
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
