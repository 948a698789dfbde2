package smeta.catalogue.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueDefects;
import smeta.catalogue.ContentHash;
import smeta.catalogue.Framing;
import smeta.catalogue.Model;
import smeta.catalogue.Source;

/**
 * Reads the catalogue's files, strictly: either everything is in order, or {@link CatalogueDefects} lists everything
 * that isn't.
 */
public final class CatalogueReader {
    static final String FRAMINGS = "framings.yaml";

    private final int kilo;
    private final Set<String> tokenizers;
    private final List<String> defects = new ArrayList<>();
    private final Map<String, ProviderFile> files = new LinkedHashMap<>();
    private final Map<String, ModelTraits> resolved = new HashMap<>();
    private Map<String, Framing> framings = Map.of();

    /**
     * @param kilo       what k stands for in round figures: 1000 (the safe reading) or 1024
     * @param tokenizers the names that a model's tokenizer may have
     */
    public CatalogueReader(int kilo, Set<String> tokenizers) {
        this.kilo = kilo;
        this.tokenizers = Set.copyOf(tokenizers);
    }

    /**
     * @param texts file name → content
     * @throws CatalogueDefects if anything is wrong
     */
    public Catalogue read(Map<String, String> texts) {
        Map<String, String> sorted = new TreeMap<>(texts);
        String framingText = sorted.remove(FRAMINGS);
        if (framingText != null) {
            Defects found = new Defects(FRAMINGS);
            framings = FramingReader.read(framingText, found);
            defects.addAll(found.all());
        }
        sorted.forEach(this::readFile);
        List<Model> models = new ArrayList<>();
        for (ProviderFile file : files.values()) {
            file.models.values().forEach(entry -> models.add(model(file, entry)));
            defects.addAll(file.defects.all());
        }
        Set<String> qualifiedOnly = new LinkedHashSet<>();
        files.values().stream().filter(f -> f.qualifiedOnly).forEach(f -> qualifiedOnly.add(f.provider));
        Catalogue catalogue = Catalogue.of(version(texts), models, qualifiedOnly, defects);
        if (!defects.isEmpty()) {
            throw new CatalogueDefects(defects.stream().distinct().toList());
        }
        return catalogue;
    }

    private void readFile(String name, String text) {
        Defects found = new Defects(name);
        ProviderFile file = ProviderFile.read(text, found, kilo);
        if (file == null) {
            defects.addAll(found.all());
        } else if (files.putIfAbsent(file.provider, file) != null) {
            found.add(
                    1,
                    "the provider “" + file.provider + "” already has the file "
                            + files.get(file.provider).defects.file());
            defects.addAll(found.all());
        }
    }

    private Model model(ProviderFile file, ProviderFile.Entry entry) {
        ModelTraits draft = draft(file, entry, new LinkedHashSet<>());
        Framing framing = draft.framing() == null ? Framing.UNPUBLISHED : framings.get(draft.framing());
        if (framing == null) {
            file.defects.add(
                    entry.line(), "expected a framing of " + framings.keySet() + ", found “" + draft.framing() + "”");
            framing = Framing.UNPUBLISHED;
        }
        if (draft.tokenizer() == null) {
            file.defects.add(entry.line(), "the key “tokenizer” is missing; say “unpublished” for a closed one");
        } else if (!tokenizers.contains(draft.tokenizer())) {
            file.defects.add(
                    entry.line(),
                    "expected a tokenizer of " + new java.util.TreeSet<>(tokenizers) + ", found “" + draft.tokenizer()
                            + "”");
        }
        if (draft.accepts() == null || draft.gives() == null) {
            file.defects.add(entry.line(), "the keys “accepts” and “gives” are needed, from the model or its kind");
        }
        if (entry.sameAs() != null && !file.models.containsKey(entry.sameAs())) {
            file.defects.add(entry.line(), "“same_as” names “" + entry.sameAs() + "”, which this file doesn't have");
        }
        Map<String, Source> sources = new LinkedHashMap<>(inherited(draft));
        sources.putAll(file.sources);
        return new Model(
                file.provider,
                file.title,
                entry.id(),
                entry.title() == null ? entry.id() : entry.title(),
                draft.maker(),
                entry.aliases(),
                entry.sameAs(),
                entry.pointsTo(),
                draft.accepts() == null ? Set.of() : draft.accepts(),
                draft.gives() == null ? Set.of() : draft.gives(),
                draft.givesUnasked(),
                entry.capabilities(),
                draft.tools(),
                draft.reasons(),
                entry.status(),
                entry.released(),
                entry.retirement(),
                draft.tokenizer() == null ? "?" : draft.tokenizer(),
                Boolean.TRUE.equals(draft.tokenizerAssumed()),
                framing,
                draft.toolOverhead(),
                draft.limits(),
                draft.image(),
                draft.audio(),
                draft.video(),
                draft.document(),
                MediaRulesReader.read(draft, entry.line(), file.defects),
                draft.searches(),
                draft.caching(),
                entry.printed(),
                entry.rates(),
                entry.notes(),
                sources,
                file.defects.file() + ":" + entry.line());
    }

