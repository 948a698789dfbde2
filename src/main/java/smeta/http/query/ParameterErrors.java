package smeta.http.query;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import smeta.http.problem.BadQuery;
import smeta.http.problem.Problem;

/** From the violations of a bean of parameters to one problem that has them all, in the vocabulary's order. */
public class ParameterErrors {
    @ServerExceptionMapper
    Response violated(ResteasyReactiveViolationException e) {
        return new BadQuery(of(e.getConstraintViolations())).problem().response();
    }

    static List<Problem.Error> of(Collection<? extends ConstraintViolation<?>> violations) {
        List<Problem.Error> errors = new ArrayList<>();
        for (ConstraintViolation<?> violation : violations) {
            HibernateConstraintViolation<?> detailed = violation.unwrap(HibernateConstraintViolation.class);
            BadValues bad = detailed.getDynamicPayload(BadValues.class);
            if (bad != null) {
                errors.addAll(bad.errors());
            } else {
                errors.add(vocabulary(violation)
                        .outOfBounds(field(violation.getPropertyPath()), violation.getInvalidValue()));
            }
        }
        if (!errors.isEmpty()) {
            ParameterWords vocabulary = vocabulary(violations.iterator().next());
            errors.sort(Comparator.comparingInt(error -> vocabulary.place(error.parameter())));
        }
        return errors;
    }

    /** That of the whole bean, also if the value stands in one of its groups. */
    private static ParameterWords vocabulary(ConstraintViolation<?> violation) {
        Object[] ofMethod = violation.getExecutableParameters();
        Object bean = ofMethod == null
                ? violation.getRootBean()
                : Arrays.stream(ofMethod)
                        .filter(p -> p instanceof QueryParameters)
                        .findFirst()
                        .orElseThrow();
        return ParameterWords.of(bean.getClass());
    }

    private static String field(Path path) {
        String field = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PROPERTY) {
                field = node.getName();
            }
        }
        return field;
    }
}
