package smeta.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Headers that every answer has. */
class RequestFilters {
    private static final String REQUEST_ID = "X-Request-Id";

    @ServerResponseFilter
    void echo(ContainerRequestContext request, ContainerResponseContext response) {
        String id = request.getHeaderString(REQUEST_ID);
        if (id != null && id.length() <= 200 && id.chars().allMatch(c -> c > ' ' && c < 127)) {
            response.getHeaders().putSingle(REQUEST_ID, id);
        }
        if (request.getMethod().equals("POST") && !response.getHeaders().containsKey("Cache-Control")) {
            response.getHeaders().putSingle("Cache-Control", "no-store");
        }
    }
}
