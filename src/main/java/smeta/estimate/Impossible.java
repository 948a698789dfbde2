package smeta.estimate;

import java.io.Serial;
import java.util.Objects;

/** Assumptions that contradict the request or each other, or ask for what nobody publishes. */
public final class Impossible extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;

    /** @param code stable: {@code cached_exceeds_input}, {@code no_exchange_rate}, … */
    public Impossible(String code, String message, String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public String code() {
        return code;
    }

    public String hint() {
        return hint;
    }
}
