package smeta.catalogue.compiled;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import smeta.catalogue.Framing;
import smeta.catalogue.Source;

/** What several models of a file have in common, each made once. Thread-safe. */
final class SharedParts {
    private final PackedFile file;
    private final Map<Integer, Framing> framings = new ConcurrentHashMap<>();
    private final Map<Integer, Map<String, Source>> sources = new ConcurrentHashMap<>();

    SharedParts(PackedFile file) {
        this.file = file;
    }

    Framing framing(int position) {
        return framings.computeIfAbsent(position, p -> ModelParts.readFraming(file.at(p)));
    }

    Map<String, Source> sources(int position) {
        return sources.computeIfAbsent(position, p -> ModelParts.readSources(file.at(p)));
    }
}
