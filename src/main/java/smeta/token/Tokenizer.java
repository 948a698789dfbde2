package smeta.token;

import java.util.List;

/** Counts the tokens of texts as one model family does. Thread-safe. Any string counts; none throws. */
public interface Tokenizer {
    /** The name by which the catalogue refers to it, for instance {@code o200k_base} or {@code gemma-3}. */
    String name();

    /** {@link Precision#EXACT} if the family's own vocabulary is counted with. */
    Precision precision();

    /**
     * The sum over texts that are tokenized one by one (nothing merges across their borders). An estimate over many
     * short texts is tighter than the sum of their estimates.
     */
    TokenCount count(List<Text> texts);

    default TokenCount count(Text text) {
        return count(List.of(text));
    }

    default TokenCount count(String text) {
        return count(List.of(Text.of(text)));
    }
}
