package smeta.media;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Gemini: a constant a sampled frame, and the sound a second.
 *
 * <p>Up to 2.5: 1 frame a second unless the request says otherwise, 258 a frame (66 at low resolution), 32 a second of
 * sound, which Google sums up as "approximately 300" (100) tokens a second: the rest is time stamps, whose size isn't
 * published and which only the upper bound takes in ({@code metadata}, {@code low_metadata}, a frame). From 3 on: 70 a
 * frame (280 at high), 25 a second. Where nobody knows whether there is a sound track, low is without, likely with.
 *
 * <p>Frames begun are counted. Source: ai.google.dev, "Understand and count tokens"; media resolution, 2026-09-19.
 */
record GeminiFrames(
        BigDecimal fps,
        Frame usual,
        Frame low,
        Frame high,
        BigDecimal soundPerSecond,
        @Nullable Long longestSeconds) implements VideoRule {
    static final String NAME = "gemini-frames";

    /** Tokens of a frame, and what its time stamp may add. */
    record Frame(long tokens, long metadata) {}

    static GeminiFrames from(Parameters p) {
        Frame usual = new Frame(p.whole("frame"), p.whole("metadata", 0));
        return new GeminiFrames(
                p.decimal("fps", BigDecimal.ONE),
                usual,
                new Frame(p.whole("low_frame", usual.tokens), p.whole("low_metadata", usual.metadata)),
                new Frame(p.whole("high_frame", usual.tokens), usual.metadata),
                p.decimal("sound"),
                p.wholeOrAbsent("longest_seconds"));
    }

    @Override
    public Measured measure(VideoFacts video) {
        Long millis = video.millis();
        if (millis != null) {
            return measure(video, millis);
        }
        Measured likely = measure(video, AudioFacts.ASSUMED_MILLIS);
        Measured most = longestSeconds == null ? likely : measure(video, longestSeconds * 1000);
        String how = likely.how() + "; length unknown, 60 s assumed";
        return longestSeconds == null
                ? Measured.unbounded(0, likely.tokens().likely(), most.tokens().high(), how + ", nothing bounds it")
                : Measured.between(0, likely.tokens().likely(), most.tokens().high(), how);
    }

    private Measured measure(VideoFacts video, long millis) {
        Frame frame = frame(video.detail());
        BigDecimal rate = video.fps() == null ? fps : video.fps();
        long frames = rate.multiply(BigDecimal.valueOf(millis, 3))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        long seen = Pixels.product(frames, frame.tokens);
        long heard = Boolean.FALSE.equals(video.sound()) ? 0 : AudioPerSecond.tokens(millis, soundPerSecond);
        long certainlyHeard = Boolean.TRUE.equals(video.sound()) ? heard : 0;
        String how = frames + " × " + frame.tokens
                + (heard == 0 ? "" : " + ⌈" + AudioPerSecond.seconds(millis) + " s × " + soundPerSecond + "⌉");
        return Measured.between(
                seen + certainlyHeard, seen + heard, seen + heard + Pixels.product(frames, frame.metadata), how);
    }

    private Frame frame(Detail detail) {
        return switch (detail) {
            case LOW -> low;
            case HIGH, ULTRA_HIGH -> high;
            case AUTO, MEDIUM, ORIGINAL, HIGH_RESOLUTION -> usual;
        };
    }

    @Override
    public Description describe() {
        return Description.of(
                NAME,
                fps + " frame(s) a second unless the request says otherwise; " + usual.tokens + " tokens a frame (low "
                        + low.tokens + ", high " + high.tokens + "), " + soundPerSecond
                        + " a second of sound. Time stamps: up to "
                        + usual.metadata + " a frame, in the upper bound.",
                "⌈s × fps⌉ × " + usual.tokens + " + ⌈s × " + soundPerSecond + "⌉",
                "https://ai.google.dev/gemini-api/docs/media-resolution",
                "2026-09-19");
    }
}
