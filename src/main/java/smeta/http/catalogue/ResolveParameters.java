package smeta.http.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import smeta.http.problem.Problem;
import smeta.http.query.QueryParameters;
import smeta.http.query.SellerParameters;

/** The names that are asked about. */
@RegisterForReflection
public class ResolveParameters extends QueryParameters {
    /** How many names one request may ask about. */
    private static final int MOST = 1_000;

    @QueryParam("name")
    @Parameter(description = "A name in any spelling; repeatable, up to 1,000 times.", example = "azure/gpt-4o")
    public List<String> names = List.of();

    @BeanParam
    @Valid
    public SellerParameters seller = new SellerParameters();

    @Override
    public void contradictions(List<Problem.Error> errors) {
        if (names.isEmpty() || names.size() > MOST) {
            errors.add(new Problem.Error(
                    "name",
                    "Expected from 1 to " + MOST + " names, found " + names.size() + ".",
                    "for example name=azure/gpt-4o, repeated for more"));
        }
    }
}
