package smeta.http.load;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import smeta.http.SmetaConfig;

/**
 * The memory that bodies take: on their way, unpacked, or waiting for a turn. Large ones can fill three quarters of it
 * only, so that a few of them don't shut out the many small ones.
 */
@ApplicationScoped
public class HeldBytes {
    /** From here on a body is a large one. */
    static final long LARGE = 1 << 20;

    private final AtomicLong held = new AtomicLong();
    private final long most;

    @Inject
    public HeldBytes(SmetaConfig config) {
        most = config.load().bodies().asLongValue();
    }

    /**
     * @param more  bytes
     * @param whole bytes of the body that they belong to, these included
     * @return whether there was room; if not, nothing is taken. A single body always has room.
     */
    boolean take(long more, long whole) {
        long all = held.addAndGet(more);
        if (all <= (whole > LARGE ? most / 4 * 3 : most) || all == whole) {
            return true;
        }
        held.addAndGet(-more);
        return false;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
