package smeta.http.bills;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.http.problem.Problem;

/** The answer to one line of a log. */
@RegisterForReflection(registerFullHierarchy = true)
@Schema(name = "LogLine", description = "The answer to one line of a log: what the call cost, or the line's problem.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogLineAnswer(
        @Schema(required = true, description = "its number in the log, from 1 on")
        long line,

        @Schema(description = "provider/id; absent if the line has a problem") @Nullable
        String model,

        @Schema(description = "YYYY-MM-DD, UTC; absent if the line has no time") @Nullable
        String day,

        @Schema(description = "how the usage was read", examples = "openai-chat")
        @JsonProperty("usage_convention")
        @Nullable
        String convention,

        @Schema(description = "the tier whose rates were taken", examples = "standard")
        @JsonProperty("service_tier")
        @Nullable
        String tier,

        @Schema(description = "absent if the line has a problem") @Nullable
        LogAmount total,

        @Schema(description = "false if something is billed whose price is not known") @Nullable
        Boolean complete,

        @Schema(description = "meters without a price; absent if there are none") @Nullable
        List<String> unpriced,

        @Schema(description = "what the seller says; absent if the line does not have it")
        @JsonProperty("reported_cost")
        @Nullable
        ReportedCostAnswer reported,

        @Schema(description = "why the line has no bill") @Nullable
        Problem problem) {
    static LogLineAnswer of(long line, Problem problem) {
        return new LogLineAnswer(line, null, null, null, null, null, null, null, null, problem);
    }
}
