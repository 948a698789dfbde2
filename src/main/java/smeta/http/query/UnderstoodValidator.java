package smeta.http.query;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import smeta.http.problem.Problem;

/** Finds everything that is wrong with a query at once, and hands it on as the violation's payload. */
public class UnderstoodValidator implements ConstraintValidator<Understood, QueryParameters> {
    @Override
    public boolean isValid(QueryParameters parameters, ConstraintValidatorContext context) {
        List<Problem.Error> errors = errors(parameters);
        if (errors.isEmpty()) {
            return true;
        }
        context.unwrap(HibernateConstraintValidatorContext.class).withDynamicPayload(new BadValues(errors));
        return false;
    }

    /** All that isn't about the bounds of one value. */
    static List<Problem.Error> errors(QueryParameters parameters) {
        List<Problem.Error> errors =
                new ArrayList<>(ParameterWords.of(parameters.getClass()).errors(parameters.values()));
        parameters.contradictions(errors);
        return errors;
    }
}
