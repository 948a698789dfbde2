package smeta.http.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import smeta.http.problem.BadQuery;
import smeta.http.problem.Problem;

/**
 * Checks beans of parameters that an operation validates itself: because what is right depends on the body, or because it is
 * asked so often that what {@code @Valid} costs shows.
 */
@ApplicationScoped
public class ParameterCheck {
    // a validator is made when it is first asked for, which takes a good part of a first answer
    @Inject
    Instance<Validator> validator;

    /**
     * As {@code @Valid} at a parameter of an operation, but asks Bean Validation only where the query has a value with
     * bounds, or one that is wrong: nothing else can fail.
     *
     * @throws BadQuery with everything that is wrong
     */
    public void require(QueryParameters parameters) {
        if (ParameterWords.of(parameters.getClass())
                        .anyBounded(parameters.values().keySet())
                || !UnderstoodValidator.errors(parameters).isEmpty()) {
            List<Problem.Error> errors = errors(parameters);
            if (!errors.isEmpty()) {
                throw new BadQuery(errors);
            }
        }
    }

    /** Reads the words of a bean, which else happens when it is first checked. */
    public static void learn(Class<? extends QueryParameters> bean) {
        ParameterWords.of(bean);
    }

    /** Everything that is wrong with the bean. */
    public List<Problem.Error> errors(QueryParameters parameters) {
        return ParameterErrors.of(validator.get().validate(parameters));
    }

    /** @throws BadQuery if there are any: the operation takes none */
    public void requireNone(MultivaluedMap<String, String> values) {
        List<Problem.Error> errors = errors(fill(new QueryParameters(), values));
        if (!errors.isEmpty()) {
            throw new BadQuery(errors);
        }
    }

    /** Fills a bean with the values of a file, whose words are those of a query. */
    public <T extends QueryParameters> T fill(T parameters, MultivaluedMap<String, String> values) {
        return ParameterWords.of(parameters.getClass()).fill(parameters, values);
    }
}
