package smeta.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
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
    /** Languages that are counted together, and each by itself. */
    private static final List<Language> LANGUAGES = List.of(
            new Language("german", null, "de"),
            new Language("french", null, "fr"),
            new Language("spanish", null, "es"),
            new Language("polish", null, "pl"),
            new Language("turkish", null, "tr"),
            new Language("vietnamese", null, "vi"),
            new Language("greek", UnicodeScript.GREEK, "el"),
            new Language("hebrew", UnicodeScript.HEBREW, "he"),
            new Language("arabic", UnicodeScript.ARABIC, "ar"),
            new Language("hindi", UnicodeScript.DEVANAGARI, "hi"),
            new Language("thai", UnicodeScript.THAI, "th"),
            new Language("korean", UnicodeScript.HANGUL, "ko"),
            new Language("japanese", null, "ja"),
            new Language("ukrainian", UnicodeScript.CYRILLIC, "uk"));

    private final Map<String, Supplier<Corpus>> all = new LinkedHashMap<>();

    private Corpora() {}

    /** Texts found on the machine and in this repository, whose directory must be the current one, and at random. */
    public static Corpora found() {
        Corpora corpora = new Corpora();
        corpora.all.put("english", English::corpus);
        corpora.add(new Language("russian", UnicodeScript.CYRILLIC, "ru"));
        corpora.add(new Language("chinese", UnicodeScript.HAN, "zh_CN", "zh_TW"));
        corpora.add(new Language("languages", null,
                LANGUAGES.stream().flatMap(each -> each.locales().stream()).toArray(String[]::new)));
        LANGUAGES.forEach(corpora::add);
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

    private void add(Language language) {
        all.put(language.name(), () -> Translations.corpus(language));
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
