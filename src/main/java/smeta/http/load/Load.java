package smeta.http.load;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Deadline;
import smeta.http.SmetaConfig;
import smeta.http.problem.Busy;
import smeta.http.problem.Refused;

/**
 * Keeps the work bounded: so many requests count at once, so many wait, the rest are turned away once they have come
 * ({@link Admission}). Batches have places of their own, and their lines take turns with the requests.
 */
@Startup
@ApplicationScoped
public class Load {
    private final Semaphore counting;
    private final Semaphore listing;
    private final int concurrent;
    private final int places;
    private final int largePlaces;
    private final int batchPlaces;
    private final int listPlaces;
    private final Duration deadline;
    private final AtomicInteger admitted = new AtomicInteger();
    private final AtomicInteger large = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicInteger lists = new AtomicInteger();
    private final LargeTurns largeTurns;
    private final CurrentVertxRequest current;
    private volatile boolean closing;

    @Inject
    public Load(SmetaConfig config, LargeTurns largeTurns, CurrentVertxRequest current) {
        this.largeTurns = largeTurns;
        this.current = current;
        SmetaConfig.LoadConfig load = config.load();
        concurrent = load.concurrent().orElse(Runtime.getRuntime().availableProcessors());
        places = concurrent + load.queue();
        largePlaces = concurrent + load.queue() / 4 * 3;
        batchPlaces = load.batches().orElse(concurrent);
        listPlaces = load.lists();
        deadline = load.deadline();
        counting = new Semaphore(concurrent, true);
        listing = new Semaphore(concurrent, true);
    }

    /** A place in the house; given back once. */
    interface Place {
        void leave();
    }

    /** @return null if there is no room */
    @Nullable
    Place admit() {
        return admit(admitted, places);
    }

    /** As {@link #admit}, of a large request; they can't fill the house. */
    @Nullable
    Place admitLarge() {
        Place among = admit(large, largePlaces);
        if (among == null) {
            return null;
        }
        Place place = admit();
        if (place == null) {
            among.leave();
            return null;
        }
        return () -> {
            place.leave();
            among.leave();
        };
    }

    @Nullable
    Place admitBatch() {
        return admit(batches, batchPlaces);
    }

    /** Of a GET, which keeps it until its answer is made. */
    @Nullable
    Place admitList() {
        return admit(lists, listPlaces);
    }

    private @Nullable Place admit(AtomicInteger inside, int most) {
        if (inside.incrementAndGet() > most || closing) {
            inside.decrementAndGet();
            return null;
        }
        return once(inside::decrementAndGet);
    }

    static Place once(Runnable leave) {
        AtomicInteger left = new AtomicInteger();
        return () -> {
            if (left.getAndIncrement() == 0) {
                leave.run();
            }
        };
    }

    /**
     * Waits for a turn, at most until the deadline, which begins now. Past it the work is done with bounds alone. A large request has its
     * turn already, or waits for one longer than that, since without one it works for nothing. From now on the thread is interrupted if the
     * client goes.
     *
     * @throws Refused if it has gone already
     * @throws Busy    if no turn of the large ones comes
     */
    public Turn take() {
        Visit visit = Arc.container().requestContext().isActive() ? Visit.of(current.getCurrent()) : null;
        if (visit != null && visit.isLarge()) {
            takeLarge(visit, 0);
        }
        Deadline end = visit != null && visit.deadline() != null ? visit.deadline() : Deadline.in(deadline);
        if (visit != null) {
            visit.enter();
        }
        boolean large = visit != null && visit.isLarge();
        boolean inTime = large ? end.leftNanos() > 0 : acquire(Math.max(0, end.leftNanos()));
        Turn turn = new Turn(end, inTime, inTime && !large, visit);
        if (visit != null && visit.isAbandoned()) {
            turn.close();
            throw new Refused(LoadProblems.abandoned());
        }
        return turn;
    }

    /**
     * Waits for the one turn that a large request keeps until its answer is made; at once if it has it.
     *
     * @param bytes of memory that it is going to take
     * @throws Busy    if none comes
     * @throws Refused if it takes too much, or the client has gone
     */
    void takeLarge(Visit visit, long bytes) {
        if (visit.deadline() != null) {
            return;
        }
        visit.begin(Deadline.in(deadline));
        visit.enter();
        try {
            visit.keep(largeTurns.take(bytes));
        } finally {
            visit.leave();
        }
    }

    /**
     * The turn of a GET that lists many things.
     *
     * @throws Busy    if none comes for two deadlines
     * @throws Refused if the thread is interrupted
     */
    Place takeList() {
        try {
            if (!listing.tryAcquire(2 * deadline.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Busy();
            }
            return once(listing::release);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(LoadProblems.abandoned());
        }
    }

    /**
     * As {@link #take}, for answers that a bound would make useless.
     *
     * @throws Busy if no turn comes before the deadline
     */
    public Turn takeOrRefuse() {
        Turn turn = take();
        if (!turn.inTime) {
            turn.close();
            throw new Busy();
        }
        return turn;
    }

    /** A turn of the large ones, waited for as long as it takes; null only if the thread is to stop. */
    public @Nullable Turn takePatiently() {
        try {
            Place place = largeTurns.takePatiently();
            return new Turn(Deadline.in(deadline), true, false, null) {
                @Override
                public void close() {
                    place.leave();
                }
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private boolean acquire(long nanos) {
        waiting.incrementAndGet();
        try {
            return counting.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** A turn to count; closed when the work is done. */
    public class Turn implements AutoCloseable {
        private final Deadline deadline;
        private final boolean inTime;
        private final boolean holds;
        private final @Nullable Visit visit;

        private Turn(Deadline deadline, boolean inTime, boolean holds, @Nullable Visit visit) {
            this.deadline = deadline;
            this.inTime = inTime;
            this.holds = holds;
            this.visit = visit;
        }

        public Deadline deadline() {
            return deadline;
        }

        @Override
        public void close() {
            if (holds) {
                counting.release();
            }
            if (visit != null) {
                visit.leave();
            }
        }
    }

    public int concurrent() {
        return concurrent;
    }

    int waiting() {
        return waiting.get();
    }

    public int counting() {
        return concurrent - counting.availablePermits();
    }

    public int batches() {
        return batches.get();
    }

    int admitted() {
        return admitted.get();
    }

    @PreDestroy
    void close() {
        closing = true;
    }
}
