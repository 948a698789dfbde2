package smeta.estimate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.money.ExchangeRates;
import smeta.money.Money;
import smeta.money.Surcharges;
import smeta.price.Bill;
import smeta.price.Note;
import smeta.price.RateCard;
import smeta.token.Precision;

/**
 * What one request costs on one model, and whether it fits.
 *
 * @param asked the name that the caller used
 * @param items the quantities, in prompt order, the reply last
 * @param cost  null if there is no price
 */
public record Estimate(
        Model model,
        String asked,
        Input input,
        Output output,
        Fit fit,
        List<Item> items,
        @Nullable Cost cost,
        List<Note> notes,
        List<LearntDefault> learnt) {
    /**
     * What was taken from a calibration because neither the caller nor the body says it.
     *
     * @param name   {@code cached}, {@code output} or {@code reasoning}
     * @param tokens of the prompt, or of one reply
     * @param lines  from which it was learnt
     */
    public record LearntDefault(String name, long tokens, long lines) {
        /** For people: what of those lines it is. */
        public String how() {
            return name.equals("cached")
                    ? "the share of the prompts that was read from the cache, of " + lines + " lines"
                    : "the median of " + lines + " lines";
        }
    }

    /**
     * @param because what makes the count less than exact: {@code tokenizer}, {@code framing}, {@code tools}, {@code
     *                image[0]}, …
     * @param bounded false if something in the prompt has no published upper bound
     */
    public record Input(Count tokens, Precision precision, List<String> because, String tokenizer, boolean bounded) {}

    /**
     * The reply, reasoning included.
     *
     * @param bounded false if no cap is known, so that {@code high} is not a bound
     */
    public record Output(Count tokens, boolean bounded) {}

    /**
     * @param bill       exact, in the provider's currency
     * @param low        in the asked currency, not yet rounded; likewise the others
     * @param conversion how it came to the asked currency; null if it is the provider's own
     * @param surcharges what came on top of the conversion
     */
    public record Cost(
            RateCard card,
            Bill bill,
            Money low,
            Money likely,
            Money high,
            ExchangeRates.@Nullable Path conversion,
            Surcharges surcharges) {
        public Money at(Bound bound) {
            return switch (bound) {
                case LOW -> low;
                case LIKELY -> likely;
                case HIGH -> high;
            };
        }
    }
}
