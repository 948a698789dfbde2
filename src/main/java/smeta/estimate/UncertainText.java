package smeta.estimate;

import java.util.List;
import java.util.Set;
import smeta.catalogue.Model;
import smeta.estimate.PromptElement.Presence;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.token.TokenCount;

/** What stands in the body and the model may read or not. */
final class UncertainText {
    private final Request request;
    private final Model model;
    private final WordCounter words;
    private final Set<String> because;

    UncertainText(Request request, Model model, WordCounter words, Set<String> because) {
        this.request = request;
        this.model = model;
        this.words = words;
        this.because = because;
    }

    /** What the model may read or not: names of files, documents beside the messages, earlier reasoning. */
    void add(Segment segment, List<Item> own) {
        if (segment.uncertain().isEmpty()) {
            return;
        }
        earlierReasoning(segment, own);
        TokenCount likely = words.count(segment, "likely words", segment.texts(Presence.LIKELY));
        TokenCount rare = words.count(segment, "rare words", segment.texts(Presence.RARE));
        if (likely.high() + rare.high() > 0) {
            because.add("maybe_shown");
            own.add(new Item(
                    "text that may not be shown",
                    Meter.INPUT_TOKENS,
                    Count.between(0, likely.likely(), likely.high() + rare.high()),
                    null));
        }
    }

    private void earlierReasoning(Segment segment, List<Item> own) {
        EarlierReasoning rule = EarlierReasoning.of(request.prompt, model);
        if (segment.texts(Presence.EARLIER_REASONING).isEmpty() || rule == EarlierReasoning.STRIPPED) {
            return;
        }
        TokenCount earlier = words.count(segment, "earlier reasoning", segment.texts(Presence.EARLIER_REASONING));
        own.add(new Item("earlier reasoning", Meter.INPUT_TOKENS, rule.count(earlier), null));
        if (rule == EarlierReasoning.EITHER) {
            because.add("earlier_reasoning");
        }
    }

    /** Unicode characters, for models that are billed by them. */
    static Count characters(Segment segment) {
        long certain = segment.characters(Presence.CERTAIN);
        long likely = certain + segment.characters(Presence.LIKELY);
        return Count.between(
                certain,
                likely,
                likely + segment.characters(Presence.RARE) + segment.characters(Presence.EARLIER_REASONING));
    }
}
