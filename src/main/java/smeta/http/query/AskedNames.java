package smeta.http.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.Model;
import smeta.catalogue.NamedModel;
import smeta.estimate.UsualDialect;
import smeta.http.problem.BadQuery;
import smeta.http.problem.Problem;
import smeta.http.problem.UnknownModel;
import smeta.prompt.Dialect;

/** The names of one request, read as its seller's. */
public final class AskedNames {
    private final CatalogueNames names;
    private final @Nullable String seller;

    private AskedNames(CatalogueNames names, @Nullable String seller) {
        this.names = names;
        this.seller = seller;
    }

    /**
     * @param seller what the query says; null for the setting's or the makers' names
     * @throws BadQuery if there is no such seller
     */
    public static AskedNames of(CatalogueNames names, @Nullable String seller) {
        if (seller != null && !names.isSeller(seller)) {
            throw new BadQuery(List.of(noSeller(seller)));
        }
        return new AskedNames(names, seller);
    }

    static Problem.Error noSeller(String seller) {
        return new Problem.Error(
                "seller",
                "There is no seller “" + (seller.length() <= 60 ? seller : seller.substring(0, 60) + "…") + "”.",
                "GET /v1/catalogue lists the providers; gateways' words like vertex_ai are understood too");
    }

    public Optional<NamedModel> find(String name) {
        return names.find(name, seller);
    }

    /** The model alone, with or without prices under that name. */
    public Optional<Model> model(String name) {
        return find(name).map(NamedModel::model);
    }

    /** @throws UnknownModel if the name means nothing that is known */
    public NamedModel require(String name) {
        return find(name).orElseThrow(() -> new UnknownModel(name, suggestions(name)));
    }

    /** What an unknown name may have meant. */
    public List<String> suggestions(String name) {
        return names.suggestions(name, 5);
    }

    /** The keys of the models that have these words, of one list or both. */
    List<String> search(@Nullable String words, @Nullable String provider, boolean all) {
        return names.search(words, provider, all);
    }

    /** Whose request shape the named model's seller speaks, to break ties; null if the name is not known. */
    public @Nullable Dialect dialect(String name) {
        return find(name).map(named -> UsualDialect.of(named.model())).orElse(null);
    }

    /** Other sellers' offers of the same model. */
    public List<String> others(NamedModel named) {
        return names.others(named);
    }

    /** The named offer and every other seller's. */
    List<NamedModel> offers(NamedModel named) {
        return names.offers(named).stream()
                .map(model -> new NamedModel(named.asked(), model, named.resolution()))
                .toList();
    }
}
