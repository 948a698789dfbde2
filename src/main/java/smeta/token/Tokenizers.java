package smeta.token;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The tokenizers by name, each loaded when it is first asked for. Thread-safe; a loaded one is found without a lock. */
public final class Tokenizers {
    private final Map<String, Supplier<Tokenizer>> known;
    private final Map<String, Tokenizer> loaded = new ConcurrentHashMap<>();

    private Tokenizers(Map<String, Supplier<Tokenizer>> known) {
        this.known = known;
    }

    /** The vocabularies and estimates that ship with the program. */
    public static Tokenizers bundled() {
        return new Tokenizers(Bundled.tokenizers());
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

    public SortedSet<String> names() {
        return new TreeSet<>(known.keySet());
    }
}
