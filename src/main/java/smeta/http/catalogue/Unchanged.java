package smeta.http.catalogue;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers with a tag, which are made only for whoever doesn't have them yet. */
final class Unchanged {
    private Unchanged() {}

    /** Replicas that would answer the same tell the same tag. */
    static String digest(String answer) {
        try {
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

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
