package smeta.http.budgets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.http.answer.AssumptionAnswer;
import smeta.http.answer.ExchangeRateAnswer;
import smeta.http.answer.NoteAnswer;

/** The answer of {@code POST /v1/budgets}. */
@Schema(name = "Budget", description = "What workloads cost, month by month, against a limit.")
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BudgetAnswer(
        @Schema(required = true, description = "the catalogue's version")
        String catalogue,

        @Schema(required = true, description = "the plan's first day")
        LocalDate start,

        @Schema(required = true, description = "calendar months")
        int months,

        @Schema(
                required = true,
                description = "the bound by which limits are judged",
                enumeration = {"low", "likely", "high"})
        String bound,

        @Schema(description = "absent if none was given") @Nullable
        Limit limit,

        @Schema(required = true, description = "the exchange rates that were used")
        List<ExchangeRateAnswer> exchange,

        @Schema(description = "what was taken for granted") @Nullable
        List<AssumptionAnswer> assumed,

        @Schema(required = true, description = "the workloads, in the order of the scenario")
        List<Workload> workloads,

        @Schema(required = true, description = "all workloads together, each with its first model")
        Total total) {
    /** The limit that was given. */
    @Schema(name = "BudgetLimit", description = "The limit that was given.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Limit(
            @Schema(required = true, description = "decimal")
            String amount,

            @Schema(description = "ISO 4217; absent if none was asked for") @Nullable
            String currency,

            @Schema(
                    required = true,
                    description = "whether it is a limit for each month, or for all together",
                    enumeration = {"month", "all"})
            String per) {}

    /** A cost with its bounds. */
    @Schema(name = "PlannedCost", description = "A cost: low ≤ likely ≤ high, decimals as text.")
    public record Cost(
            @Schema(required = true, description = "ISO 4217")
            String currency,

            @Schema(required = true, description = "least cost, decimal")
            String low,

            @Schema(required = true, description = "likely cost, decimal")
            String likely,

            @Schema(required = true, description = "greatest cost, decimal")
            String high) {}

    /** A workload, for each of its models. */
    @Schema(name = "PlannedWorkload", description = "A workload, for each of its models.")
    public record Workload(
            @Schema(required = true, description = "the name that the scenario gives it")
            String name,

            @Schema(required = true, description = "a plan for each of its models")
            List<Plan> models) {}

    /** A workload with one model. */
    @Schema(name = "Plan", description = "A workload with one model, month by month.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Plan(
            @Schema(required = true, description = "provider/id")
            String model,

            @Schema(required = true, description = "the months, in their order")
            List<Month> months,

            @Schema(required = true, description = "all months together")
            PlanTotal total,

            @Schema(description = "the first month over the limit", examples = "2027-03")
            @JsonProperty("first_over")
            @Nullable
            String firstOver,

            @Schema(description = "requests a month that the limit pays for")
            @JsonProperty("requests_within_limit")
            @Nullable
            BigInteger requestsWithin,

            @Schema(description = "what would bring it under the limit") @JsonProperty("would_fit") @Nullable
            Repairs wouldFit,

            @Schema(required = true, description = "what to know about these numbers")
            List<NoteAnswer> notes) {}

    /** One month of a plan. */
    @Schema(name = "PlanMonth", description = "One month of a plan.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Month(
            @Schema(required = true, description = "year and month", examples = "2026-12")
            String month,

            @Schema(required = true, description = "whole number as text")
            String requests,

            @Schema(required = true, nullable = true, description = "null: no price")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            Cost cost,

            @Schema(description = "absent without a limit") @Nullable
            Boolean within,

            @Schema(description = "cards that begin within the month") @JsonProperty("price_changes") @Nullable
            List<PriceChange> priceChanges) {}

    /** A price card that begins within a month. */
    @Schema(name = "PriceChangeInMonth", description = "A price card that holds from a day of the month on.")
    public record PriceChange(
            @Schema(required = true, description = "its first day, UTC")
            LocalDate from,

            @Schema(required = true, description = "the card's label")
            String card) {}

    /** All months of a plan. */
    @Schema(name = "PlanTotal", description = "All months of a plan.")
    public record PlanTotal(
            @Schema(required = true, description = "whole number as text")
            String requests,

            @Schema(required = true, nullable = true, description = "null: no price") @Nullable
            Cost cost) {}

    /** What would bring a plan under the limit. */
    @Schema(name = "BudgetRepairs", description = "What would bring the plan under the limit, each by itself.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Repairs(
            @Schema(description = "the share of cached input", examples = "60%") @Nullable
            String cached,

            @Schema(description = "the share of batch requests", examples = "80%")
            @JsonProperty("batch_share")
            @Nullable
            String batchShare,

            @Schema(required = true, description = "other models that are within it")
            List<OtherModel> models) {}

    /** Another model that would be within the limit. */
    @Schema(name = "CheaperModel", description = "Another model that would be within the limit.")
    public record OtherModel(
            @Schema(required = true, description = "provider/id")
            String model,

            @Schema(required = true, description = "decimal, all months")
            String total,

            @Schema(required = true, description = "ISO 4217")
            String currency) {}

    /** The workloads' first models together. */
    @Schema(name = "BudgetTotal", description = "The workloads' first models together.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Total(
            @Schema(required = true, description = "the months, in their order")
            List<TotalMonth> months,

            @Schema(required = true, nullable = true, description = "null: a price is missing")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            Cost cost,

            @Schema(description = "the first month over the limit") @JsonProperty("first_over") @Nullable
            String firstOver,

            @Schema(description = "absent without a limit") @Nullable
            Boolean within) {}

    /** One month of the total. */
    @Schema(name = "BudgetMonth", description = "One month of the total.")
    public record TotalMonth(
            @Schema(required = true, description = "year and month", examples = "2026-12")
            String month,

            @Schema(required = true, nullable = true, description = "null: a price is missing") @Nullable
            Cost cost) {}
}
