package smeta.http.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.meter.Item;

/** A part of the request and how much it counts. */
@Schema(name = "Part", description = "A part of the request, and how much of a meter it is.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartAnswer(
        @Schema(required = true, description = "what it is of the request", examples = "image[0]")
        String item,

        @Schema(required = true, description = "what is counted, with its unit", examples = "image_tokens")
        String meter,

        @Schema(required = true, description = "in the meter's unit")
        BigDecimal quantity,

        @Schema(description = "least quantity; absent if it is the quantity") @JsonProperty("quantity_low") @Nullable
        Long quantityLow,

        @Schema(description = "greatest quantity; absent if it is the quantity")
        @JsonProperty("quantity_high")
        @Nullable
        Long quantityHigh,

        @Schema(description = "the arithmetic", examples = "85 + 4 × 170") @Nullable
        String how) {
    public static List<PartAnswer> of(List<Item> items) {
        return items.stream()
                .map(item -> {
                    QuantityAnswer quantity = QuantityAnswer.of(item);
                    return new PartAnswer(
                            item.name(),
                            item.meter().wireName(),
                            quantity.likely(),
                            quantity.low(),
                            quantity.high(),
                            item.how());
                })
                .toList();
    }
}
