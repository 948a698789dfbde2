package smeta.command;

import java.io.Serial;

/** A command that can't be carried out as it stands. The message says what was found and what to do. */
final class WrongUsage extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }
}
