package smeta.http.load;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds a connection of HTTP/2 to the number of streams that it was told, whether or not it listens: a stream more is refused in a
 * way that lets its client ask again, and a connection that opens ten times as many is closed.
 */
@ApplicationScoped
class Streams {
    /** What Vert.x tells every client. */
    static final int MOST = 100;

    private static final int FAR_TOO_MANY = 10 * MOST;
    private static final long REFUSED_STREAM = 7;
    private static final int FIRST = 1000;

    private final Map<HttpConnection, AtomicInteger> open = Collections.synchronizedMap(new WeakHashMap<>());

    void register(@Observes Filters filters) {
        filters.register(this::count, FIRST);
    }

    private void count(RoutingContext context) {
        if (context.request().version() != HttpVersion.HTTP_2) {
            context.next();
            return;
        }
        HttpConnection connection = context.request().connection();
        AtomicInteger here = open.computeIfAbsent(connection, c -> new AtomicInteger());
        int now = here.incrementAndGet();
        if (now > FAR_TOO_MANY) {
            connection.close();
        } else if (now > MOST) {
            // stays counted for good: whoever goes on like this is closed in the end
            context.response().reset(REFUSED_STREAM);
        } else {
            context.addEndHandler(ended -> here.decrementAndGet());
            context.vertx().runOnContext(read -> begin(context));
        }
    }

    /** Once everything that came with the request is read, which may have been that its client doesn't want it any more. */
    private static void begin(RoutingContext context) {
        if (!context.response().closed()) {
            context.next();
        }
    }
}
