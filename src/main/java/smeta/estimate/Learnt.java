package smeta.estimate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.calibration.Calibrations;
import smeta.calibration.Circumstances;
import smeta.calibration.DayRange;
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
record Learnt(
        @Nullable ModelCalibration calibration,
        int share,
        @Nullable Long staleDays) {
    static final Learnt NOTHING = new Learnt(null, 0, null);
    /** What the learnt bounds cover. */
    private static final Set<String> LEARNABLE = Set.of(
            "tokenizer",
            "tokenizer_assumed",
            "framing",
            "tools",
            "default_system",
            "schema",
            "maybe_shown",
            "earlier_reasoning");

    static @Nullable Learnt of(Calibrations calibrations, Request request, Model model) {
        Calibrations.InUse found = calibrations.find(model.qualifiedId());
        return found == null
                ? null
                : new Learnt(
                        found.model(),
                        calibrations.share(),
                        calibrations.staleDays(found, request.assumptions.moment()));
    }

    /** The items of the prompt, corrected if enough was learnt. */
    List<Item> corrected(
            Request request, Model model, List<Item> items, TextMix mix, Set<String> because, List<Note> notes) {
        ModelCalibration known = calibration;
        InputCalibration input = known == null ? null : known.input();
        if (known == null || input == null || input.lines() < ModelCalibration.LEAST_LINES) {
            return items;
        }
        if (isOfAnother(known, model)) {
            notes.add(new Note(
                            "calibration_of_another_count",
                            "The calibration of this model was made with the vocabulary"
                                    + " “{vocabulary}” and the framing “{framing}”, which it no longer has here; the prompt is not"
                                    + " corrected by it. Calibrate again.")
                    .with("vocabulary", known.tokenizer())
                    .with("framing", known.framing()));
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
        notes.add(note(input, known.days(), correction.isBounded()));
        changed(input, notes);
        stale(notes);
        return correction.corrected();
    }

    private static boolean isOfAnother(ModelCalibration known, Model model) {
        return !known.tokenizer().equals(model.tokenizer())
                || !known.framing().equals(model.framing().name());
    }

    private static Note note(InputCalibration input, @Nullable DayRange days, boolean bounded) {
        if (!bounded || input.after() == null) {
            return new Note(
                            "calibrated_likely",
                            "The likely tokens of the prompt are corrected by what the seller reported"
                                    + " for {lines} lines; the bounds are not narrowed, because too few lines were like this prompt.")
                    .with("lines", input.lines());
        }
        String inside = percent(input.after().inside());
        if (days == null) {
            return new Note(
                            "calibrated",
                            "The tokens of the prompt are corrected by what the seller reported for {lines}"
                                    + " lines; of those that took no part in it, {inside} % were within the bounds for 95 %.")
                    .with("lines", input.lines())
                    .with("inside", inside);
        }
        return new Note(
                        "calibrated",
                        "The tokens of the prompt are corrected by what the seller reported for {lines}"
                                + " lines of {from} to {to}; of those that took no part in it, {inside} % were within the bounds for 95 %.")
                .with("lines", input.lines())
                .with("from", days.from())
                .with("to", days.to())
                .with("inside", inside);
    }

    private static void changed(InputCalibration input, List<Note> notes) {
        if (input.change() != null) {
            notes.add(new Note(
                            "calibration_of_changed_count",
                            "From the earlier to the later half of the lines that this model"
                                    + " was calibrated with, the truth moved by {change} % of the estimate: the seller's count or a prompt has"
                                    + " changed, and the bounds may not hold for what is sent now. Calibrate again with later lines alone.")
                    .with("change", percent(input.change())));
        }
    }

    private void stale(List<Note> notes) {
        if (staleDays != null) {
            notes.add(new Note(
                            "old_calibration",
                            "The calibration of this model was made {days} days before the day that was asked for.")
                    .with("days", staleDays));
        }
    }

    private static String percent(long millionths) {
        return BigDecimal.valueOf(millionths, 4)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** How long replies are in such circumstances; null if nobody knows. */
    @Nullable
    LearntLength reply(Prompt prompt, @Nullable Long cap) {
        return calibration == null ? null : calibration.reply(circumstances(prompt, cap));
    }

    /** Likewise how long it thinks. */
    @Nullable
    LearntLength reasoning(Prompt prompt, @Nullable Long cap) {
        return calibration == null ? null : calibration.reasoning(circumstances(prompt, cap));
    }

    static Circumstances circumstances(Prompt prompt, @Nullable Long cap) {
        return Circumstances.of(
                prompt.thinking(),
                prompt.effort(),
                prompt.thinkingBudget(),
                !prompt.tools().isEmpty(),
                cap);
    }
}
