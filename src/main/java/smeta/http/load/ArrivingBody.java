package smeta.http.load;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a body that have come so far. It takes memory as bytes come, not as they are announced, and gives all of
 * it back once. Not thread-safe: a connection has one event loop.
 */
final class ArrivingBody {
    private static final int FIRST = 4096;

    private final HeldBytes memory;
    private final long announced;
    private final long largest;
    private byte[] bytes = new byte[0];
    private int count;
    private boolean given;

    /**
     * @param announced bytes, or -1 if that isn't known
     * @param largest   bytes that are accepted
     */
    ArrivingBody(HeldBytes memory, long announced, long largest) {
        this.memory = memory;
        this.announced = announced;
        this.largest = Math.min(largest, Integer.MAX_VALUE - 8);
    }

    /** Why a chunk isn't taken. */
    enum Refusal {
        TOO_LARGE,
        NO_MEMORY
    }

    /** Null if the chunk was taken. */
    @Nullable
    Refusal add(Buffer chunk) {
        int more = chunk.length();
        if (count + (long) more > largest) {
            return Refusal.TOO_LARGE;
        }
        if (count + more > bytes.length && !grow(count + more)) {
            return Refusal.NO_MEMORY;
        }
        chunk.getBytes(bytes, count);
        count += more;
        return null;
    }

    private boolean grow(int need) {
        long wanted = Math.max(need, Math.max(FIRST, 2L * bytes.length));
        long bound = announced < need ? largest : announced;
        int size = (int) Math.min(wanted, bound);
        if (!memory.take(size - bytes.length, size)) {
            return false;
        }
        byte[] grown = HeldBytes.copyOf(bytes, size);
        if (grown == null) {
            memory.giveBack(size - bytes.length);
            return false;
        }
        bytes = grown;
        return true;
    }

    int count() {
        return count;
    }

    long largest() {
        return largest;
    }

    /** The whole body, once nothing more comes. */
    byte[] whole() {
        if (count < bytes.length) {
            memory.giveBack(bytes.length - count);
            bytes = Arrays.copyOf(bytes, count);
        }
        return bytes;
    }

    /** Gives the memory back, at the latest when the answer has been made. */
    void giveBack() {
        if (!given) {
            given = true;
            memory.giveBack(bytes.length);
        }
    }
}
