package smeta.http.batches;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import smeta.http.problem.Problem;

/** The last line of a batch or a log that was given up. */
@RegisterForReflection
@Schema(name = "BatchEnd", description = "The last line of a batch or a log that was given up: why.")
public record BatchEndAnswer(
        @Schema(required = true, description = "why no further line is answered")
        Problem problem) {}
