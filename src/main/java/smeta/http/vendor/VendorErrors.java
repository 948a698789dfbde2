package smeta.http.vendor;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import smeta.http.problem.Problem;
import smeta.prompt.Dialect;

/**
 * Gives problems on the vendors' own paths the shape that the vendor's client expects, whatever raised them: a body
 * that can't be read, an unknown model, a wrong method, too many requests. What a vendor calls an invalid request is a
 * 400.
 */
class VendorErrors {
    private static final Pattern ANTHROPIC = Pattern.compile("/v1/messages/count_tokens");
    private static final Pattern OPENAI = Pattern.compile("(/v1)?/responses/input_tokens");
    private static final Pattern GEMINI = Pattern.compile("/v1[a-z0-9]*/.*models/.+:countTokens");
    private static final Pattern INDEX = Pattern.compile("\\.(\\d+)(?=\\.|$)");

    @ServerResponseFilter
    void reshape(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400 || !(response.getEntity() instanceof Problem problem)) {
            return;
        }
        Dialect dialect = dialect(request.getUriInfo().getPath());
        if (dialect == null) {
            return;
        }
        int status = response.getStatus() == 422 ? 400 : response.getStatus();
        response.setStatus(status);
        response.setEntity(shaped(dialect, status, problem), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
    }

    /** Null for a path that isn't a vendor's. */
    static @Nullable Dialect dialect(String path) {
        String absolute = path.startsWith("/") ? path : "/" + path;
        if (ANTHROPIC.matcher(absolute).matches()) {
            return Dialect.ANTHROPIC;
        } else if (OPENAI.matcher(absolute).matches()) {
            return Dialect.OPENAI_RESPONSES;
        }
        return GEMINI.matcher(absolute).matches() ? Dialect.GEMINI : null;
    }

    static Object shaped(Dialect dialect, int status, Problem problem) {
        String pointer = orEmpty(problem.pointer());
        String hint = orEmpty(problem.hint());
        String message = problem.detail()
                + (pointer.isEmpty() ? "" : " At " + pointer + ".")
                + (hint.isEmpty() ? "" : " (" + hint + ")");
        boolean model = problem.code().equals("unknown_model");
        return switch (dialect) {
            case ANTHROPIC -> new AnthropicError("error", new AnthropicError.What(anthropic(status), message));
            case GEMINI -> new GeminiError(new GeminiError.What(status, message, gemini(status)));
            default ->
                new OpenAiError(new OpenAiError.What(
                        message,
                        status >= 500 ? "server_error" : status == 429 ? "rate_limit_error" : "invalid_request_error",
                        model ? "model" : parameter(pointer),
                        model ? "model_not_found" : status == 429 ? "rate_limit_exceeded" : problem.code()));
        };
    }

    private static String anthropic(int status) {
        return switch (status) {
            case 404 -> "not_found_error";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_error";
            case 503 -> "overloaded_error";
            default -> status >= 500 ? "api_error" : "invalid_request_error";
        };
    }

    private static String gemini(int status) {
        return switch (status) {
            case 404 -> "NOT_FOUND";
            case 429 -> "RESOURCE_EXHAUSTED";
            case 503 -> "UNAVAILABLE";
            default -> status >= 500 ? "INTERNAL" : "INVALID_ARGUMENT";
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** {@code /input/0/content} is {@code input[0].content} in OpenAI's errors. */
    private static @Nullable String parameter(String pointer) {
        return pointer.isEmpty()
                ? null
                : INDEX.matcher(pointer.substring(1).replace('/', '.')).replaceAll("[$1]");
    }
}
