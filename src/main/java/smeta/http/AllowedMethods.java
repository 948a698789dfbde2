package smeta.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.Deployment;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/**
 * {@code Allow}, which whoever is answered 405 must be told (RFC 9110, 15.5.6): the methods that the routes themselves
 * have at this path. The framework leaves it out there, and tells {@code OPTIONS} of a HEAD where there is no GET.
 */
@Singleton
class AllowedMethods {
    private static final int METHOD_NOT_ALLOWED = 405;

    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == METHOD_NOT_ALLOWED || request.getMethod().equals(HttpMethod.OPTIONS)) {
            Set<String> methods = methods(CurrentRequestManager.get());
            if (methods.isEmpty()) {
                response.getHeaders().remove(HttpHeaders.ALLOW);
            } else {
                response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", methods));
            }
        }
    }

    /** Looks through the routes as the framework does for a request, for each method; few requests come to that. */
    private static Set<String> methods(ResteasyReactiveRequestContext request) {
        Deployment deployment = request.getDeployment();
        RequestMapper<InitialMatch> classes = new RequestMapper<>(deployment.getClassMappers());
        String path = request.getPathWithoutPrefix();
        Set<String> methods = new TreeSet<>();
        for (RequestMatch<InitialMatch> match = classes.map(path);
                match != null;
                match = classes.continueMatching(path, match)) {
            for (ServerRestHandler handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler routes) {
                    String rest = match.remaining.isEmpty() ? "/" : match.remaining;
                    routes.getMappers().forEach((method, routesOfMethod) -> {
                        if (method != null && routesOfMethod.map(rest) != null) {
                            methods.add(method);
                        }
                    });
                }
            }
        }
        if (methods.isEmpty()) {
            return Collections.emptySet();
        }
        methods.add(HttpMethod.OPTIONS);
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }
}
