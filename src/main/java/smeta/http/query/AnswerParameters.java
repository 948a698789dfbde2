package smeta.http.query;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Bound;

/** What the answer shows, and in which order. */
@RegisterForReflection
public class AnswerParameters {
    /** What an answer has only if it is asked for. */
    public enum Include {
        LINES,
        PARTS,
        SOURCES
    }

    @QueryParam("bound")
    @Parameter(
            description = "The bound on which a decision is taken. Left out: high for checks, else likely.",
            example = "high")
    public @Nullable Bound bound;

    @QueryParam("sort")
    @Parameter(
            description =
                    "The order of the estimates, of what fits, is on offer and has a complete price. After it comes"
                            + " what fits but is retired, an experiment or without a complete price, then what may not"
                            + " fit, then what doesn't. Left out: as asked.",
            example = "cost")
    public EstimateQuery.@Nullable Sort sort;

    @QueryParam("include")
    @Separator(",")
    @Parameter(description = "What else the answer shows.", example = "lines")
    public List<Include> include = List.of();

    @QueryParam("scale")
    @Min(2)
    @Max(18)
    @Parameter(description = "Decimals of amounts; trailing zeros are dropped down to 2. Left out: 6.", example = "6")
    public @Nullable Integer scale;

    @QueryParam("calibration")
    @Parameter(description = ParameterTexts.CALIBRATION, example = "off")
    public @Nullable CalibrationSwitch calibration;

    /** Whether what was learnt counts. */
    public boolean calibrated() {
        return calibration != CalibrationSwitch.OFF;
    }
}
