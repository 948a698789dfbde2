package smeta.http.batches;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import smeta.http.query.EstimateParameters;

/** The parameters of a batch: those of an estimate, and which lines are answered. */
@RegisterForReflection
public class BatchParameters extends EstimateParameters {
    @QueryParam("lines")
    @Parameter(
            description = "Which lines have an answer of their own: all, those with problems, or none, which leaves the"
                    + " summary alone. Left out: all.",
            example = "problems")
    public @Nullable AnsweredLines lines;

    AnsweredLines answered() {
        return lines == null ? AnsweredLines.ALL : lines;
    }
}
