package smeta.estimate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import smeta.token.Text;
import smeta.token.TokenCount;
import smeta.token.Tokenizer;
import smeta.token.Tokenizers;

/**
 * The texts of one request counted once per vocabulary, however many models ask. Not thread-safe: one for each request.
 */
public final class TextCounts {
    private final Tokenizers tokenizers;
    private final Map<String, TokenCount> counts = new HashMap<>();
    private long nanos;

    public TextCounts(Tokenizers tokenizers) {
        this.tokenizers = tokenizers;
    }

    Tokenizer tokenizer(String name) {
        return tokenizers.find(name).orElseThrow(() -> new IllegalStateException("the catalogue names the tokenizer “" + name + "”, which is not there"));
    }

    /** Time spent in tokenizers, in nanoseconds. */
    long nanos() {
        return nanos;
    }

    /** @param what names the texts within the request: the same name always means the same texts */
    TokenCount count(String tokenizer, String what, Supplier<List<Text>> texts) {
        String key = tokenizer + " " + what;
        TokenCount known = counts.get(key);
        if (known == null) {
            long start = System.nanoTime();
            known = tokenizer(tokenizer).count(texts.get());
            nanos += System.nanoTime() - start;
            counts.put(key, known);
        }
        return known;
    }
}
