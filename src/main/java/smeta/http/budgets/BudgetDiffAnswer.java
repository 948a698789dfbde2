package smeta.http.budgets;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer of {@code POST /v1/budgets} to two scenarios. */
@Schema(name = "BudgetDiff", description = "Two scenarios side by side, at the deciding bound.")
@RegisterForReflection
public record BudgetDiffAnswer(
        @Schema(required = true, description = "the catalogue's version")
        String catalogue,

        @Schema(
                required = true,
                description = "the bound that is compared",
                enumeration = {"low", "likely", "high"})
        String bound,

        @Schema(required = true, description = "the workloads of both scenarios, by name")
        List<Row> diff,

        @Schema(required = true, description = "the difference in all")
        Change total,

        @Schema(required = true, description = "the first scenario")
        BudgetAnswer before,

        @Schema(required = true, description = "the second scenario")
        BudgetAnswer after) {
    /** The difference of one workload. */
    @Schema(name = "WorkloadChange", description = "The difference of one workload; null where a price is missing.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            @Schema(required = true, description = "the workload")
            String name,

            @Schema(required = true, description = "the cost in the first scenario, decimal", nullable = true)
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            String before,

            @Schema(required = true, description = "the cost in the second scenario, decimal", nullable = true)
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            String after,

            @Schema(required = true, description = "after less before, decimal", nullable = true)
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            String change,

            @Schema(description = "of what it was", examples = "+12.5%") @Nullable
            String percent,

            @Schema(description = "ISO 4217") @Nullable String currency) {}

    /** The difference in all. */
    @Schema(name = "BudgetChange", description = "The difference in all; null where a price is missing.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            @Schema(required = true, description = "the cost of the first scenario, decimal", nullable = true)
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            String before,

            @Schema(required = true, description = "the cost of the second scenario, decimal", nullable = true)
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            String after,

            @Schema(required = true, description = "after less before, decimal", nullable = true)
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            String change,

            @Schema(description = "of what it was", examples = "+12.5%") @Nullable
            String percent,

            @Schema(description = "ISO 4217") @Nullable String currency) {}
}
