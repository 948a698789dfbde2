package smeta.http.load;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A bounded memory for bodies, or for answers. Large ones can fill three quarters of it only, so that a few of them don't shut out
 * the many small ones.
 */
class HeldBytes {
    /** From here on one is large. */
    static final long LARGE = 1 << 20;

    private final AtomicLong held = new AtomicLong();
    private final long most;

    HeldBytes(long most) {
        this.most = most;
    }

    /**
     * @param more  bytes
     * @param whole bytes of the body or answer that they belong to, these included
     * @return whether there was room; if not, nothing is taken. A single one always has room.
     */
    boolean take(long more, long whole) {
        long all = held.addAndGet(more);
        if (all <= (whole > LARGE ? most / 4 * 3 : most) || all == whole) {
            return true;
        }
        held.addAndGet(-more);
        return false;
    }

    /** @return null where the heap has no room for it after all */
    static byte @Nullable [] copyOf(byte[] bytes, int size) {
        try {
            return Arrays.copyOf(bytes, size);
        } catch (OutOfMemoryError e) {
            return null;
        }
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
