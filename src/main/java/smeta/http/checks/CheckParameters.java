package smeta.http.checks;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Bound;
import smeta.estimate.Check;
import smeta.http.problem.Problem;
import smeta.http.query.EstimateParameters;
import smeta.http.query.EstimateQuery;

/** The parameters of a check: those of an estimate, the limit, and what a denial looks like. */
@RegisterForReflection
public class CheckParameters extends EstimateParameters {
    /** What becomes of a price or a limit that nobody publishes. */
    public enum Unknown {
        DENY,
        ALLOW
    }

    @QueryParam("limit")
    @Parameter(
            description = "The most that the request may cost, in the currency asked for, else the seller's own.",
            example = "5.00",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]+(\\.[0-9]+)?$"))
    public @Nullable BigDecimal limit;

    @QueryParam("unknown")
    @Parameter(
            description = "What becomes of a model, a price or a limit that nobody publishes. Left out: deny.",
            example = "deny")
    public @Nullable Unknown unknown;

    @QueryParam("deny_status")
    @Pattern(regexp = "402|403|413|429", message = "one of 402, 403, 413, 429")
    @Parameter(
            description = "The status of a denial, for gateways that look only at the status. Left out: 200.",
            example = "403",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"402", "403", "413", "429"}))
    public @Nullable String denyStatus;

    @QueryParam("alternatives")
    @Parameter(description = "Whether a denial names models with which the request passes.", example = "true")
    public @Nullable Boolean alternatives;

    @QueryParam("accel")
    @Pattern(regexp = "@[A-Za-z0-9_-]{1,60}", message = "the name of an nginx location like @vendor")
    @Parameter(
            description = "The named location to which nginx sends an allowed request on, as X-Accel-Redirect.",
            example = "@vendor")
    public @Nullable String accel;

    @Override
    public void contradictions(List<Problem.Error> errors) {
        super.contradictions(errors);
        if (models.everyone() || models.names().size() > 1) {
            errors.add(new Problem.Error(
                    "models", "A check is about one model; “models” names more.", "name one, or ask /v1/estimates"));
        }
    }

    CheckQuery check(Clock clock) {
        EstimateQuery common = asked(clock, Bound.HIGH);
        return new CheckQuery(
                common,
                new Check.Rules(limit, unknown == Unknown.ALLOW),
                denyStatus == null ? null : Integer.valueOf(denyStatus),
                Boolean.TRUE.equals(alternatives),
                accel);
    }
}
