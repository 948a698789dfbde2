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

/** What was learnt about one model of one seller. */
@Schema(name = "CalibratedModel", description = "What was learnt about one model of one seller.")
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalibratedModel(
        @Schema(required = true, description = "provider/id", examples = "anthropic/claude-sonnet-4-5")
        String model,

        @Schema(required = true, description = "lines that were learnt from")
        long lines,

        @Schema(description = "in UTC; absent if no line tells its day") @Nullable
        Days days,

        @Schema(required = true, description = "with which the bare estimates were made")
        String tokenizer,

        @Schema(required = true, description = "likewise") String framing,

        @Schema(description = "absent if too few lines tell the size of their prompt") @Nullable
        Input input,

        @Schema(required = true, description = "tokens of a reply, without reasoning that is reported apart")
        List<Length> reply,

        @Schema(required = true, description = "tokens of reasoning, where it is reported apart")
        List<Length> reasoning,

        @Schema(description = "share of the prompts' tokens that was read from the cache") @Nullable
        BigDecimal cached,

        @Schema(description = "absent if too few lines tell a cost") @Nullable
        Cost cost) {
    /** From the first to the last. */
    @Schema(name = "CalibrationDays", description = "From the first day to the last.")
    public record Days(
            @Schema(required = true, description = "first day, UTC")
            LocalDate from,

            @Schema(required = true, description = "last day, UTC")
            LocalDate to) {}

    /** What corrects the estimate of a prompt. */
    @Schema(name = "CalibratedInput", description = "What corrects the estimate of a prompt.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Input(
            @Schema(required = true, description = "that were looked at, at most 4096 different ones")
            long lines,

            @Schema(required = true, description = "ten times as far off as is usual")
            long outliers,

            @Schema(required = true, description = "what the estimate is multiplied by, and what is added")
            Factors factors,

            @Schema(description = "absent below 300 lines") @Nullable
            Bounds bounds,

            @Schema(required = true, description = "of the bare estimate")
            CalibrationAnswer.Figures before,

            @Schema(description = "with factors and bounds for 95 %")
            CalibrationAnswer.@Nullable Figures after,

            @Schema(description = "share of unseen lines that were not above the bound for 99.5 %")
            @JsonProperty("not_above_99.5")
            @Nullable
            BigDecimal notAbove,

            @Schema(description = "by how much the later half of the lines differs from the earlier, a share") @Nullable
            BigDecimal change,

            @Schema(required = true, description = "the spread that is left: truth over the corrected estimate")
            Ratios ratios) {}

    /** How many lines have which ratio of truth to estimate. */
    @Schema(
            name = "CalibrationRatios",
            description = "How many lines have which ratio of truth to estimate, by the least ratio of their class; a"
                    + " class of fewer than 20 lines is absent.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ratios(
            @Schema(required = true, description = "of the bare estimate")
            Map<String, Long> before,

            @Schema(description = "of the corrected one") @Nullable
            Map<String, Long> after) {}

    /** Truth over estimate. */
    @Schema(name = "InputFactors", description = "Truth over estimate, by what the text is made of.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Factors(
            @Schema(required = true, description = "of materials that came too rarely")
            BigDecimal text,

            @Schema(description = "latin, capital, accented, cyrillic, han, other, digit, mark, space") @Nullable
            Map<String, BigDecimal> materials,

            @Schema(required = true, description = "tokens besides the estimated framing") @JsonProperty("per_message")
            BigDecimal perMessage,

            @Schema(required = true, description = "tokens that are added to each request") @JsonProperty("per_request")
            BigDecimal perRequest,

            @Schema(description = "of the tools' definitions") @Nullable
            BigDecimal tools) {}

    /** How far the truth may be from the corrected estimate. */
    @Schema(name = "InputBounds", description = "How far the truth may be from the corrected estimate.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Bounds(
            @Schema(required = true, description = "the usual deviation, a share, by the least tokens of the class")
            @JsonProperty("usual_by_size")
            Map<String, BigDecimal> usualBySize,

            @Schema(required = true, description = "by what it is multiplied for a kind of prompt")
            Map<String, BigDecimal> kinds,

            @Schema(description = "97.5 % are not below, in usual deviations") @Nullable
            BigDecimal low,

            @Schema(required = true, description = "so many percent are not above, in usual deviations")
            Map<String, BigDecimal> high) {}

    /** How long replies or thoughts are. */
    @Schema(
            name = "LearntLength",
            description = "How long replies or thoughts are in tokens; what is absent may be any.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Length(
            @Schema(examples = "high", description = "the body's word, a class of its budget, on, none or unsaid")
            @Nullable
            String effort,

            @Schema(description = "whether the requests had tools") @Nullable
            Boolean tools,

            @Schema(examples = "to_1024", description = "a class of the cap on the reply, or none") @Nullable
            String cap,

            @Schema(required = true, description = "lines that were learnt from")
            long lines,

            @Schema(required = true, description = "the median, tokens")
            long p50,

            @Schema(required = true, description = "95 % have at most so many tokens")
            long p95) {}

    /** What the seller said it cost over what it costs by the catalogue. */
    @Schema(
            name = "CostComparison",
            description = "What sellers said calls cost, over what they cost by the catalogue.")
    public record Cost(
            @Schema(required = true, description = "lines that carried a cost")
            long lines,

            @Schema(required = true, description = "5 % of the lines lie below")
            BigDecimal p5,

            @Schema(required = true, description = "the median")
            BigDecimal p50,

            @Schema(required = true, description = "5 % of the lines lie above")
            BigDecimal p95,

            @Schema(
                    required = true,
                    description = "a steady factor belongs into a contract; it isn't applied",
                    enumeration = {"same", "discount", "markup", "scattered"})
            String finding) {}
}
