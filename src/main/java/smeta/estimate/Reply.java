package smeta.estimate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.price.Note;
import smeta.price.RateCard;
import smeta.token.Text;

/**
 * The reply: how long it is likely to be, and at most.
 *
 * @param items       by meter
 * @param tokens      reasoning included, for all the replies that are asked for
 * @param needed      what must fit beside the prompt: the cap that was asked for, or else the likely reply
 * @param bounded     false if no cap is known
 * @param unsupported what is asked for and the model doesn't give, as reason codes
 * @param learnt      what a calibration said because nobody else did
 */
record Reply(
        List<Item> items,
        Count tokens,
        long needed,
        boolean bounded,
        List<String> unsupported,
        List<Note> notes,
        List<Estimate.LearntDefault> learnt) {
    /** Of all replies together: beyond any reply, far from overflow. */
    private static final long MOST = 1_000_000_000_000_000L;

    static Reply of(Request request, Model model, @Nullable RateCard card, Metered prompt, @Nullable Learnt learnt) {
        Reply reply = made(request, model, card, prompt, learnt);
        String prediction = request.prompt.wishes().prediction();
        return prediction == null ? reply : reply.withUnused(prediction, request, model);
    }

    /** What a reply doesn't use of a prediction is billed as output besides (OpenAI, guide on predicted outputs). */
    private Reply withUnused(String prediction, Request request, Model model) {
        long most = request.counts
                .count(model.tokenizer(), "prediction", () -> List.of(Text.of(prediction)))
                .high();
        Count unused = Count.between(0, 0, most * Math.max(1, request.prompt.replies()));
        List<Item> all = new ArrayList<>(items);
        all.add(new Item("prediction", Meter.OUTPUT_TOKENS, unused, null));
        List<Note> said = new ArrayList<>(notes);
        said.add(new Note(
                "prediction",
                "What the reply does not use of the prediction is billed as output: all of it is in the upper bound,"
                        + " nothing of it in the likely reply."));
        return new Reply(all, tokens.plus(unused), needed, bounded, unsupported, said, learnt);
    }

    private static Reply made(
            Request request, Model model, @Nullable RateCard card, Metered prompt, @Nullable Learnt learnt) {
        ReplyMedia media = ReplyMedia.of(request, model);
        int replies = Math.max(1, request.prompt.replies());
        if (!media.possible(Modality.TEXT) || card != null && PaidByTheUnit.writesInThePrice(model, card)) {
            return new MadeMedia(request, model, card, media, replies).reply(prompt.tokens());
        }
        List<Note> notes = new ArrayList<>();
        ReplyCap cap = ReplyCap.of(request, model, prompt, learnt, notes);
        if (!cap.learnt("reasoning")) {
            aboutReasoning(request, model, notes);
        }
        if (cap.ceiling() > MOST / replies) {
            throw new Impossible(
                    "reply_too_long",
                    replies + " replies of up to " + cap.ceiling() + " tokens each are more than any model writes.",
                    "lower the cap on the reply, or the number of replies");
        }
        if (media.possible().size() > 1) {
            return new MixedReply(request, model, card, media, cap, replies).reply(notes);
        }
        List<Item> items = TextReply.items(cap, replies, thinks(request, cap.reasoning()), card);
        Count tokens = Count.between(0, (cap.output() + cap.reasoning()) * replies, cap.ceiling() * replies);
        return new Reply(items, tokens, needed(cap), cap.bounded(), media.unsupported(), notes, cap.learnt());
    }

    static long needed(ReplyCap cap) {
        return cap.asked() != null ? cap.asked() : cap.wanted();
    }

    static boolean thinks(Request request, long reasoning) {
        return Boolean.TRUE.equals(request.prompt.thinking()) || reasoning > 0;
    }

    private static void aboutReasoning(Request request, Model model, List<Note> notes) {
        if (request.assumptions.reply().reasoning() == null
                && Boolean.TRUE.equals(model.reasons())
                && !Boolean.FALSE.equals(request.prompt.thinking())) {
            notes.add(new Note(
                    "reasoning_not_counted",
                    "This model may think before it replies, at the price of output; the likely reply counts no such "
                            + "tokens (say how many with reasoning=), the upper bound covers them."));
        }
    }
}
