package smeta.http.load;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import smeta.http.RequestFilters;
import smeta.http.SmetaConfig;
import smeta.http.problem.Problem;
import io.vertx.ext.web.Router;

/**
 * Looks at a request before its body is read: too large is 413, no room is 503. Runs on the event loop and never waits,
 * so health and metrics, which don't come by here, are answered under any load.
 */
@ApplicationScoped
class Admission {
    /** After the server's own handler of body sizes, before everything that reads a body. */
    private static final int ORDER = -1;
    private static final String BATCHES = "/v1/batches";
    /** What a body of unknown length is taken for until it is read. */
    private static final long UNKNOWN_LENGTH = 1 << 20;

    private final Load load;
    private final Meters meters;
    private final long largest;

    @Inject
    Admission(Load load, Meters meters, SmetaConfig config) {
        this.load = load;
        this.meters = meters;
        largest = config.load().body().asLongValue();
    }

    void route(@Observes Router router) {
        router.route("/v1/*").method(HttpMethod.POST).order(ORDER).handler(this::admit);
    }

    private void admit(RoutingContext context) {
        boolean batch = context.normalizedPath().equals(BATCHES);
        long length = length(context);
        if (!batch && length > largest) {
            meters.rejected("body_too_large");
            refuse(
                    context,
                    Problem.of(
                            413,
                            "body_too_large",
                            "Request Entity Too Large",
                            "The body has " + length + " bytes; the most that this service takes is " + largest + ".",
                            "send less, or raise smeta.load.body"),
                    false);
            return;
        }
        Load.Place place = batch ? load.admitBatch() : load.admit(length < 0 ? UNKNOWN_LENGTH : length);
        if (place == null) {
            meters.rejected("busy");
            refuse(
                    context,
                    Problem.of(
                            503,
                            "busy",
                            "Service Unavailable",
                            "All places are taken: so many requests are being counted or wait for it already.",
                            "try again after the seconds in Retry-After"),
                    true);
            return;
        }
        context.addEndHandler(ended -> place.leave());
        context.next();
    }

    private static long length(RoutingContext context) {
        @Nullable String header = context.request().getHeader("Content-Length");
        try {
            return header == null ? -1 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static void refuse(RoutingContext context, Problem problem, boolean later) {
        var response = context.response().setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store");
        if (later) {
            response.putHeader("Retry-After", "1");
        }
        String id = context.request().getHeader(RequestFilters.REQUEST_ID);
        if (RequestFilters.echoes(id)) {
            response.putHeader(RequestFilters.REQUEST_ID, id);
        }
        if (later) {
            response.end(problem.text());
            return;
        }
        // the rest of the body isn't wanted
        response.putHeader("Connection", "close")
                .end(problem.text())
                .onComplete(ended -> context.request().connection().close());
    }
}
