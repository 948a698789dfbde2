package smeta.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An error answer after RFC 9457.
 *
 * @param code    stable, for programs
 * @param pointer JSON pointer into the body; null if the body isn't meant
 * @param hint    what to do
 * @param errors  one for every bad value, where several are reported at once
 */
@RegisterForReflection
@Schema(name = "Problem", description = "An error after RFC 9457: what was found, what was expected, what to do.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Schema(required = true, description = "urn:smeta:problem: and the code")
        String type,

        @Schema(required = true, description = "the kind of problem, in a few words")
        String title,

        @Schema(required = true, description = "the HTTP status")
        int status,

        @Schema(required = true, description = "what was found and what was expected")
        String detail,

        @Schema(required = true, description = "stable, for programs", examples = "bad_query")
        String code,

        @Schema(description = "JSON pointer to the place in the body") @Nullable
        String pointer,

        @Schema(description = "what to do") @Nullable String hint,

        @Schema(description = "every bad value, where several are reported at once")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Error> errors,

        @Schema(description = "names that exist and are like the one that does not")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> suggestions) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Made when a problem is first written here, not with the first answer. */
    private static final class Json {
        static final ObjectMapper MAPPER = new ObjectMapper();
    }

    /** One bad value. */
    @Schema(name = "BadValue", description = "One bad value of a query or of rates.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Error(
            @Schema(required = true, description = "the parameter's name, or a pointer")
            String parameter,

            @Schema(required = true, description = "what was found, and what was expected")
            String detail,

            @Schema(description = "what to do about it") @Nullable
            String hint) {}

    public static Problem of(int status, String code, String title, String detail, @Nullable String hint) {
        return new Problem("urn:smeta:problem:" + code, title, status, detail, code, null, hint, List.of(), List.of());
    }

    public Problem at(String where) {
        return new Problem(type, title, status, detail, code, where, hint, errors, suggestions);
    }

    public Problem listing(List<Error> bad) {
        return new Problem(type, title, status, detail, code, pointer, hint, bad, suggestions);
    }

    public Problem suggesting(List<String> names) {
        return new Problem(type, title, status, detail, code, pointer, hint, errors, names);
    }

    /** As JSON, for answers that are given before a request reaches a resource. */
    public String text() {
        try {
            return Json.MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }

    public static boolean isJson(@Nullable MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }
}
