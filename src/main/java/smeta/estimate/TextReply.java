package smeta.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.money.Fraction;
import smeta.price.Rate;
import smeta.price.RateCard;
import smeta.price.Rates;

/** The meters of a reply of text, thoughts included. */
final class TextReply {
    private TextReply() {}

    /** @param thinks whether it is known to think before it replies */
    static List<Item> items(ReplyCap cap, int replies, boolean thinks, @Nullable RateCard card) {
        long output = cap.output();
        long reasoning = cap.reasoning();
        List<Item> items = new ArrayList<>();
        if (dearerThoughts(card) && !thinks) {
            // if the model does think, all it writes costs the dearer rate: the bound takes that case whole
            items.add(new Item(
                    "reply",
                    Meter.OUTPUT_TOKENS,
                    Count.between(0, output, output).times(replies),
                    null));
            items.add(new Item(
                    "reasoning",
                    Meter.REASONING_TOKENS,
                    Count.between(0, reasoning, cap.ceiling()).times(replies),
                    null));
            return items;
        }
        Meter meter = thinks ? Meter.OUTPUT_THINKING_TOKENS : Meter.OUTPUT_TOKENS;
        long mostReply = cap.ceiling() - reasoning;
        long mostThought = reasoning;
        if (cap.learnt("reasoning") && !samePrice(card, meter)) {
            // what was usual bounds nothing: all may be the one, or all the other
            mostReply = cap.ceiling();
            mostThought = dearerThoughts(card) ? cap.ceiling() : reasoning;
        }
        items.add(new Item("reply", meter, Count.between(0, output, mostReply).times(replies), null));
        if (reasoning > 0) {
            items.add(new Item(
                    "reasoning",
                    Meter.REASONING_TOKENS,
                    Count.between(0, reasoning, mostThought).times(replies),
                    null));
        }
        return items;
    }

    private static boolean samePrice(@Nullable RateCard card, Meter reply) {
        return Objects.equals(price(card, Meter.REASONING_TOKENS), price(card, reply));
    }

    private static boolean dearerThoughts(@Nullable RateCard card) {
        Fraction thoughts = price(card, Meter.REASONING_TOKENS);
        Fraction text = price(card, Meter.OUTPUT_TOKENS);
        return thoughts != null && text != null && thoughts.compareTo(text) > 0;
    }

    /** Of one token at the card's base rates; null if it has none. */
    static @Nullable Fraction price(@Nullable RateCard card, Meter meter) {
        Rates rates = card == null ? Rates.NONE : card.rates();
        return rates.resolve(meter).map(Rate::perUnit).orElse(null);
    }
}
