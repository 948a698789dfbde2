package smeta.http.vendor;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Gemini's count endpoint has many addresses: another version, a project and publisher before the model as on Vertex
 * AI, the colon encoded. Inside it has one.
 */
class GeminiPaths {
    private static final String COUNTED = "countTokens";
    private static final Pattern COUNT = Pattern.compile(
            "/v1[a-z0-9]*/(?:(?:projects/[^/]+/locations/[^/]+/)?publishers/[^/]+/)?models/(.+)(?::|%3[Aa])" + COUNTED);

    @ServerRequestFilter(preMatching = true)
    void toOneForm(ContainerRequestContext request) {
        // all requests come by here, and few of them are for it
        if (!request.getUriInfo().getPath().contains(COUNTED)) {
            return;
        }
        URI uri = request.getUriInfo().getRequestUri();
        Matcher matcher = COUNT.matcher(uri.getRawPath());
        if (matcher.matches()) {
            request.setRequestUri(UriBuilder.fromUri(uri)
                    .replacePath("/v1beta/models/" + matcher.group(1) + ":countTokens")
                    .build());
        }
    }
}
