package smeta.http;

import java.io.Serial;
import java.util.List;

/** Every bad value of a query at once. */
final class BadQuery extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient List<Problem.Error> errors;

    BadQuery(List<Problem.Error> errors) {
        super(errors.size() + " bad query values");
        this.errors = List.copyOf(errors);
    }

    List<Problem.Error> errors() {
        return errors;
    }
}
