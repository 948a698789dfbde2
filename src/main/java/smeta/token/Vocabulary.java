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
     * The tokens in order, with their places in the text as {@link Text#utf8} has it, whatever the vocabulary makes of
     * the text before it splits it (Qwen's brings it into normal form C; a file may replace signs or put some before
     * the text). The places ascend, and the last one is the text's end. Where a part of the text was replaced, a token
     * that ends within what took its place has the part's start as its end, in bytes too; what was taken out goes with
     * the token before it. The smallest part of a normal form is a letter with its marks, less what it begins and ends
     * with in both forms. Linear in the text.
     */
    Tokens encode(Text text);

    /** The ids of the same tokens, for those who don't ask where these stand. */
    default int[] ids(Text text) {
        return encode(text).ids();
    }

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
