package smeta.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Limits;
import smeta.catalogue.Model;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.price.Note;
import smeta.price.RateCard;
import smeta.price.Rates;

/**
 * The reply: how long it is likely to be, and at most.
 *
 * @param items   by meter
 * @param tokens  reasoning included, for all the replies that are asked for
 * @param needed  what must fit beside the prompt: the cap that was asked for, or else the likely reply
 * @param bounded false if no cap is known
 */
record Reply(List<Item> items, Count tokens, long needed, boolean bounded, List<Note> notes) {
    /** A likely reply where nobody says: enough for a few paragraphs. */
    static final long USUAL = 500;

    /** Of all replies together: beyond any reply, far from overflow. */
    private static final long MOST = 1_000_000_000_000_000L;

    static Reply of(Request request, Model model, @Nullable RateCard card, long promptLow) {
        Assumptions said = request.assumptions;
        List<Note> notes = new ArrayList<>();
        Limits limits = model.limits();
        Long cap = said.maxOutput() != null ? said.maxOutput() : request.prompt.maxOutput();
        OptionalLong most = most(limits, promptLow);
        long reasoning = said.reasoning() == null ? 0 : said.reasoning();
        long output = said.output() == null ? Math.max(0, USUAL) : said.output();
        if (said.output() == null && cap != null) {
            output = Math.min(output, Math.max(0, cap - reasoning));
        } else if (cap != null && output + reasoning > cap) {
            throw new Impossible(
                    "output_exceeds_cap",
                    "The likely reply of " + (output + reasoning)
                            + " tokens, reasoning included, is more than the cap of " + cap + ".",
                    "lower “output” or “reasoning”, or raise “max_output”");
        }
        long wanted = output + reasoning;
        if (cap == null && most.isPresent() && wanted > most.getAsLong() && most.getAsLong() > 0) {
            notes.add(new Note(
                    "reply_capped",
                    "The likely reply of " + wanted + " tokens is more than fits: at most " + most.getAsLong() + "."));
        }
        long ceiling = cap != null
                ? (most.isPresent() && most.getAsLong() > 0 ? Math.min(cap, most.getAsLong()) : cap)
                : most.orElse(wanted);
        boolean bounded = cap != null || most.isPresent();
        if (!bounded) {
            notes.add(new Note(
                    "no_output_cap",
                    "Neither the request nor the model's publisher caps the reply: the upper bound covers only"
                            + " the likely reply."));
        }
        ceiling = Math.max(ceiling, 0);
        output = Math.min(output, ceiling);
        reasoning = Math.min(reasoning, ceiling - output);
        if (said.reasoning() == null
                && Boolean.TRUE.equals(model.reasons())
                && !Boolean.FALSE.equals(request.prompt.thinking())) {
            notes.add(new Note(
                    "reasoning_not_counted",
                    "This model may think before it replies, at the price of output; the likely reply counts no such "
                            + "tokens (say how many with reasoning=), the upper bound covers them."));
        }
        int replies = Math.max(1, request.prompt.replies());
        if (ceiling > MOST / replies) {
            throw new Impossible(
                    "reply_too_long",
                    replies + " replies of up to " + ceiling + " tokens each are more than any model writes.",
                    "lower the cap on the reply, or the number of replies");
        }
        List<Item> items = items(output, reasoning, ceiling, replies, thinks(request, reasoning), card);
        Count tokens = Count.between(0, (output + reasoning) * replies, ceiling * replies);
        return new Reply(items, tokens, cap != null ? cap : wanted, bounded, notes);
    }

    private static boolean thinks(Request request, long reasoning) {
        return Boolean.TRUE.equals(request.prompt.thinking()) || reasoning > 0;
    }

    /** The most that the model can still write beside the prompt. */
    private static OptionalLong most(Limits limits, long promptLow) {
        OptionalLong cap = limits.maxOutputTokens();
        if (limits.contextTokens().isEmpty()) {
            return cap;
        }
        long room = Math.max(0, limits.contextTokens().getAsLong() - promptLow);
        return OptionalLong.of(room == 0 ? cap.orElse(0) : Math.min(cap.orElse(Long.MAX_VALUE), room));
    }

    private static List<Item> items(
            long output, long reasoning, long ceiling, int replies, boolean thinks, @Nullable RateCard card) {
        Rates rates = card == null ? Rates.NONE : card.rates();
        boolean dearerThoughts = rates.resolve(Meter.REASONING_TOKENS).isPresent()
                && rates.resolve(Meter.OUTPUT_TOKENS).isPresent()
                && rates.resolve(Meter.REASONING_TOKENS)
                                .get()
                                .perUnit()
                                .compareTo(
                                        rates.resolve(Meter.OUTPUT_TOKENS).get().perUnit())
                        > 0;
        boolean mayThink = dearerThoughts && !thinks;
        List<Item> items = new ArrayList<>();
        Meter visible = thinks ? Meter.OUTPUT_THINKING_TOKENS : Meter.OUTPUT_TOKENS;
        if (mayThink) {
            // if the model does think, all it writes costs the dearer rate: the bound takes that case whole
            items.add(new Item("reply", visible, times(Count.between(0, output, output), replies), null));
            items.add(new Item(
                    "reasoning", Meter.REASONING_TOKENS, times(Count.between(0, reasoning, ceiling), replies), null));
            return items;
        }
        items.add(new Item("reply", visible, times(Count.between(0, output, ceiling - reasoning), replies), null));
        if (reasoning > 0) {
            items.add(new Item(
                    "reasoning", Meter.REASONING_TOKENS, times(Count.between(0, reasoning, reasoning), replies), null));
        }
        return items;
    }

    private static Count times(Count count, int replies) {
        return count.times(replies);
    }
}
