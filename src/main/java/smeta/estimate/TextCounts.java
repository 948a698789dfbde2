package smeta.estimate;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import smeta.token.Precision;
import smeta.token.Text;
import smeta.token.TextMix;
import smeta.token.TokenCount;
import smeta.token.Tokenizer;
import smeta.token.Tokenizers;

/**
 * The texts of one request counted once per vocabulary, however many models ask. Not thread-safe: one for each request.
 */
public final class TextCounts {
    private final Tokenizers tokenizers;
    private final Map<String, TokenCount> counts = new HashMap<>();
    private final Deadline deadline;
    private long nanos;
    private long bytes;
    private int bounds;

    public TextCounts(Tokenizers tokenizers) {
        this(tokenizers, Deadline.NONE);
    }

    TextCounts(Tokenizers tokenizers, Deadline deadline) {
        this.tokenizers = tokenizers;
        this.deadline = deadline;
    }

    Tokenizer tokenizer(String name) {
        return tokenizers
                .find(name)
                .orElseThrow(() -> new IllegalStateException(
                        "the catalogue names the tokenizer “" + name + "”, which is not there"));
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
            List<Text> all = texts.get();
            long start = System.nanoTime();
            long size = size(all);
            bytes += size;
            known = deadline.allows(size) ? tokenizer(tokenizer).count(all) : uncounted(all);
            nanos += System.nanoTime() - start;
            counts.put(key, known);
        }
        if (known.precision() == Precision.BOUND) {
            bounds++;
        }
        return known;
    }

    /** What texts are made of; nothing if there is no time left to look. */
    TextMix mix(String tokenizer, List<Text> texts) {
        return deadline.allows(size(texts)) ? tokenizers.mix(tokenizer, texts) : TextMix.NONE;
    }

    /** Whether there is time to count so many bytes. */
    boolean inTime(long size) {
        return deadline.allows(size);
    }

    /** Whether the time is over. */
    boolean isOver() {
        return deadline.leftNanos() <= 0;
    }

    /** Takes over the time of what was counted elsewhere. */
    void took(long time, long size) {
        nanos += time;
        bytes += size;
    }

    /** Takes over what was counted elsewhere. */
    void put(String tokenizer, String what, TokenCount count) {
        counts.put(tokenizer + " " + what, count);
    }

    /** Bytes given to tokenizers so far: a text counts once for each vocabulary. */
    long bytes() {
        return bytes;
    }

    /** How often a count was asked for and answered with a mere bound, because there was no time left. */
    int bounds() {
        return bounds;
    }

    private static long size(List<Text> texts) {
        long size = 0;
        for (Text text : texts) {
            size += text.value().length();
        }
        return size;
    }

    /**
     * Every byte-level or byte-fallback vocabulary takes at most one token a byte of what it sees, and one more for a
     * text's beginning. Some see the text in Unicode's normalization form C, which is at most three times as long in
     * UTF-8.
     *
     * @see <a href="https://unicode.org/faq/normalization.html">Unicode's table of expansion factors</a>
     */
    static TokenCount uncounted(List<Text> texts) {
        long high = 0;
        for (Text text : texts) {
            if (!text.isEmpty()) {
                high += 1 + text.utf8().length * (Normalizer.isNormalized(text.value(), Normalizer.Form.NFC) ? 1L : 3L);
            }
        }
        return high == 0 ? TokenCount.ZERO : new TokenCount(1, high, high, Precision.BOUND);
    }
}
