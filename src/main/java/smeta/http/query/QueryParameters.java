package smeta.http.query;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.http.problem.Problem;

/**
 * The parameters of an operation, none if they are just these: a bean that JAX-RS fills and Bean Validation checks. A
 * field annotated as a query parameter is all that a new one needs; groups of them are fields annotated as beans.
 */
@Understood
public class QueryParameters {
    @Context
    @Schema(hidden = true)
    @Nullable
    UriInfo uri;

    /** Of a scenario's workload, which does not come in a query. */
    @Schema(hidden = true)
    @Nullable
    MultivaluedMap<String, String> given;

    MultivaluedMap<String, String> values() {
        return given != null ? given : Objects.requireNonNull(uri).getQueryParameters();
    }

    /** Adds what is wrong between values that are right one by one. */
    public void contradictions(List<Problem.Error> errors) {}
}
