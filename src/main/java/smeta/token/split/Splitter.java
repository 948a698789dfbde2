package smeta.token.split;

import org.jspecify.annotations.Nullable;
import smeta.token.table.ByteWords;

/**
 * Splits a text into the pieces that are tokenized one by one, as a published regular expression does, but by hand: the
 * alternatives in their order, greedy, with the backtracking that they would do worked out beforehand. Linear in the
 * text.
 */
public sealed interface Splitter permits O200kSplitter, Cl100kSplitter, Gpt2Splitter, DeepSeekSplitter, SplitAtOffsets {
    /** Where the piece that starts at {@code from} ends; the bytes are well-formed UTF-8, {@code from < end}. */
    int end(byte[] utf8, int from, int end);

    /** Tells pieces of ASCII as this splitter does; {@code null} if nothing does. */
    default @Nullable TextBlocks blocks() {
        return null;
    }

    /** Whether {@link AsciiPieces} tells pieces as this splitter does. */
    default boolean plainWords() {
        return true;
    }

    /** What {@link AsciiPieces} needs to know of this splitter. */
    default long fold() {
        return ByteWords.ANY_CASE;
    }

    /** Whether they also tell what begins with a sign, a digit or white space as this splitter does, not only words. */
    default boolean anyPrefix() {
        return true;
    }

    /** Whether marks go on words. */
    default boolean marks() {
        return false;
    }

    /** How many digits a piece has at most. */
    default int digits() {
        return 3;
    }
}
