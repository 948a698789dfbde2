package smeta.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What ships with the program: OpenAI's vocabularies, Qwen's, and the estimated families. */
final class Bundled {
    private Bundled() {}

    static Map<String, Supplier<Tokenizer>> tokenizers() {
        Map<String, Supplier<Tokenizer>> all = new LinkedHashMap<>();
        vocabulary(all, "o200k_base", new O200k(), false);
        vocabulary(all, "cl100k_base", new Cl100k(3), false);
        vocabulary(all, "p50k_base", new Gpt2(), false);
        vocabulary(all, "r50k_base", new Gpt2(), false);
        vocabulary(all, "qwen", new Cl100k(1), true);
        estimated(all);
        return all;
    }

    private static void estimated(Map<String, Supplier<Tokenizer>> all) {
        Estimates estimates = new Estimates();
        Measure measure = new Measure(all.get("o200k_base"));
        for (String name : estimates.families()) {
            all.put(name, () -> new EstimatedTokenizer(name, measure, estimates.of(name)));
        }
    }

    private static void vocabulary(
            Map<String, Supplier<Tokenizer>> all, String name, Splitter splitter, boolean composed) {
        all.put(name, new Once(() -> new BytePairVocabulary(name, VocabularyFile.read("/vocabulary/" + name + ".bin"),
                splitter, composed)));
    }

    private static final class Once implements Supplier<Tokenizer> {
        private final Supplier<Tokenizer> supplier;
        private volatile Tokenizer value;

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
