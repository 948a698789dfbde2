package smeta.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import smeta.calibration.InputCorrection;
import smeta.calibration.InputParts;
import smeta.calibration.Prediction;
import smeta.catalogue.Model;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.token.Precision;
import smeta.token.TextMix;

/** Corrects the items of a prompt by what was learnt about its model, so that they add up to the corrected whole. */
final class PromptCorrection {
    /** Media, and what is encrypted: of neither the bounds are learnt. */
    private static final Pattern NOT_TEXT = Pattern.compile(".*\\[\\d+]|" + HiddenReasoning.ENCRYPTED);

    private final List<Item> items;
    private final InputParts parts;
    private final InputCorrection correction;
    private final int share;

    PromptCorrection(List<Item> items, InputParts parts, InputCorrection correction, int share) {
        this.items = items;
        this.parts = parts;
        this.correction = correction;
        this.share = share;
    }

    static InputParts parts(Request request, Model model, List<Item> items, TextMix text) {
        boolean exact = !model.tokenizerAssumed()
                && request.counts.tokenizer(model.tokenizer()).precision() == Precision.EXACT;
        Count learnable = Count.ZERO;
        Count media = Count.ZERO;
        for (Item item : items) {
            if (isLearnable(item)) {
                learnable = learnable.plus(item.count());
            } else if (item.meter().isPromptTokens()) {
                media = media.plus(item.count());
            }
        }
        long framing = likely(items, "framing");
        long tools = likely(items, "tools");
        return new InputParts(
                text,
                exact,
                request.segments.stream().mapToLong(Segment::turns).sum(),
                framing,
                tools,
                learnable.likely() - likely(items, "text") - framing - tools,
                learnable,
                media);
    }

    private static boolean isLearnable(Item item) {
        return item.meter().isPromptTokens() && !NOT_TEXT.matcher(item.name()).matches();
    }

    private static long likely(List<Item> items, String name) {
        return items.stream()
                .filter(item -> isLearnable(item) && item.name().equals(name))
                .mapToLong(item -> item.count().likely())
                .sum();
    }

    /** False if nothing was learnt that changes this prompt. */
    boolean changes() {
        return !correction.interval(parts, share).equals(parts.bare());
    }

    /** Whether the bounds are learnt, too. */
    boolean isBounded() {
        return correction.isBounded(parts, share);
    }

    List<Item> corrected() {
        Prediction predicted = correction.factors().apply(parts);
        List<Item> likely = moved(
                moved(moved(items, "text", predicted.text()), "framing", predicted.framing()),
                "tools",
                predicted.tools());
        Count whole = correction.interval(parts, share);
        long sum = likely.stream()
                .filter(PromptCorrection::isLearnable)
                .mapToLong(i -> i.count().likely())
                .sum();
        Portions low = new Portions(whole.low(), sum);
        Portions high = new Portions(whole.high(), sum);
        List<Item> corrected = new ArrayList<>();
        for (Item item : likely) {
            long tokens = item.count().likely();
            corrected.add(
                    !isLearnable(item)
                            ? item
                            : with(
                                    item,
                                    Count.between(
                                            Math.min(tokens, low.next(tokens)),
                                            tokens,
                                            Math.max(tokens, high.next(tokens)))));
        }
        return corrected;
    }

    /** The items of that name with another sum of likely tokens; one more if there were none. */
    private static List<Item> moved(List<Item> items, String name, long to) {
        long from = likely(items, name);
        List<Item> moved = new ArrayList<>();
        Portions portions = new Portions(to, from);
        for (Item item : items) {
            boolean meant = isLearnable(item) && item.name().equals(name) && from > 0;
            moved.add(meant ? with(item, Count.exact(portions.next(item.count().likely()))) : item);
        }
        if (from == 0 && to > 0) {
            moved.add(new Item(name, Meter.INPUT_TOKENS, Count.exact(to), "as calibrated"));
        }
        return moved;
    }

    private static Item with(Item item, Count count) {
        return new Item(item.name(), item.meter(), count, item.how() == null ? null : "as calibrated");
    }

    /** A whole in portions as large as those of another whole; rounded so that they add up. */
    private static final class Portions {
        private final long whole;
        private final long other;
        private long seen;
        private long given;

        Portions(long whole, long other) {
            this.whole = whole;
            this.other = other;
        }

        long next(long portion) {
            seen += portion;
            long upTo = other == 0 ? 0 : Math.multiplyExact(whole, seen) / other;
            long next = upTo - given;
            given = upTo;
            return next;
        }
    }
}
