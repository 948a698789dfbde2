package smeta.catalogue;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A model's names, and the model itself, which may be made when it is first asked for. Thread-safe. */
public final class Listing {
    private final String provider;
    private final String providerTitle;
    private final String id;
    private final List<String> aliases;
    private final boolean qualifiedOnly;
    private final Function<Listing, Model> source;
    private volatile @Nullable Model model;

    /**
     * @param qualifiedOnly whether the model is only found with its provider: {@code provider/id}
     * @param source        makes the model of these names; asked once
     */
    public Listing(
            String provider,
            String providerTitle,
            String id,
            List<String> aliases,
            boolean qualifiedOnly,
            Function<Listing, Model> source) {
        this.provider = provider;
        this.providerTitle = providerTitle;
        this.id = id;
        this.aliases = List.copyOf(aliases);
        this.qualifiedOnly = qualifiedOnly;
        this.source = source;
    }

    /** Of a model that is there already. */
    static Listing of(Model model, boolean qualifiedOnly) {
        Listing listing = new Listing(
                model.provider(), model.providerTitle(), model.id(), model.aliases(), qualifiedOnly, names -> model);
        listing.model = model;
        return listing;
    }

    public String provider() {
        return provider;
    }

    public String providerTitle() {
        return providerTitle;
    }

    public String id() {
        return id;
    }

    public List<String> aliases() {
        return aliases;
    }

    /** Whether the text is {@code provider/id}, or an alias in the id's place. */
    boolean isNamed(String key) {
        String own = provider + "/";
        String name = key.startsWith(own) ? key.substring(own.length()) : "";
        return name.equals(id) || aliases.contains(name);
    }

    public boolean qualifiedOnly() {
        return qualifiedOnly;
    }

    public Model model() {
        Model known = model;
        return known != null ? known : make();
    }

    private synchronized Model make() {
        Model known = model;
        if (known == null) {
            known = source.apply(this);
            model = known;
        }
        return known;
    }
}
