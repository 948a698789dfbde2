package smeta.http.load;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.StreamingOutput;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import smeta.http.SmetaConfig;

/** Has every answer but a batch's put together whole, and read by its client without a thread that waits for it. */
class Answering {
    private final HeldBytes memory;
    private final Pace pace;

    @Inject
    Answering(Memory memory, SmetaConfig config) {
        this.memory = memory.answers();
        pace = Pace.ofReading(config.load());
    }

    @ServerResponseFilter
    void whole(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        if (!request.getMethod().equals(HttpMethod.HEAD) && !(response.getEntity() instanceof StreamingOutput)) {
            CurrentRequestManager.get().setOutputStream(new HeldAnswer(context, memory, pace));
        }
    }
}
