package smeta.http.problem;

import jakarta.ws.rs.core.Response;
import java.io.Serial;

/** A request that asks for more than this service gives. */
public final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** With what RFC 9110 asks for: when to come again, or which packings are taken. */
    public Response response() {
        Response.ResponseBuilder answer = Response.fromResponse(problem.response());
        return switch (problem.status()) {
            case 503 -> answer.header("Retry-After", 1).build();
            case 415 -> answer.header("Accept-Encoding", "gzip, deflate").build();
            default -> answer.build();
        };
    }
}
