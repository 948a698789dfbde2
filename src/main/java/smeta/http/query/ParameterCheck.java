package smeta.http.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import smeta.http.problem.BadQuery;
import smeta.http.problem.Problem;

/** Checks beans of parameters that an operation validates itself, because what is right depends on the body. */
@ApplicationScoped
public class ParameterCheck {
    @Inject
    Validator validator;

    /** Everything that is wrong with the bean. */
    public List<Problem.Error> errors(QueryParameters parameters) {
        return ParameterErrors.of(validator.validate(parameters));
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
