package smeta.http.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.meter.Item;
import smeta.money.Money;
import smeta.price.Bill;
import smeta.price.Rate;

/** A line of a bill: a quantity, a rate, an amount; or what a discount takes off. */
@Schema(name = "Line", description = "A line of a bill: quantity × rate = amount.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineAnswer(
        @Schema(required = true, description = "what it is of the request", examples = "image[0]")
        String item,

        @Schema(required = true, description = "what is billed, with its unit", examples = "input_tokens")
        String meter,

        @Schema(required = true, description = "in the meter's unit")
        BigDecimal quantity,

        @Schema(description = "least quantity; absent if it is the quantity") @JsonProperty("quantity_low") @Nullable
        Long quantityLow,

        @Schema(description = "greatest quantity; absent if it is the quantity")
        @JsonProperty("quantity_high")
        @Nullable
        Long quantityHigh,

        @Schema(description = "the arithmetic of the quantity", examples = "85 + 4 × 170") @Nullable
        String how,

        @Schema(description = "the price of so many units; absent if none is known") @Nullable
        RateAnswer rate,

        @Schema(description = "the coarser meter whose rate is used, for want of one of its own")
        @JsonProperty("rate_of")
        @Nullable
        String rateOf,

        @Schema(required = true, nullable = true, description = "exact, in the seller's currency; null: no price")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable
        MoneyAnswer amount,

        @Schema(description = "decimal, at the quantity's lower bound") @Nullable
        String low,

        @Schema(description = "decimal, at the quantity's upper bound") @Nullable
        String high,

        @Schema(description = "the arithmetic of the amount") @Nullable
        String formula) {
    public static List<LineAnswer> of(Bill bill) {
        return Stream.concat(
                        bill.lines().stream().map(LineAnswer::of),
                        bill.discounts().stream().map(LineAnswer::of))
                .toList();
    }

    /** A discount is the last line: below zero, so many per cent of the list price that the lines before it make. */
    private static LineAnswer of(Bill.Reduction reduction) {
        BigDecimal percent = reduction.discount().percent();
        boolean bounds = !reduction.low().equals(reduction.high());
        return new LineAnswer(
                "discount: " + reduction.discount().name(),
                "discount_percent",
                percent,
                null,
                null,
                null,
                null,
                null,
                MoneyAnswer.exact(off(reduction, reduction.likely())),
                bounds ? Amounts.exact(off(reduction, reduction.low()).amount()) : null,
                bounds ? Amounts.exact(off(reduction, reduction.high()).amount()) : null,
                "−" + percent.toPlainString() + " % × "
                        + Amounts.exact(reduction.likely().amount()) + " "
                        + reduction.likely().currency());
    }

    private static Money off(Bill.Reduction reduction, Money list) {
        return Money.zero(list.currency()).minus(reduction.discount().off(list));
    }

    private static LineAnswer of(Bill.Line line) {
        Item item = line.item();
        QuantityAnswer quantity = QuantityAnswer.of(item);
        Rate rate = line.likely() == null ? null : line.rate();
        Money likely = rate == null ? null : line.likely();
        boolean bounds = rate != null && !Objects.equals(line.low(), line.high());
        Money low = bounds ? line.low() : null;
        Money high = bounds ? line.high() : null;
        return new LineAnswer(
                item.name(),
                item.meter().wireName(),
                quantity.likely(),
                quantity.low(),
                quantity.high(),
                item.how(),
                rate == null ? null : RateAnswer.of(rate),
                rate == null || line.from() == null ? null : line.from().wireName(),
                likely == null ? null : MoneyAnswer.exact(likely),
                low == null ? null : Amounts.exact(low.amount()),
                high == null ? null : Amounts.exact(high.amount()),
                rate == null ? null : formula(quantity.likely(), rate));
    }

    private static String formula(BigDecimal quantity, Rate rate) {
        return quantity.toPlainString() + " × " + rate.price().toPlainString() + " " + rate.currency()
                + (rate.per() == 1 ? "" : " / " + rate.per());
    }
}
