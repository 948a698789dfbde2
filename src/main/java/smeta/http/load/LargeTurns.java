package smeta.http.load;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import smeta.http.SmetaConfig;
import smeta.http.problem.Busy;
import smeta.http.problem.Refused;

/**
 * The turns of large requests, and the memory that they take. A large request is not read before it has both, and has
 * them until its answer is made: so few of them work at one time, however many wait, and small ones pass them by.
 */
@ApplicationScoped
public class LargeTurns {
    private static final int MEGABYTE = 1 << 20;
    /** Deadlines that one waits; past the first its answer has bounds. */
    private static final int PATIENCE = 5;

    private final Semaphore turns;
    private final Semaphore memory;
    private final int most;
    private final Duration patience;
    private final AtomicInteger waiting = new AtomicInteger();

    @Inject
    public LargeTurns(SmetaConfig config, Memory shares) {
        turns = new Semaphore(
                config.load().concurrent().orElse(Runtime.getRuntime().availableProcessors()), true);
        most = (int) Math.min(Integer.MAX_VALUE, shares.work() / MEGABYTE);
        memory = new Semaphore(most, true);
        patience = config.load().deadline().multipliedBy(PATIENCE);
    }

    /**
     * Waits for a turn and for memory.
     *
     * @param bytes that the request is going to take
     * @return what gives both back, once
     * @throws Refused if it takes more than there is at all, or if the thread is interrupted since the client has gone
     * @throws Busy if it had to wait for too long
     */
    Load.Place take(long bytes) {
        int need = (int) Math.min(Integer.MAX_VALUE, bytes / MEGABYTE);
        if (need > most) {
            throw new Refused(LoadProblems.tooHeavy(need, most));
        }
        long end = System.nanoTime() + patience.toNanos();
        waiting.incrementAndGet();
        try {
            if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Busy();
            }
            awaitMemory(need, end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(LoadProblems.abandoned());
        } finally {
            waiting.decrementAndGet();
        }
        return Load.once(() -> {
            memory.release(need);
            turns.release();
        });
    }

    /** With a turn, which is given back if there is no memory. */
    private void awaitMemory(int need, long end) throws InterruptedException {
        boolean taken = false;
        try {
            taken = memory.tryAcquire(need, Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } finally {
            if (!taken) {
                turns.release();
            }
        }
        if (!taken) {
            throw new Busy();
        }
    }

    /** Of a batch, whose lines are bounded: waits for as long as it takes. */
    Load.Place takePatiently() throws InterruptedException {
        turns.acquire();
        return Load.once(turns::release);
    }

    int waiting() {
        return waiting.get();
    }
}
