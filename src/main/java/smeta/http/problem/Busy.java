package smeta.http.problem;

import java.io.Serial;

/** No turn came in time. */
public final class Busy extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public Busy() {
        super("no turn in time", null, false, false);
    }
}
