package smeta.prompt;

import java.io.Serial;
import java.util.Objects;

/**
 * A body that cannot be understood. {@link Kind#MALFORMED} is not JSON or not text at all; {@link Kind#UNSUPPORTED} was
 * understood but holds something that cannot be measured.
 */
public final class Unreadable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public enum Kind {
        MALFORMED,
        UNSUPPORTED
    }

    private final Kind kind;
    private final String code;
    private final String pointer;
    private final String hint;

    /**
     * @param code    stable, for programs: {@code not_json}, {@code unknown_part}, {@code wrong_type}, …
     * @param message what was found and what was expected; never quotes the prompt
     * @param hint    what to do
     */
    public Unreadable(Kind kind, String code, String pointer, String message, String hint) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.pointer = pointer;
        this.hint = hint;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public String code() {
        return code;
    }

    public String pointer() {
        return pointer;
    }

    public String hint() {
        return hint;
    }
}
