package smeta.catalogue;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import smeta.name.NameIndex;
import smeta.name.Sellers;

/** The models, found by id or listed alias, exactly; no prefix is ever guessed. Immutable. */
public final class Catalogue {
    private final String version;
    private final List<Listing> listings;
    private final Map<String, Listing> byName;
    private final ListedNames names;
    private final WideList.Rows wideRows;
    private final WideList wide;

    private Catalogue(
            String version,
            List<Listing> listings,
            Map<String, Listing> byName,
            ListedNames names,
            WideList.Rows wide,
            UnaryOperator<Model> prices) {
        this.version = version;
        this.listings = List.copyOf(listings);
        this.byName = byName;
        this.names = names;
        wideRows = wide;
        this.wide = wide.over(this, prices);
    }

    /** The same, with offers that only public tables have, second in rank; not read before they are asked for. */
    public Catalogue with(WideList.Rows wide) {
        return new Catalogue(versionWith(wide.version()), listings, byName, names, wide, UnaryOperator.identity());
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

    /** In the order of the files, by provider; each is made when it is first taken out. */
    public List<Model> models() {
        return new Models(listings);
    }

    /** Names alone, in the order of the models. */
    public List<Listing> listings() {
        return listings;
    }

    public Map<String, Integer> countsByProvider() {
        Map<String, Integer> counts = new TreeMap<>();
        listings.forEach(m -> counts.merge(m.provider(), 1, Integer::sum));
        return counts;
    }

    /** The same models under the same names, each with the prices that the change gives it. */
    public Catalogue repriced(String newVersion, UnaryOperator<Model> change) {
        List<Listing> changed = listings.stream()
                .map(m -> Listing.of(change.apply(m.model()), m.qualifiedOnly()))
                .toList();
        Map<String, Listing> named = names(changed, new ArrayList<>());
        return new Catalogue(newVersion, changed, named, names, wideRows, change);
    }

    /**
     * By {@code provider/id}, id, or alias (bare or qualified; an id that begins with a seller's or maker's name and a
     * slash is found qualified only); in the wide list by {@code seller/id} alone.
     */
    public Optional<Model> find(String name) {
        Optional<Model> own = findOwn(name);
        return own.isPresent() || name.indexOf('/') < 0 ? own : wide.find(name);
    }

    /**
     * By {@code provider/id} alone, or {@code provider/alias}: never another's offer whose id happens to be that.
     *
     * @param key as a name was resolved to
     */
    public Optional<Model> offer(String key) {
        Listing found = byName.get(key);
        return found != null && found.isNamed(key) ? Optional.of(found.model()) : wide.find(key);
    }

    /** The same in the main list alone. */
    public Optional<Model> findOwn(String name) {
        Listing found = byName.get(name);
        return found == null ? Optional.empty() : Optional.of(found.model());
    }

    /** The main list's names in every spelling. Made once, when it is first asked for, whatever list stands behind it. */
    public NameIndex index() {
        return names.index();
    }

    /** @param defects takes the names that two models share; with any, the catalogue is of no use */
    public static Catalogue of(
            String version, Collection<Model> models, Collection<String> qualifiedOnly, List<String> defects) {
        return of(
                version,
                models.stream()
                        .sorted(Comparator.comparing(Model::provider))
                        .map(m -> Listing.of(m, qualifiedOnly.contains(m.provider())))
                        .toList(),
                defects);
    }

    /** Of models that were found to be in order before, by provider. */
    public static Catalogue of(String version, List<Listing> listings) {
        return of(version, listings, new ArrayList<>());
    }

    private static Catalogue of(String version, List<Listing> listings, List<String> defects) {
        Map<String, Listing> named = names(listings, defects);
        return new Catalogue(
                version, listings, named, new ListedNames(listings, named), NoWideList.NONE, UnaryOperator.identity());
    }

    private static Map<String, Listing> names(List<Listing> listings, List<String> defects) {
        Map<String, Listing> byName = new HashMap<>(4 * listings.size());
        for (Listing listing : listings) {
            Set<Listing> reported = new HashSet<>();
            for (String name : names(listing)) {
                Listing other = byName.putIfAbsent(name, listing);
                if (other != null && other != listing && reported.add(other)) {
                    defects.add(listing.model().origin() + ": the name “" + name + "” already means "
                            + other.model().qualifiedId() + " (" + other.model().origin() + ")");
                }
            }
        }
        return byName;
    }

    private static List<String> names(Listing model) {
        List<String> names = new ArrayList<>();
        if (!model.qualifiedOnly()) {
            names.add(model.id());
            names.addAll(model.aliases());
            names.removeIf(Catalogue::isSomebodys);
        }
        names.add(model.provider() + "/" + model.id());
        model.aliases().forEach(a -> names.add(model.provider() + "/" + a));
        return names;
    }

    /** {@code openai/gpt-oss-120b} is what OpenAI sells, whoever has it as an id. */
    private static boolean isSomebodys(String id) {
        int slash = id.indexOf('/');
        return slash > 0 && Sellers.bundled().isNamed(id.substring(0, slash));
    }

    private static final class Models extends AbstractList<Model> implements RandomAccess {
        private final List<Listing> listings;

        Models(List<Listing> listings) {
            this.listings = listings;
        }

        @Override
        public Model get(int index) {
            return listings.get(index).model();
        }

        @Override
        public int size() {
            return listings.size();
        }
    }
}
