package smeta.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import smeta.token.fit.FittedFamilies;
import smeta.token.merge.BytePairVocabulary;
import smeta.token.split.Cl100kSplitter;
import smeta.token.split.Gpt2Splitter;
import smeta.token.split.O200kSplitter;
import smeta.token.split.Splitter;
import smeta.token.table.BundledTables;

/** What ships with the program: OpenAI's vocabularies, Qwen's, and the estimated families. */
final class Bundled {
    private Bundled() {}

    static Map<String, Supplier<Tokenizer>> tokenizers() {
        Map<String, Supplier<Tokenizer>> all = new LinkedHashMap<>();
        Supplier<Tokenizer> o200k = vocabulary(all, "o200k_base", new O200kSplitter(), false);
        vocabulary(all, "cl100k_base", new Cl100kSplitter(3), false);
        vocabulary(all, "p50k_base", new Gpt2Splitter(), false);
        vocabulary(all, "r50k_base", new Gpt2Splitter(), false);
        vocabulary(all, "qwen", new Cl100kSplitter(1), true);
        all.putAll(FittedFamilies.tokenizers(o200k));
        return all;
    }

    private static Supplier<Tokenizer> vocabulary(
            Map<String, Supplier<Tokenizer>> all, String name, Splitter splitter, boolean composed) {
        Supplier<Tokenizer> once =
                new Once(() -> new BytePairVocabulary(name, BundledTables.of(name), splitter, composed));
        all.put(name, once);
        return once;
    }

    private static final class Once implements Supplier<Tokenizer> {
        private final Supplier<Tokenizer> supplier;
        private volatile @Nullable Tokenizer value;

        Once(Supplier<Tokenizer> supplier) {
            this.supplier = supplier;
        }

        @Override
        public Tokenizer get() {
            Tokenizer found = value;
            if (found == null) {
                synchronized (this) {
                    found = value;
                    if (found == null) {
                        found = supplier.get();
                        value = found;
                    }
                }
            }
            return found;
        }
    }
}
