package smeta.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import smeta.calibration.LearntLength;
import smeta.catalogue.Limits;
import smeta.catalogue.Model;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.price.Note;
import smeta.prompt.Task;

/**
 * How many tokens one reply is likely to have, and at most.
 *
 * @param asked    the cap that the request states, null if none
 * @param output   likely, without reasoning
 * @param reasoning likely
 * @param ceiling  the most of both together; the likely ones if nothing caps them
 * @param wanted   likely, of both together, before the ceiling cuts it
 * @param bounded  false if nothing caps them
 * @param learnt   what a calibration said because nobody else did
 */
record ReplyCap(
        @Nullable Long asked,
        long output,
        long reasoning,
        long ceiling,
        long wanted,
        boolean bounded,
        List<Estimate.LearntDefault> learnt) {
    /** A likely reply where nobody says: enough for a few paragraphs. */
    static final long USUAL = 500;

    /** @param notes takes what a person should know about the length */
    static ReplyCap of(Request request, Model model, Metered prompt, @Nullable Learnt learnt, List<Note> notes) {
        Assumptions said = request.assumptions;
        Long cap = said.reply().cap() != null ? said.reply().cap() : request.prompt.maxOutput();
        List<Estimate.LearntDefault> defaults = new ArrayList<>();
        OptionalLong most =
                most(model.printedLimits().widest(), prompt.longest().low());
        LearntLength thoughts =
                learnt == null || said.reply().reasoning() != null ? null : learnt.reasoning(request.prompt, cap);
        LearntLength reply = learnt == null || said.reply().likely() != null ? null : learnt.reply(request.prompt, cap);
        long reasoning =
                said.reply().reasoning() != null ? said.reply().reasoning() : taken("reasoning", thoughts, 0, defaults);
        long output = said.reply().likely() != null
                ? said.reply().likely()
                : taken("output", reply, usual(request, prompt), defaults);
        boolean beside = ThoughtsBeside.may(request, model);
        long inCap = beside ? 0 : reasoning;
        if (cap != null && thoughts != null && !beside) {
            reasoning = Math.min(reasoning, said.reply().likely() == null ? cap : Math.max(0, cap - output));
        }
        if (said.reply().likely() == null && cap != null) {
            output = Math.min(output, Math.max(0, cap - inCap));
        } else if (cap != null && output + inCap > cap) {
            throw new Impossible(
                    "output_exceeds_cap",
                    "The likely reply of " + (output + inCap) + " tokens, reasoning included, is more than the cap of "
                            + cap + ".",
                    "lower “output” or “reasoning”, or raise “max_output”");
        }
        long wanted = output + reasoning;
        if (cap == null && most.isPresent() && wanted > most.getAsLong() && most.getAsLong() > 0) {
            notes.add(new Note("reply_capped", "The likely reply of {wanted} tokens is more than fits: at most {most}.")
                    .with("wanted", wanted)
                    .with("most", most.getAsLong()));
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
        if (beside && bounded) {
            OptionalLong both = ThoughtsBeside.most(
                    request,
                    model,
                    ceiling,
                    room(model.printedLimits().widest(), prompt.longest().low()),
                    notes);
            bounded = both.isPresent();
            ceiling = both.orElse(ceiling + reasoning);
        }
        return new ReplyCap(cap, output, Math.min(reasoning, ceiling - output), ceiling, wanted, bounded, defaults);
    }

    boolean learnt(String name) {
        return learnt.stream().anyMatch(one -> one.name().equals(name));
    }

    private static long taken(
            String name, @Nullable LearntLength learnt, long usual, List<Estimate.LearntDefault> defaults) {
        if (learnt == null) {
            return usual;
        }
        defaults.add(new Estimate.LearntDefault(name, learnt.p50(), learnt.lines()));
        return learnt.p50();
    }

    /** What is spoken is written down word by word. */
    private static long usual(Request request, Metered prompt) {
        long millis = Item.usage(prompt.items()).get(Meter.AUDIO_SECONDS).likely();
        return request.prompt.dialect().task() == Task.TRANSCRIPTION && millis > 0
                ? SpokenLength.textTokens(millis)
                : USUAL;
    }

    /** What the context has room for beside the prompt; empty if it isn't known. */
    private static OptionalLong room(Limits limits, long promptLow) {
        OptionalLong context = limits.contextTokens();
        return context.isEmpty() ? context : OptionalLong.of(Math.max(0, context.getAsLong() - promptLow));
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
}
