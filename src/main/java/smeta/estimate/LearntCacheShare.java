package smeta.estimate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.calibration.ModelCalibration;
import smeta.catalogue.Model;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.prompt.Task;

/**
 * How much of a prompt is likely read from the provider's cache where nobody says it: the share that was learnt from
 * one's own traffic. A share is an average, and one request may find all of its prompt in the cache or nothing: the
 * bounds of the cost cover both.
 *
 * @param millionths of the prompts' tokens, above 0
 * @param lines      from which it was learnt
 */
record LearntCacheShare(long millionths, long lines) {
    private static final long WHOLE = 1_000_000;

    /** Null if nothing was learnt, the caller or the body says what is cached, or the prompt is too short to be. */
    static @Nullable LearntCacheShare of(@Nullable Learnt learnt, Request request, Model model, Count prompt) {
        boolean said = request.assumptions.cache().read() != null
                || request.assumptions.cache().write() != null
                || request.prompt.cachedContent() != null;
        return learnt == null || said || request.prompt.dialect().task() != Task.CHAT
                ? null
                : of(learnt.calibration(), model, prompt);
    }

    static @Nullable LearntCacheShare of(@Nullable ModelCalibration calibration, Model model, Count prompt) {
        boolean tooShort =
                model.caching() != null && prompt.likely() < model.caching().minimum();
        return calibration == null || calibration.cached() == null || calibration.cached() <= 0 || tooShort
                ? null
                : new LearntCacheShare(Math.min(WHOLE, calibration.cached()), calibration.lines());
    }

    /** Percent. */
    BigDecimal percent() {
        return BigDecimal.valueOf(millionths, 4);
    }

    /** That share of each item of the prompt, likely on the cache's meter, the rest likely as it was; perhaps otherwise. */
    List<Item> split(List<Item> items) {
        List<Item> split = new ArrayList<>();
        for (Item item : items) {
            if (!item.meter().isPromptTokens() || item.count().high() == 0) {
                split.add(item);
                continue;
            }
            Meter cached = CachePrefix.cached(item.meter());
            Count count = item.count();
            Count read = Count.between(part(count.low()), part(count.likely()), part(count.high()));
            Count rest =
                    Count.between(count.low() - read.low(), count.likely() - read.likely(), count.high() - read.high());
            add(split, item, cached, read, plus(item.otherMeters(), item.meter()));
            add(split, item, item.meter(), rest, plus(item.otherMeters(), cached));
        }
        return split;
    }

    private static void add(List<Item> items, Item whole, Meter meter, Count count, List<Meter> others) {
        if (count.high() > 0) {
            items.add(new Item(whole.name(), meter, count, whole.how(), others));
        }
    }

    private static List<Meter> plus(List<Meter> meters, Meter another) {
        List<Meter> all = new ArrayList<>(meters);
        all.add(another);
        return all;
    }

    private long part(long tokens) {
        return Math.multiplyExact(tokens, millionths) / WHOLE;
    }

    Estimate.LearntDefault of(Count prompt) {
        return new Estimate.LearntDefault("cached", part(prompt.likely()), lines);
    }
}
