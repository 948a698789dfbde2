package smeta.http.bills;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An amount of a log. */
@Schema(name = "LogAmount", description = "An amount of a log: the likely one, and its bounds where they differ.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogAmount(
        @Schema(required = true, description = "decimal") String amount,

        @Schema(required = true, description = "ISO 4217", examples = "USD")
        String currency,

        @Schema(description = "decimal; absent if the amount is certain") @Nullable
        String low,

        @Schema(description = "decimal; absent if the amount is certain") @Nullable
        String high) {}
