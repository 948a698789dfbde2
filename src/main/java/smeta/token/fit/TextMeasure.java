package smeta.token.fit;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.Supplier;
import smeta.token.Text;
import smeta.token.Tokenizer;
import smeta.token.Vocabulary;

/**
 * Measures texts for all estimated families at once: a prompt that is estimated for twenty families is counted under
 * o200k and scanned once. What a thread measured last is remembered while its first text lives, in a few hundred bytes;
 * the texts themselves are not held.
 */
final class TextMeasure {
    /** What every family's estimate is made from; the texts are summed. */
    record Measured(TextFeatures features, long tokens, long bytes) {}

    private record Last(WeakReference<Text>[] texts, Measured measured) {
        boolean isOf(List<Text> others) {
            if (texts.length != others.size()) {
                return false;
            }
            int i = 0;
            for (Text other : others) {
                if (!texts[i++].refersTo(other)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Longer lists are measured again: remembering them would cost more than it saves. */
    private static final int REMEMBERED = 256;

    private final Supplier<Tokenizer> reference;
    private final ThreadLocal<Last> last = new ThreadLocal<>();

    /** @param reference gives the o200k vocabulary, when it is first needed */
    TextMeasure(Supplier<Tokenizer> reference) {
        this.reference = reference;
    }

    Measured of(List<Text> texts) {
        Last remembered = last.get();
        if (remembered != null && remembered.isOf(texts)) {
            return remembered.measured();
        }
        Measured measured = measure(texts);
        if (!texts.isEmpty() && texts.size() <= REMEMBERED) {
            last.set(new Last(references(texts), measured));
        }
        return measured;
    }

    private Measured measure(List<Text> texts) {
        TextFeatures features = new TextFeatures();
        long tokens = 0;
        long bytes = 0;
        for (Text text : texts) {
            if (!text.isEmpty()) {
                features.add(text.value());
                Vocabulary o200k = (Vocabulary) reference.get();
                long own = o200k.tokens(text);
                TokenRanks.add(text, o200k, own, features);
                tokens += own;
                bytes += text.utf8().length;
            }
        }
        return new Measured(features, tokens, bytes);
    }

    @SuppressWarnings("unchecked")
    private static WeakReference<Text>[] references(List<Text> texts) {
        return texts.stream().map(WeakReference::new).toArray(WeakReference[]::new);
    }
}
