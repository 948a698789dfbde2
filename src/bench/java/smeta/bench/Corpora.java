package smeta.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** All corpora by name, in the order of the tables. The same machine gives the same texts each time. */
public final class Corpora {
    static final long SEED = 20261122;
    /** Languages that are counted together, and each by itself; with their locales. */
    private static final Map<String, String> LANGUAGES = new LinkedHashMap<>();

    static {
        String[] localeAndName = {
            "de", "german", "fr", "french", "es", "spanish", "pl", "polish", "tr", "turkish", "vi", "vietnamese",
            "el", "greek", "he", "hebrew", "ar", "arabic", "hi", "hindi", "th", "thai", "ko", "korean",
            "ja", "japanese", "uk", "ukrainian"
        };
        for (int i = 0; i < localeAndName.length; i += 2) {
            LANGUAGES.put(localeAndName[i + 1], localeAndName[i]);
        }
    }

    private final Map<String, Supplier<Corpus>> all = new LinkedHashMap<>();

    private Corpora() {}

    /** Texts found on the machine and in this repository, whose directory must be the current one, and at random. */
    public static Corpora found() {
        Corpora corpora = new Corpora();
        corpora.all.put("english", English::corpus);
        corpora.all.put("russian", () -> Translations.corpus("russian", Character.UnicodeScript.CYRILLIC, "ru"));
        corpora.all.put("chinese", () -> Translations.corpus("chinese", Character.UnicodeScript.HAN, "zh_CN", "zh_TW"));
        corpora.all.put("languages", () -> Translations.corpus("languages", null,
                LANGUAGES.values().toArray(String[]::new)));
        LANGUAGES.forEach((name, locale) ->
                corpora.all.put(name, () -> Translations.corpus(name, null, locale)));
        corpora.all.put("java", JavaCode::corpus);
        corpora.all.put("python", PythonCode::corpus);
        corpora.all.put("json", Json::corpus);
        return corpora.withRandom();
    }

    /** Each {@code *.txt} of the directory, two million UTF-16 units at most, and texts at random. */
    public static Corpora of(Path directory) {
        Corpora corpora = new Corpora();
        for (Path file : ProjectFiles.under(directory, ".txt")) {
            String name = file.getFileName().toString().replace(".txt", "").replace(' ', '-');
            corpora.all.put(name, () -> {
                String text = ProjectFiles.read(file);
                return new Corpus(name, "your file", text.substring(0, Math.min(text.length(), 2 * Corpus.LENGTH)));
            });
        }
        return corpora.withRandom();
    }

    private Corpora withRandom() {
        all.putAll(Noise.corpora());
        return this;
    }

    public Set<String> names() {
        return all.keySet();
    }

    /** Makes those of these names; writes each as {@code NAME.txt} in UTF-8, in place of what was in the directory. */
    public List<Corpus> write(Set<String> names, Path directory) {
        List<Corpus> made = new ArrayList<>();
        try {
            Files.createDirectories(directory);
            for (Path old : ProjectFiles.under(directory, "")) {
                Files.delete(old);
            }
            for (Map.Entry<String, Supplier<Corpus>> each : all.entrySet()) {
                if (names.contains(each.getKey())) {
                    Corpus corpus = each.getValue().get();
                    Files.writeString(directory.resolve(corpus.name() + ".txt"), corpus.text());
                    made.add(corpus);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }
}
