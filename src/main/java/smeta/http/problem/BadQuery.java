package smeta.http.problem;

import java.io.Serial;
import java.util.List;

/** Every bad value of a query at once. */
public final class BadQuery extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient List<Problem.Error> errors;

    public BadQuery(List<Problem.Error> errors) {
        super(errors.size() + " bad query values");
        this.errors = List.copyOf(errors);
    }

    public List<Problem.Error> errors() {
        return errors;
    }
}
