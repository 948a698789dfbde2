package smeta.http.load;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** A request that is worked for while its client waits. When the client goes, its thread is interrupted. */
final class Visit {
    private static final String KEY = Visit.class.getName();

    private @Nullable Thread worker;
    private boolean abandoned;

    static void begin(RoutingContext context) {
        Visit visit = new Visit();
        context.put(KEY, visit);
        context.addEndHandler(ended -> {
            if (ended.failed()) {
                visit.abandon();
            }
        });
    }

    /** Null outside of a request, and for a batch, which notices by itself. */
    static @Nullable Visit of(@Nullable RoutingContext context) {
        return context == null ? null : context.get(KEY);
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
