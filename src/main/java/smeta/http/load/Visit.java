package smeta.http.load;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Deadline;

/** A request that is worked for while its client waits. When the client goes, its thread is interrupted. */
final class Visit {
    private static final String KEY = Visit.class.getName();

    private @Nullable Thread worker;
    private boolean abandoned;
    private boolean over;
    private boolean large;
    private @Nullable Deadline deadline;
    private Load.@Nullable Place kept;

    /** @param request whose work ends some time after its client has gone */
    static void begin(RoutingContext context, ResteasyReactiveRequestContext request, boolean large) {
        Visit visit = new Visit();
        visit.large = large;
        context.put(KEY, visit);
        context.addEndHandler(ended -> {
            if (ended.failed()) {
                visit.abandon();
            }
        });
        request.registerCompletionCallback(worked -> visit.giveBack());
    }

    /** Null outside of a request, and for a batch, which notices by itself. */
    static @Nullable Visit of(@Nullable RoutingContext context) {
        return context == null ? null : context.get(KEY);
    }

    /** Whether it takes a turn of the large ones. */
    synchronized boolean isLarge() {
        return large;
    }

    /** Found out once the body is unpacked. */
    synchronized void grow() {
        large = true;
    }

    /** Of a large one whose wait for a turn has begun; null before. */
    synchronized @Nullable Deadline deadline() {
        return deadline;
    }

    synchronized void begin(Deadline end) {
        deadline = end;
    }

    /** What is given back when the work ends, or at once if it has. */
    void keep(Load.Place place) {
        synchronized (this) {
            if (!over) {
                kept = place;
                return;
            }
        }
        place.leave();
    }

    private void giveBack() {
        Load.Place place;
        synchronized (this) {
            over = true;
            place = kept;
            kept = null;
        }
        if (place != null) {
            place.leave();
        }
    }

    synchronized void enter() {
        worker = Thread.currentThread();
        if (abandoned) {
            worker.interrupt();
        }
    }

    /** The thread goes back to others, without this visit's interrupt. */
    synchronized void leave() {
        worker = null;
        if (abandoned) {
            Thread.interrupted();
        }
    }

    synchronized boolean isAbandoned() {
        return abandoned;
    }

    private synchronized void abandon() {
        abandoned = true;
        if (worker != null) {
            worker.interrupt();
        }
    }
}
