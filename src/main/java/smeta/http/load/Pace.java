package smeta.http.load;

import java.time.Duration;
import smeta.http.SmetaConfig;

/**
 * How slowly a client may send or read: in every window at least so many bytes.
 *
 * @param window also the longest pause
 */
public record Pace(Duration window, long bytesPerSecond) {
    public static Pace of(SmetaConfig.LoadConfig config) {
        return new Pace(config.pause(), config.leastRate().asLongValue());
    }

    /** Of who reads an answer. The system's buffers empty in large steps, so the window is a long one. */
    public static Pace ofReading(SmetaConfig.LoadConfig config) {
        return new Pace(config.arrival(), config.leastRate().asLongValue());
    }

    /** Bytes that a window must bring; never none, so that a stalled client is always too slow. */
    public long leastBytes() {
        return Math.max(1, bytesPerSecond * window.toMillis() / 1000);
    }
}
