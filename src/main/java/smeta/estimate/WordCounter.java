package smeta.estimate;

import java.util.List;
import java.util.Set;
import smeta.catalogue.Model;
import smeta.token.Precision;
import smeta.token.Text;
import smeta.token.TextMix;
import smeta.token.TokenCount;

/** Counts texts in the vocabulary of one model, and says where that is not known. */
final class WordCounter {
    /**
     * Its bounds hold for whatever vocabulary a closed model has; they widen the count where the vocabulary is assumed.
     */
    private static final String ANY_FAMILY = "unpublished";

    private final Request request;
    private final Model model;
    private final Set<String> because;

    WordCounter(Request request, Model model, Set<String> because) {
        this.request = request;
        this.model = model;
        this.because = because;
    }

    /** Of all that is counted under that name in a segment. */
    TokenCount count(Segment segment, String what, List<Text> texts) {
        if (texts.isEmpty()) {
            return TokenCount.ZERO;
        }
        TokenCount count = counted(model.tokenizer(), segment, what, texts);
        if (model.tokenizerAssumed()) {
            because.add("tokenizer_assumed");
            TokenCount any = counted(ANY_FAMILY, segment, what, texts);
            count = new TokenCount(
                    Math.min(count.low(), any.low()),
                    count.likely(),
                    Math.max(count.high(), any.high()),
                    Precision.ESTIMATED);
        }
        if (count.precision() != Precision.EXACT && !model.tokenizerAssumed()) {
            because.add("tokenizer");
        }
        return count;
    }

    /** What the counted texts are made of; in one lump where a vocabulary of their own counted them. */
    TextMix mix(List<Text> texts, TokenCount counted) {
        boolean exact = counted.precision() == Precision.EXACT && !model.tokenizerAssumed();
        TextMix mix = exact || texts.isEmpty() ? TextMix.NONE : request.counts.mix(model.tokenizer(), texts);
        return mix.scaledTo(counted.likely() * 1000);
    }

    private TokenCount counted(String tokenizer, Segment segment, String what, List<Text> texts) {
        return model.framing().trims() && what.equals("words")
                ? request.counts.count(
                        tokenizer,
                        "trimmed words " + segment.index(),
                        () -> texts.stream()
                                .map(t -> Text.of(t.value().strip()))
                                .toList())
                : request.counts.count(tokenizer, what + " " + segment.index(), () -> texts);
    }
}
