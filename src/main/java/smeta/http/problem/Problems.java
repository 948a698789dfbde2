package smeta.http.problem;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import smeta.catalogue.yaml.OwnCards;
import smeta.estimate.Impossible;
import smeta.prompt.Unreadable;
import smeta.token.CountingInterrupted;

/** Maps exceptions to problems: the one place where they become answers. Nothing here quotes a prompt. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response badQuery(BadQuery e) {
        return e.problem().response();
    }

    @ServerExceptionMapper
    Response unreadable(Unreadable e) {
        boolean malformed = e.kind() == Unreadable.Kind.MALFORMED;
        return Problem.of(
                        malformed ? 400 : 422,
                        e.code(),
                        malformed ? "The body can't be read" : "The body can't be measured",
                        e.getMessage(),
                        e.hint())
                .at(e.pointer())
                .response();
    }

    @ServerExceptionMapper
    Response badRates(BadRates e) {
        OwnCards.Defect first = e.defects().get(0);
        List<Problem.Error> errors = e.defects().stream()
                .map(d -> new Problem.Error(d.pointer(), d.message(), null))
                .toList();
        String detail = first.message() + (errors.size() == 1 ? "" : " (errors lists " + errors.size() + " defects)");
        return Problem.of(
                        422,
                        "bad_rates",
                        "The rates can't be used",
                        detail,
                        "docs/catalogue.md describes the lines and units of a price card")
                .at(first.pointer())
                .listing(errors)
                .response();
    }

    @ServerExceptionMapper
    Response impossible(Impossible e) {
        return Problem.of(
                        422,
                        e.code(),
                        "The request contradicts itself or asks for what is not known",
                        e.getMessage(),
                        e.hint())
                .response();
    }

    @ServerExceptionMapper
    Response unknownModel(UnknownModel e) {
        String hint = e.suggestions().isEmpty()
                ? "GET /v1/models lists the models"
                : "did you mean " + String.join(", ", e.suggestions()) + "?";
        return Problem.of(
                        404, "unknown_model", "Unknown model", "The catalogue has no model “" + e.asked() + "”.", hint)
                .suggesting(e.suggestions())
                .response();
    }

    @ServerExceptionMapper
    Response busy(Busy e) {
        return Response.fromResponse(Problem.of(
                                503,
                                "busy",
                                "Service Unavailable",
                                "No turn to count came in time: other requests are being counted.",
                                "try again after the seconds in Retry-After")
                        .response())
                .header("Retry-After", 1)
                .build();
    }

    /** The client has gone, or the service stops. */
    @ServerExceptionMapper
    Response interrupted(CountingInterrupted e) {
        return new Refused(Problem.of(
                        503, "interrupted", "Service Unavailable", "The counting was interrupted.", "try again"))
                .response();
    }

    @ServerExceptionMapper
    Response refused(Refused e) {
        return e.response();
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        String code = switch (status) {
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 413 -> "body_too_large";
            case 415 -> "unsupported_media_type";
            default -> "http_" + status;
        };
        String detail = switch (status) {
            case 404 -> "There is nothing at this path.";
            case 405 -> "This path does not take this method.";
            case 406 -> "The answer is not available in an accepted media type; it is JSON.";
            case 413 -> "The body is larger than this service takes.";
            default ->
                e instanceof ClientErrorException && e.getMessage() != null
                        ? e.getMessage()
                        : "The request failed with status " + status + ".";
        };
        return Problem.of(
                        status,
                        code,
                        Response.Status.fromStatusCode(status) == null
                                ? "Error"
                                : Response.Status.fromStatusCode(status).getReasonPhrase(),
                        detail,
                        "/q/openapi describes the paths")
                .response();
    }

    /** What a body takes is estimated before it is read; this is for where that was too little. */
    @ServerExceptionMapper
    Response heapIsFull(OutOfMemoryError e) {
        LOG.error("the heap was too small for a request");
        return new Refused(Problem.of(
                        503,
                        "busy",
                        "Service Unavailable",
                        "There was not enough memory for this request.",
                        "send less in one request, or start the service with more memory (-Xmx)"))
                .response();
    }

    @ServerExceptionMapper
    Response anything(RuntimeException e) {
        // who writes an answer wraps what its stream throws
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused.response();
            }
        }
        String id = UUID.randomUUID().toString();
        // the message of an unexpected exception could quote a prompt, so only where it happened is logged
        StackTraceElement[] trace = e.getStackTrace();
        StringBuilder where = new StringBuilder(e.getClass().getName());
        for (int i = 0; i < Math.min(12, trace.length); i++) {
            where.append(System.lineSeparator()).append("    at ").append(trace[i]);
        }
        LOG.errorf("unexpected failure %s: %s", id, where);
        return Problem.of(
                        500,
                        "internal_error",
                        "Internal error",
                        "Something failed that should not; the log has it under " + id + ".",
                        "report it with that number")
                .response();
    }
}
