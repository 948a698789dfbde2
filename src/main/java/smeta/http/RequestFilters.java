package smeta.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Headers that every answer has. */
public class RequestFilters {
    public static final String REQUEST_ID = "X-Request-Id";

    @ServerResponseFilter
    void echo(ContainerRequestContext request, ContainerResponseContext response) {
        String id = request.getHeaderString(REQUEST_ID);
        if (echoes(id)) {
            response.getHeaders().putSingle(REQUEST_ID, id);
        }
        if (request.getMethod().equals("POST") && !response.getHeaders().containsKey("Cache-Control")) {
            response.getHeaders().putSingle("Cache-Control", "no-store");
        }
    }

    public static boolean echoes(@Nullable String id) {
        return id != null && id.length() <= 200 && id.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
