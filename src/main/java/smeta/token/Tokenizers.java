package smeta.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import smeta.token.fit.EstimatedTokenizer;
import smeta.token.json.TokenizerJson;

/**
 * The tokenizers by name, each loaded when it is first asked for. Thread-safe; a loaded one is found without a lock.
 */
public final class Tokenizers {
    private static final String FILE = ".tokenizer.json";

    private final Map<String, Supplier<Tokenizer>> known;
    private final Map<String, Tokenizer> loaded = new ConcurrentHashMap<>();

    private Tokenizers(Map<String, Supplier<Tokenizer>> known) {
        this.known = known;
    }

    /** The vocabularies and estimates that ship with the program. */
    public static Tokenizers bundled() {
        return new Tokenizers(Bundled.tokenizers());
    }

    /**
     * Those that ship with the program, and those of a directory: {@code llama-3.tokenizer.json} becomes {@code
     * llama-3}, in place of an estimate or a vocabulary of that name. The files are read at once.
     *
     * @throws VocabularyRefused    if a file isn't understood in full
     * @throws UncheckedIOException if the directory can't be read
     */
    public static Tokenizers with(Path directory) {
        Map<String, Supplier<Tokenizer>> known = new LinkedHashMap<>(Bundled.tokenizers());
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(file -> file.getFileName().toString().endsWith(FILE))
                    .sorted()
                    .toList()) {
                String named = file.getFileName().toString();
                String name = named.substring(0, named.length() - FILE.length());
                Tokenizer read = TokenizerJson.read(name, file);
                known.put(name, () -> read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Tokenizers(known);
    }

    public Optional<Tokenizer> find(String name) {
        Tokenizer found = loaded.get(name);
        if (found != null) {
            return Optional.of(found);
        }
        Supplier<Tokenizer> supplier = known.get(name);
        return supplier == null ? Optional.empty() : Optional.of(loaded.computeIfAbsent(name, n -> supplier.get()));
    }

    /** The vocabulary of that name, if its own vocabulary is present. */
    public Optional<Vocabulary> vocabulary(String name) {
        return find(name).filter(Vocabulary.class::isInstance).map(Vocabulary.class::cast);
    }

    /**
     * The likely count of the texts under that tokenizer by what they are made of; where it has a vocabulary, in the
     * proportions that a family of which nothing is known has.
     */
    public TextMix mix(String name, List<Text> texts) {
        Tokenizer tokenizer = find(name).orElseThrow();
        if (tokenizer instanceof EstimatedTokenizer estimated) {
            return estimated.mix(texts);
        }
        TextMix any = find("unpublished").orElseThrow() instanceof EstimatedTokenizer estimated
                ? estimated.mix(texts)
                : TextMix.NONE;
        return any.scaledTo(tokenizer.count(texts).likely() * 1000);
    }

    public SortedSet<String> names() {
        return new TreeSet<>(known.keySet());
    }
}
