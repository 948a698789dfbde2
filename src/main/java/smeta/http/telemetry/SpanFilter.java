package smeta.http.telemetry;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Begins a request's span before its body is read. Health and metrics don't come by here. */
class SpanFilter {
    private final Spans spans;

    @Inject
    SpanFilter(Spans spans) {
        this.spans = spans;
    }

    @ServerRequestFilter(preMatching = true, priority = 1)
    void begin(RoutingContext context) {
        spans.begin(context);
    }
}
