package smeta.estimate;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.media.AudioFacts;
import smeta.media.AudioRule;

/**
 * How long a text is when it is spoken: 100 tokens are about 75 words (OpenAI, "What are tokens", 2025), and a speaker
 * takes a minute for about 150 words, so a token takes 300 ms. Only likely counts rest on it, never a bound.
 */
final class SpokenLength {
    private static final long MILLIS_A_TOKEN = 300;

    /** OpenAI's 20 tokens a second (realtime costs guide, 2026), for models whose own number is not published. */
    private static final AudioRule UNPUBLISHED = AudioRule.named("per-second", Map.of("tokens", "20"));

    private SpokenLength() {}

    static long millis(long textTokens) {
        return textTokens * MILLIS_A_TOKEN;
    }

    /** Of what is said in so much time. */
    static long textTokens(long millis) {
        return (millis + MILLIS_A_TOKEN - 1) / MILLIS_A_TOKEN;
    }

    /** Tokens of so much speech of the model's own. */
    static long tokens(Model model, long millis) {
        AudioRule rule = rule(model);
        return (rule == null ? UNPUBLISHED : rule)
                .measure(new AudioFacts(millis, true))
                .tokens()
                .likely();
    }

    static @Nullable AudioRule rule(Model model) {
        return model.media().speech();
    }
}
