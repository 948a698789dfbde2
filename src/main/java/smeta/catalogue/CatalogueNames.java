package smeta.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smeta.name.Resolution;
import smeta.name.Resolver;
import smeta.name.Sellers;

/** Which models of a catalogue names mean. Immutable and thread-safe; one is made for each catalogue. */
public final class CatalogueNames {
    private final Catalogue catalogue;
    private final Resolver resolver;
    private final @Nullable String usualSeller;
    private final Map<String, String> titles;
    private final Function<String, Optional<NamedModel>> own;

    private CatalogueNames(
            Catalogue catalogue,
            Resolver resolver,
            @Nullable String usualSeller,
            Map<String, String> titles,
            Function<String, Optional<NamedModel>> own) {
        this.catalogue = catalogue;
        this.resolver = resolver;
        this.usualSeller = usualSeller;
        this.titles = titles;
        this.own = own;
    }

    /** @param usualSeller whose names come in where the caller names no seller; null for the makers' */
    public static CatalogueNames of(Catalogue catalogue, @Nullable String usualSeller) {
        Resolver resolver =
                Resolver.over(catalogue.index(), () -> catalogue.wide().names());
        Map<String, String> titles = new HashMap<>();
        catalogue.listings().forEach(m -> titles.put(m.provider(), m.providerTitle()));
        return new CatalogueNames(catalogue, resolver, usualSeller, titles, name -> Optional.empty());
    }

    /**
     * The same names over the same models at a customer's prices, and names of its own, which win over all others.
     *
     * @param repriced this catalogue, with other prices
     */
    public CatalogueNames with(Catalogue repriced, Function<String, Optional<NamedModel>> names) {
        return new CatalogueNames(repriced, resolver, usualSeller, titles, names);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /**
     * The model that a name means, in any spelling: a listed offer, or one without a price that is counted like a
     * listed model.
     *
     * @param seller whose names come in, by any of its names; null for the usual one's
     */
    public Optional<NamedModel> find(String name, @Nullable String seller) {
        Optional<NamedModel> agreed = own.apply(name);
        if (agreed.isPresent()) {
            return agreed;
        }
        Resolution resolution = resolver.resolve(name, seller == null ? usualSeller : seller);
        return model(resolution).map(model -> new NamedModel(name, model, resolution));
    }

    private Optional<Model> model(Resolution resolution) {
        if (resolution instanceof Resolution.Listed listed) {
            return catalogue.offer(listed.model()).map(m -> asNamed(m, listed));
        }
        if (resolution instanceof Resolution.Unpriced unpriced) {
            return catalogue
                    .offer(unpriced.like())
                    .map(like -> UnlistedModel.like(
                            like, unpriced, titles.getOrDefault(unpriced.seller(), unpriced.seller())));
        }
        return Optional.empty();
    }

    /** Where the name says that it is served, and what a person should know of how it was understood. */
    private Model asNamed(Model model, Resolution.Listed listed) {
        Model served = listed.location() == null ? model : model.servedIn(listed.location());
        if (listed.by().contains("not_sold_by_maker")) {
            served = served.saying("No list has this name at its maker: this is the price of " + model.providerTitle()
                    + ", the only seller that is listed with it.");
        }
        String otherSite = resolver.atOtherSite(listed);
        return otherSite == null
                ? served
                : served.saying("The name means either site of the house: this is the price of " + model.providerTitle()
                        + "; that of " + otherSite + " is another.");
    }

    /** Other offers of the same model, by {@code seller/id}. */
    public List<String> others(NamedModel named) {
        return resolver.others(named.resolution());
    }

    /** The named offer, and every other seller's of the same model. */
    public List<Model> offers(NamedModel named) {
        List<Model> offers = new java.util.ArrayList<>();
        offers.add(named.model());
        others(named).forEach(key -> catalogue.offer(key).ifPresent(offers::add));
        return List.copyOf(offers);
    }

    /** The offers of the wide list that the main list doesn't have under whatever spelling, by {@code seller/id}. */
    public List<String> wideOffers() {
        return resolver.wide();
    }

    /**
     * The models that have these words, by {@code seller/id}: see {@link ModelSearch}.
     *
     * @param all whether the wide list is looked through too
     */
    public List<String> search(@Nullable String words, @Nullable String seller, boolean all) {
        return new ModelSearch(words, seller).keys(catalogue, this, all);
    }

    /** What public tables say of an offer that the main list has. */
    public List<Model> inTables(Model own) {
        return resolver.wideNames(own.qualifiedId()).stream()
                .flatMap(key -> catalogue.wide().find(key).stream())
                .toList();
    }

    /** Our id of the seller that this word names, here or in the rules. */
    public Optional<String> seller(String word) {
        return titles.containsKey(word) ? Optional.of(word) : Sellers.bundled().seller(word);
    }

    /** Whether this word names a seller, here or in the rules. */
    public boolean isSeller(String word) {
        return titles.containsKey(word) || resolver.isSeller(word);
    }

    /** The nearest names to an unknown one, at most {@code count}. */
    public List<String> suggestions(String unknown, int count) {
        return resolver.suggestions(unknown, count);
    }
}
