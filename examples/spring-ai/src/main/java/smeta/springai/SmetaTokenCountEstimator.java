package smeta.springai;

import java.util.List;
import org.springframework.ai.content.MediaContent;
import org.springframework.ai.tokenizer.TokenCountEstimator;
import smeta.library.Call;
import smeta.library.Smeta;

/**
 * Tokens as a model that Smeta knows counts them: of a text alone, of messages with their framing and media. Spring AI
 * asks for one number: this gives the likely one.
 */
public final class SmetaTokenCountEstimator implements TokenCountEstimator {
    private final Smeta smeta;
    private final String model;

    /** @param model in any spelling that Smeta knows */
    public SmetaTokenCountEstimator(Smeta smeta, String model) {
        this.smeta = smeta;
        this.model = model;
    }

    @Override
    public int estimate(String text) {
        return text == null ? 0 : Math.toIntExact(smeta.count(model, text).likely());
    }

    /** What the message adds to a conversation: the same twice, less once, so that what frames the whole drops out. */
    @Override
    public int estimate(MediaContent message) {
        return estimate(List.of(message, message)) - estimate(List.of(message));
    }

    @Override
    public int estimate(Iterable<MediaContent> messages) {
        Call call = Call.ofRequest(RequestBody.of(messages).toString()).model(model);
        return Math.toIntExact(smeta.estimate(call).input().likely());
    }
}
