package smeta.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The models, found by id or listed alias, exactly; no prefix is ever guessed. Immutable. */
public final class Catalogue {
    private final String version;
    private final List<Model> models;
    private final Map<String, Model> byName;
    private final WideList.Rows wideRows;
    private final WideList wide;

    private Catalogue(
            String version,
            List<Model> models,
            Map<String, Model> byName,
            WideList.Rows wide,
            UnaryOperator<Model> prices) {
        this.version = version;
        this.models = List.copyOf(models);
        this.byName = Collections.unmodifiableMap(byName);
        wideRows = wide;
        this.wide = wide.over(this, prices);
    }

    /** The same, with offers that only public tables have, second in rank. They are not read before they are asked for. */
    public Catalogue with(WideList.Rows wide) {
        return new Catalogue(versionWith(wide.version()), models, byName, wide, UnaryOperator.identity());
    }

    private String versionWith(String other) {
        String days = version.substring(0, version.lastIndexOf('-'));
        String otherDays = other.substring(0, Math.max(0, other.lastIndexOf('-')));
        return (days.compareTo(otherDays) < 0 ? otherDays : days) + "-" + ContentHash.of(List.of(version, other));
    }

    /** What public tables say of offers that aren't in the catalogue's own files. */
    public WideList wide() {
        return wide;
    }

    /** Changes whenever the content does: the newest date of a source, and a hash of the files. */
    public String version() {
        return version;
    }

    /** In the order of the files, by provider. */
    public List<Model> models() {
        return models;
    }

    public Map<String, Integer> countsByProvider() {
        Map<String, Integer> counts = new TreeMap<>();
        models.forEach(m -> counts.merge(m.provider(), 1, Integer::sum));
        return counts;
    }

    /** The same models under the same names, each with the prices that the change gives it. */
    public Catalogue repriced(String newVersion, UnaryOperator<Model> change) {
        Map<Model, Model> changed = new IdentityHashMap<>();
        List<Model> all = models.stream()
                .map(m -> changed.computeIfAbsent(m, change))
                .toList();
        Map<String, Model> names = new LinkedHashMap<>();
        byName.forEach((name, model) -> names.put(name, changed.get(model)));
        return new Catalogue(newVersion, all, names, wideRows, change);
    }

    /** By {@code provider/id}, id, or alias (bare or qualified); in the wide list by {@code seller/id} alone. */
    public Optional<Model> find(String name) {
        Optional<Model> own = findOwn(name);
        return own.isPresent() || name.indexOf('/') < 0 ? own : wide.find(name);
    }

    /** The same in the main list alone. */
    public Optional<Model> findOwn(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** @param defects takes the names that two models share; with any, the catalogue is of no use */
    public static Catalogue of(
            String version, Collection<Model> models, Collection<String> qualifiedOnly, List<String> defects) {
        Map<String, Model> byName = new LinkedHashMap<>();
        List<Model> sorted = models.stream().sorted(Comparator.comparing(Model::provider)).toList();
        for (Model model : sorted) {
            Set<Model> reported = new HashSet<>();
            for (String name : names(model, qualifiedOnly.contains(model.provider()))) {
                Model other = byName.putIfAbsent(name, model);
                if (other != null && other != model && reported.add(other)) {
                    defects.add(model.origin() + ": the name “" + name + "” already means " + other.qualifiedId() + " ("
                            + other.origin() + ")");
                }
            }
        }
        return new Catalogue(version, sorted, byName, NoWideList.NONE, UnaryOperator.identity());
    }

    private static List<String> names(Model model, boolean qualifiedOnly) {
        List<String> names = new ArrayList<>();
        if (!qualifiedOnly) {
            names.add(model.id());
            names.addAll(model.aliases());
        }
        names.add(model.qualifiedId());
        model.aliases().forEach(a -> names.add(model.provider() + "/" + a));
        return names;
    }
}
