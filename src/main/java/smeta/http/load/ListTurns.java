package smeta.http.load;

import io.quarkus.runtime.BlockingOperationControl;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import smeta.http.problem.Refused;

/** Lets few GETs make long lists at one time, and none for a client that has gone. */
class ListTurns {
    private static final Set<String> LONG = new TreeSet<>(List.of("/v1/models", "/v1/catalogue/snapshot"));

    private final Load load;

    @Inject
    ListTurns(Load load) {
        this.load = load;
    }

    @ServerRequestFilter
    void turn(ContainerRequestContext request, RoutingContext context) {
        if (!request.getMethod().equals(HttpMethod.GET)
                || !LONG.contains(context.normalizedPath())
                || !BlockingOperationControl.isBlockingAllowed()) {
            return;
        }
        if (context.response().closed()) {
            throw new Refused(LoadProblems.abandoned());
        }
        Load.Place turn = load.takeList();
        CurrentRequestManager.get().registerCompletionCallback(worked -> turn.leave());
        if (context.response().closed()) {
            throw new Refused(LoadProblems.abandoned());
        }
    }
}
