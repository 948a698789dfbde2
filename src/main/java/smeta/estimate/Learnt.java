package smeta.estimate;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.calibration.Calibrations;
import smeta.calibration.Circumstances;
import smeta.calibration.InputCalibration;
import smeta.calibration.InputParts;
import smeta.calibration.LearntLength;
import smeta.calibration.ModelCalibration;
import smeta.catalogue.Model;
import smeta.meter.Item;
import smeta.price.Note;
import smeta.prompt.Prompt;
import smeta.token.TextMix;

/**
 * What was learnt about a model from one's own traffic, for one request.
 *
 * @param calibration null if nothing was learnt
 * @param share       of prompts that are not above an upper bound, in tenths of a percent
 * @param staleDays   how old it is; null if that is no reason to say so
 */
record Learnt(@Nullable ModelCalibration calibration, int share, @Nullable Long staleDays) {
    static final Learnt NOTHING = new Learnt(null, 0, null);
    /** What the learnt bounds cover. */
    private static final Set<String> LEARNABLE =
            Set.of("tokenizer", "tokenizer_assumed", "framing", "tools", "default_system", "schema", "maybe_shown",
                    "earlier_reasoning");

    static @Nullable Learnt of(Calibrations calibrations, Request request, Model model) {
        Calibrations.InUse found = calibrations.find(model.qualifiedId());
        return found == null ? null : new Learnt(found.model(), calibrations.share(),
                calibrations.staleDays(found, request.assumptions.moment()));
    }

    /** The items of the prompt, corrected if enough was learnt. */
    List<Item> corrected(
            Request request, Model model, List<Item> items, TextMix mix, Set<String> because, List<Note> notes) {
        InputCalibration input = calibration == null ? null : calibration.input();
        if (input == null || input.lines() < ModelCalibration.LEAST_LINES) {
            return items;
        }
        if (isOfAnother(model)) {
            notes.add(new Note("calibration_of_another_count", "The calibration of this model was made with the"
                    + " vocabulary “" + calibration.tokenizer() + "” and the framing “" + calibration.framing()
                    + "”, which it no longer has here; the prompt is not corrected by it. Calibrate again."));
            return items;
        }
        InputParts parts = PromptCorrection.parts(request, model, items, mix);
        PromptCorrection correction = new PromptCorrection(items, parts, input.correction(), share);
        if (!correction.changes()) {
            return items;
        }
        if (correction.isBounded()) {
            because.removeAll(LEARNABLE);
        }
        because.add("calibrated");
        notes.add(note(input, correction.isBounded()));
        stale(notes);
        return correction.corrected();
    }

    private boolean isOfAnother(Model model) {
        return !calibration.tokenizer().equals(model.tokenizer())
                || !calibration.framing().equals(model.framing().name());
    }

    private Note note(InputCalibration input, boolean bounded) {
        String text = "The prompt's tokens are corrected by what the seller reported for " + input.lines() + " lines"
                + (calibration.days() == null ? "" : " of " + calibration.days());
        if (!bounded) {
            text += "; the bounds are not narrowed, because too few lines were like this prompt.";
        } else if (input.after() != null) {
            text += "; of those that took no part in it, " + percent(input.after().inside())
                    + " % were within the bounds for 95 %"
                    + (input.high() == null ? "." : " and " + percent(input.high())
                            + " % not above the one for 99.5 %.");
        }
        return new Note("calibrated", text);
    }

    private void stale(List<Note> notes) {
        if (staleDays != null) {
            notes.add(new Note("old_calibration", "The calibration of this model is " + staleDays
                    + " days older than the day that was asked for."));
        }
    }

    private static String percent(long millionths) {
        return java.math.BigDecimal.valueOf(millionths, 4).setScale(1, java.math.RoundingMode.HALF_UP).toPlainString();
    }

    /** How long replies are in such circumstances; null if nobody knows. */
    @Nullable LearntLength reply(Prompt prompt, @Nullable Long cap) {
        return calibration == null ? null : calibration.reply(circumstances(prompt, cap));
    }

    /** Likewise how long it thinks. */
    @Nullable LearntLength reasoning(Prompt prompt, @Nullable Long cap) {
        return calibration == null ? null : calibration.reasoning(circumstances(prompt, cap));
    }

    static Circumstances circumstances(Prompt prompt, @Nullable Long cap) {
        return Circumstances.of(
                prompt.thinking(), prompt.effort(), prompt.thinkingBudget(), !prompt.tools().isEmpty(), cap);
    }
}
