package smeta.http.problem;

import java.io.Serial;
import java.util.List;

/** Every bad value of a query at once. */
public final class BadQuery extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Problem.Error> errors;

    public BadQuery(List<Problem.Error> errors) {
        super(errors.size() + " bad query values");
        this.errors = List.copyOf(errors);
    }

    public List<Problem.Error> errors() {
        return errors;
    }

    public Problem problem() {
        boolean alone = errors.size() == 1;
        return Problem.of(
                        400,
                        "bad_query",
                        "Bad query",
                        alone
                                ? errors.get(0).detail()
                                : errors.size() + " query values can't be used; errors lists them.",
                        alone ? errors.get(0).hint() : null)
                .listing(errors);
    }
}
