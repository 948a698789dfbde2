package smeta.http.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    /** Models of both lists in one answer. */
    private static final int MOST = 1_000;

    private Models() {}

    public record Choice(List<NamedModel> found, List<String> unknown) {}

    /**
     * @param bodyModel what the body names, if the query names none
     * @throws UnknownModel if one name was asked for, and there is no such model
     * @throws BadQuery if no model is named at all
     */
    public static Choice choose(
            Catalogue catalogue, AskedNames names, EstimateQuery query, @Nullable String bodyModel) {
        if (query.everyone()) {
            return new Choice(everyone(catalogue, names, query), List.of());
        }
        List<String> asked =
                !query.models().isEmpty() ? query.models() : bodyModel == null ? List.of() : List.of(bodyModel);
        if (asked.isEmpty()) {
            throw new BadQuery(List.of(new Problem.Error("models", "Neither the query nor the body names a model.",
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
        return new Choice(List.copyOf(found.values()), unknown);
    }

    private static List<NamedModel> everyone(Catalogue catalogue, AskedNames names, EstimateQuery query) {
        List<String> keys = names.search(query.search(), query.provider(), query.all());
        if (query.all() && keys.size() > MOST) {
            throw new BadQuery(List.of(new Problem.Error(
                    "list",
                    "Both lists have " + keys.size() + " such models; one answer has at most " + MOST + ".",
                    "narrow them with search or provider, or name one model with offers=all")));
        }
        return keys.stream()
                .flatMap(key -> catalogue.find(key).stream())
                .filter(m -> matches(m, query))
                .map(m -> new NamedModel(
                        m.qualifiedId(), m, new Resolution.Listed(m.qualifiedId(), m.qualifiedId(), List.of())))
                .toList();
    }

    private static boolean matches(Model model, EstimateQuery query) {
        return model.accepts().containsAll(query.accepts())
                && (query.minContext() == null
                        || model.limits().windowTokens().orElse(-1) >= query.minContext());
    }
}
