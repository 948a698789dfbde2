package smeta.media;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A rate of tokens a second, rounded up once, at the end. Some vendors count a recording under a second as one.
 *
 * <p>OpenAI: 1 token each 100 ms of the user's and each 50 ms of the assistant's (10 and 20 a second; realtime costs
 * guide). Gemini: 32 up to 2.5, 25 from 3 on. Qwen: 25 (Omni-Turbo, Audio), 12.5 (3-Omni-Flash), 7 (3.5-Omni), at least
 * one second. An unknown length is taken as one minute; without {@code longest_seconds} nothing bounds it.
 *
 * @param rate           tokens a second, exact
 * @param assistantRate  the same for what the model itself said in an earlier turn
 * @param minSeconds     shorter recordings count as this long
 * @param longestSeconds the longest recording that the vendor takes, or null if not known
 */
record AudioPerSecond(
        BigDecimal rate,
        BigDecimal assistantRate,
        long minSeconds,
        @Nullable Long longestSeconds) implements AudioRule {
    static final String NAME = "per-second";

    static AudioPerSecond from(Parameters p) {
        BigDecimal rate = p.decimal("tokens");
        return new AudioPerSecond(
                rate,
                p.decimal("assistant_tokens", rate),
                p.whole("min_seconds", 0),
                p.wholeOrAbsent("longest_seconds"));
    }

    @Override
    public Measured measure(AudioFacts audio) {
        BigDecimal perSecond = audio.fromAssistant() ? assistantRate : rate;
        Long millis = audio.millis();
        if (millis != null) {
            long counted = Math.max(millis, minSeconds * 1000);
            return Measured.exact(tokens(counted, perSecond), "⌈" + seconds(counted) + " s × " + perSecond + "⌉");
        }
        long low = tokens(minSeconds * 1000, perSecond);
        long likely = tokens(AudioFacts.ASSUMED_MILLIS, perSecond);
        String how = perSecond + " a second; length unknown, 60 s assumed";
        return longestSeconds == null
                ? Measured.unbounded(low, likely, likely, how + ", nothing bounds it")
                : Measured.between(low, likely, tokens(longestSeconds * 1000, perSecond), how);
    }

    static long tokens(long millis, BigDecimal perSecond) {
        return perSecond
                .multiply(BigDecimal.valueOf(millis, 3))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    static String seconds(long millis) {
        BigDecimal seconds = BigDecimal.valueOf(millis, 3).stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0).toPlainString() : seconds.toPlainString();
    }

    @Override
    public Description describe() {
        String other = assistantRate.compareTo(rate) == 0 ? "" : ", " + assistantRate + " of the assistant's";
        String least = minSeconds == 0 ? "" : " At least " + minSeconds + " s.";
        return Description.of(
                NAME,
                rate + " tokens a second" + other + ", rounded up." + least,
                "⌈s × " + rate + "⌉",
                "the vendor's page on audio, given with the constants in the catalogue",
                "2026-11-22");
    }
}