    private ModelTraits draft(ProviderFile file, ProviderFile.Entry entry, Set<String> path) {
        String key = file.provider + "/" + entry.id();
        ModelTraits known = resolved.get(key);
        if (known != null) {
            return known;
        }
        if (!path.add(key)) {
            file.defects.add(entry.line(), "“like” goes round in a circle: " + String.join(" → ", path) + " → " + key);
            return entry.own();
        }
        ModelTraits draft = entry.own();
        if (entry.kind() != null) {
            ModelTraits kind = file.kinds.get(entry.kind());
            if (kind == null) {
                file.defects.add(entry.line(), "the kind “" + entry.kind() + "” is not among “kinds” of this file");
            } else {
                draft = draft.orElse(kind);
            }
        }
        if (entry.like() != null) {
            Target target = target(file, entry.like());
            if (target == null) {
                file.defects.add(entry.line(), "“like” names “" + entry.like() + "”, which no file has");
            } else {
                ModelTraits other = draft(target.file, target.entry, path);
                draft = draft.orElse(target.file == file ? other : other.from(target.file.provider));
            }
        }
        resolved.put(key, draft);
        return draft;
    }

    private record Target(ProviderFile file, ProviderFile.Entry entry) {}

    /**
     * A reseller may have a model under the very name, maker and all, that it has at its maker: there the maker's is
     * meant.
     */
    private @Nullable Target target(ProviderFile file, String name) {
        ProviderFile.Entry here = file.models.get(name);
        int slash = name.indexOf('/');
        ProviderFile other = slash < 0 ? null : files.get(name.substring(0, slash));
        ProviderFile.Entry there = other == null ? null : other.models.get(name.substring(slash + 1));
        if (here != null && (there == null || !file.qualifiedOnly)) {
            return new Target(file, here);
        }
        return other == null || there == null ? null : new Target(other, there);
    }

    /** The sources of other files that what was taken over refers to, by {@code provider:key}. */
    private Map<String, Source> inherited(ModelTraits draft) {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (String key : draft.sourceKeys()) {
            int colon = key.indexOf(':');
            ProviderFile other = colon < 0 ? null : files.get(key.substring(0, colon));
            if (other != null && other.sources.containsKey(key.substring(colon + 1))) {
                sources.put(key, other.sources.get(key.substring(colon + 1)));
            }
        }
        return sources;
    }

    /** The newest date of a source and a hash of everything: changes whenever the content does. */
    private String version(Map<String, String> texts) {
        String newest = files.values().stream()
                .flatMap(f -> f.sources.values().stream())
                .map(Source::asOf)
                .max(String::compareTo)
                .orElse("none");
        List<String> content = new ArrayList<>();
        new TreeMap<>(texts).forEach((name, text) -> {
            content.add(name);
            content.add(text);
        });
        content.add(kilo == 1024 ? "k = 1024" : "k = 1000");
        return newest + "-" + ContentHash.of(content);
    }
}
