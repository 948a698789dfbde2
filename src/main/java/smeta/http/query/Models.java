package smeta.http.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Model;
import smeta.catalogue.NamedModel;
import smeta.http.problem.BadQuery;
import smeta.http.problem.Problem;
import smeta.http.problem.UnknownModel;
import smeta.name.Resolution;

/** Which models a query means. */
public final class Models {
    private Models() {}

    /**
     * The models that were found, and the names that mean none.
     *
     * @param more with {@code models=*}: whether others come after these
     */
    public record Choice(List<NamedModel> found, List<String> unknown, boolean more) {}

    /**
     * @param bodyModel what the body names, if the query names none
     * @throws UnknownModel if one name was asked for, and there is no such model
     * @throws BadQuery if no model is named at all
     */
    public static Choice choose(
            Catalogue catalogue, AskedNames names, EstimateQuery query, @Nullable String bodyModel) {
        if (query.everyone()) {
            return everyone(catalogue, names, query);
        }
        List<String> asked =
                !query.models().isEmpty() ? query.models() : bodyModel == null ? List.of() : List.of(bodyModel);
        if (asked.isEmpty()) {
            throw new BadQuery(List.of(new Problem.Error(
                    "models",
                    "Neither the query nor the body names a model.",
                    "add models=gpt-4o, several separated by commas, or models=*")));
        }
        Map<String, NamedModel> found = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String name : asked) {
            names.find(name)
                    .ifPresentOrElse(
                            named -> (query.offers() ? names.offers(named) : List.of(named))
                                    .forEach(offer -> found.putIfAbsent(
                                            query.offers() ? offer.model().qualifiedId() : name, offer)),
                            () -> unknown.add(name));
        }
        if (asked.size() == 1 && !unknown.isEmpty()) {
            throw new UnknownModel(asked.get(0), names.suggestions(asked.get(0)));
        }
        return new Choice(List.copyOf(found.values()), unknown, false);
    }

    /** One page in the order of the lists; all where another order is asked for, which has pages of its own. */
    private static Choice everyone(Catalogue catalogue, AskedNames names, EstimateQuery query) {
        List<String> keys = names.search(query.search(), query.provider(), query.all());
        boolean ordered = query.sort() != null;
        int most = ordered ? keys.size() : query.page().size();
        List<NamedModel> found = new ArrayList<>();
        for (String key : keys.subList(ordered ? 0 : query.page().start(keys, Function.identity()), keys.size())) {
            Model model = catalogue.offer(key).filter(m -> matches(m, query)).orElse(null);
            if (model != null && found.size() == most) {
                return new Choice(found, List.of(), true);
            }
            if (model != null) {
                String id = model.qualifiedId();
                found.add(new NamedModel(id, model, new Resolution.Listed(id, id, List.of())));
            }
        }
        return new Choice(found, List.of(), false);
    }

    private static boolean matches(Model model, EstimateQuery query) {
        return model.accepts().containsAll(query.accepts())
                && (query.minContext() == null || model.limits().windowTokens().orElse(-1) >= query.minContext());
    }
}
