package smeta.media;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import smeta.meter.Count;

/**
 * Qwen-VL and Qwen-Omni: {@code ⌈frames / 2⌉ × w̄/factor × h̄/factor + extra}, and the sound a second where the model
 * hears.
 *
 * <p>Frames: length × fps, between {@code min_frames} and {@code max_frames}; of the length the part past whole seconds
 * counts only if it is longer than one frame lasts. A frame may have up to {@code frame_tokens}, less where
 * {@code total_tokens} shared among the frames is less, but never under 1.05 × {@code frame_min_tokens}; it is resized
 * by {@code smart_resize}. The service also sees the file's own frame rate and number of frames, which the bounds make
 * up for with a frame less or more.
 *
 * <p>The published algorithm is in floating point and is reproduced in it. Source: help.aliyun.com, "视觉理解" and
 * "Qwen-Omni", as of 2026-10.
 */
record QwenFrames(
        long factor,
        BigDecimal fps,
        long minFrames,
        long maxFrames,
        long frameMinTokens,
        long frameTokens,
        long totalTokens,
        long extra,
        @Nullable BigDecimal soundPerSecond)
        implements VideoRule {
    static final String NAME = "qwen-frames";
    private static final Pixels ASSUMED_FRAME = new Pixels(1280, 720);

    static QwenFrames from(Parameters p) {
        QwenFrames rule = new QwenFrames(
                p.whole("factor"),
                p.decimal("fps", BigDecimal.valueOf(2)),
                p.whole("min_frames", 4),
                p.whole("max_frames"),
                p.whole("frame_min_tokens", 128),
                p.whole("frame_tokens"),
                p.whole("total_tokens"),
                p.whole("extra", 0),
                p.decimalOrAbsent("sound"));
        if (rule.factor > 4096
                || rule.minFrames > rule.maxFrames
                || rule.maxFrames > 100_000
                || rule.fps.compareTo(VideoFacts.MOST_FPS) > 0) {
            p.defect("found factor " + rule.factor + ", frames " + rule.minFrames + "…" + rule.maxFrames + ", fps "
                    + rule.fps
                    + ", expected a factor up to 4096, frames in order up to 100000, at most 1000 fps");
        }
        return rule;
    }

    @Override
    public Measured measure(VideoFacts video) {
        Long millis = video.millis();
        Pixels size = video.size();
        BigDecimal rate = video.fps() == null ? fps : video.fps();
        long likelyMillis = millis == null ? AudioFacts.ASSUMED_MILLIS : millis;
        long frames = frames(likelyMillis, rate);
        long from = millis == null ? minFrames : Math.max(minFrames, frames - 1);
        long to = millis == null ? maxFrames : Math.min(maxFrames, frames + 1);
        long low = Long.MAX_VALUE;
        long high = 0;
        for (long n = from; n <= to; n++) {
            low = Math.min(low, size == null ? ceilHalf(n) : tokens(n, size));
            high = Math.max(high, size == null ? Pixels.product(ceilHalf(n), mostOfFrame(n)) : tokens(n, size));
        }
        Pixels likelySize = size == null ? ASSUMED_FRAME : size;
        long likely = tokens(frames, likelySize);
        String how = "⌈" + frames + " / 2⌉ × " + tokensOfFrame(frames, likelySize) + " + " + extra
                + (size == null ? "; frame size unknown, " + ASSUMED_FRAME + " assumed" : "")
                + (millis == null ? "; length unknown, 60 s assumed" : "");
        return withSound(Measured.between(low + extra, likely + extra, high + extra, how), video, likelyMillis);
    }

    private Measured withSound(Measured seen, VideoFacts video, long likelyMillis) {
        if (soundPerSecond == null || Boolean.FALSE.equals(video.sound())) {
            return seen;
        }
        long heard = AudioPerSecond.tokens(Math.max(1000, likelyMillis), soundPerSecond);
        long low = Boolean.TRUE.equals(video.sound()) && video.millis() != null ? heard : 0;
        String how =
                seen.how() + " + ⌈" + AudioPerSecond.seconds(likelyMillis) + " s × " + soundPerSecond + "⌉ of sound";
        return new Measured(seen.tokens().plus(Count.between(low, heard, heard)), how, video.millis() != null);
    }

    /** How many frames the service takes out of so long a video. */
    long frames(long millis, BigDecimal rate) {
        BigDecimal seconds = BigDecimal.valueOf(millis, 3);
        BigDecimal whole = BigDecimal.valueOf(millis / 1000);
        BigDecimal rest = seconds.subtract(whole);
        BigDecimal counted = rest.multiply(rate).compareTo(BigDecimal.ONE) > 0 ? seconds : whole;
        long frames = counted.multiply(rate).setScale(0, RoundingMode.FLOOR).longValueExact();
        return Math.min(maxFrames, Math.max(minFrames, frames));
    }

    private long tokens(long frames, Pixels size) {
        return Pixels.product(ceilHalf(frames), tokensOfFrame(frames, size));
    }

    private long tokensOfFrame(long frames, Pixels size) {
        double area = (double) factor * factor;
        Pixels seen = SmartResize.resized(size, factor, frameMinTokens * area, mostPixels(frames));
        // beyond 200 : 1, which the service refuses, the resized frame may still be over the limit
        return Math.min(mostOfFrame(frames), (seen.width() / factor) * (seen.height() / factor));
    }

    private long mostOfFrame(long frames) {
        return Math.max(1, (long) (mostPixels(frames) / ((double) factor * factor)));
    }

    private double mostPixels(long frames) {
        double area = (double) factor * factor;
        double share = totalTokens * area / frames * 2;
        return Math.max(Math.min(frameTokens * area, share), Math.floor(frameMinTokens * area * 1.05));
    }

    private static long ceilHalf(long frames) {
        return (frames + 1) / 2;
    }

    @Override
    public Description describe() {
        return Description.of(
                NAME,
                fps + " frames a second, " + minFrames + " to " + maxFrames
                        + " of them, taken in pairs; a frame is resized to"
                        + " multiples of " + factor + " px and at most " + frameTokens
                        + " tokens, all together to about "
                        + totalTokens + (soundPerSecond == null ? "." : "; sound " + soundPerSecond + " a second."),
                "⌈frames / 2⌉ × w̄/" + factor + " × h̄/" + factor + " + " + extra,
                "https://help.aliyun.com/zh/model-studio/vision",
                "2026-10-31");
    }
}
