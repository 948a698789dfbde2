package smeta.http.calibrations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer of {@code POST /v1/calibrations}; saved as a file it is what the service learns from. */
@Schema(name = "Calibration", description = "What was learnt from lines of a log, by model. Shares are of 1.")
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalibrationAnswer(
        @Schema(required = true, description = "the version of the format")
        int calibration,

        @Schema(required = true, description = "the day on which it was made")
        LocalDate made,

        @Schema(required = true, description = "the catalogue's version")
        String catalogue,

        @Schema(required = true, description = "how many lines came, and how many were used")
        Lines lines,

        @Schema(required = true, description = "lines that were not used, by the reason")
        Map<String, Long> problems,

        @Schema(description = "share of unseen lines within the bounds for 95 %, over all models") @Nullable
        BigDecimal coverage,

        @Schema(required = true, description = "models with fewer than 20 lines, of which nothing is said")
        @JsonProperty("too_few_lines")
        List<String> tooFewLines,

        @Schema(required = true, description = "a part for each model of each seller")
        List<CalibratedModel> models,

        @Schema(description = "with against=current: how well the calibrations in use fit these lines") @Nullable
        List<DriftOfModel> drift) {
    /** How many lines came, and how many were used. */
    @Schema(name = "CalibrationLines", description = "How many lines came, and how many were used.")
    public record Lines(
            @Schema(required = true, description = "lines that came")
            long read,

            @Schema(required = true, description = "lines that something was learnt from")
            long used) {}

    /** How good estimates are, as shares of the truth. */
    @Schema(name = "ErrorFigures", description = "How good estimates are on lines that took no part in the fit.")
    public record Figures(
            @Schema(required = true, description = "median deviation, a share of the truth")
            BigDecimal median,

            @Schema(required = true, description = "95th percentile of it")
            BigDecimal p95,

            @Schema(required = true, description = "share of the lines within the bounds")
            BigDecimal inside,

            @Schema(required = true, description = "median distance of the bounds, a share of the truth")
            BigDecimal width) {}

    /** How well a calibration in use fits. */
    @Schema(name = "CalibrationDrift", description = "How well a calibration in use fits the lines.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DriftOfModel(
            @Schema(required = true, description = "provider/id")
            String model,

            @Schema(required = true, description = "the day on which the calibration in use was made, UTC")
            LocalDate made,

            @Schema(required = true, description = "new lines of this model")
            long lines,

            @Schema(required = true, description = "how the calibrated estimates miss the truth on the new lines")
            Figures now,

            @Schema(description = "what the file promises") @Nullable
            Figures promised,

            @Schema(required = true, description = "whether the new lines lie outside of the bounds too often")
            @JsonProperty("calibrate_again")
            boolean again) {}
}
