package smeta.http.catalogue;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers with a tag, which are made only for whoever doesn't have them yet. */
final class Unchanged {
    private Unchanged() {}

    /** 304 without a body, or 200 with the answer; both with the tag. */
    static <T> RestResponse<T> or(Request request, EntityTag tag, Supplier<T> answer) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.NOT_MODIFIED)
                    .tag(tag)
                    .build();
        }
        return RestResponse.ResponseBuilder.ok(answer.get(), MediaType.APPLICATION_JSON)
                .tag(tag)
                .header("Cache-Control", "no-cache")
                .build();
    }
}
