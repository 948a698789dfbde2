package smeta.http.checks;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import smeta.http.problem.Problem;

/** A denial as a problem: what {@code deny_status=} turns it into. The fields of both stand side by side. */
@RegisterForReflection
@Schema(name = "DenialProblem", description = "A denial with the status that deny_status= asks for.")
record DenialProblem(
        @JsonUnwrapped Problem problem, @JsonUnwrapped CheckAnswer check) {
    static DenialProblem of(CheckAnswer check, int status) {
        return new DenialProblem(
                Problem.of(
                        status,
                        check.reasons().get(0),
                        "Denied",
                        "The request may not pass: " + String.join(", ", check.reasons()) + ".",
                        check.wouldFit() == null
                                ? null
                                : "it passes with a reply cap of "
                                        + check.wouldFit().maxOutput() + " tokens"),
                check);
    }
}
