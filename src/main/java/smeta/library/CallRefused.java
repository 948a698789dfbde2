package smeta.library;

import java.io.Serial;
import java.util.function.Supplier;
import smeta.budget.ScenarioDefects;
import smeta.estimate.Impossible;
import smeta.prompt.Unreadable;

/**
 * A call that can't be understood, or asks for what nobody publishes. The message says what was found and what was
 * expected, and never quotes the prompt.
 */
public final class CallRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String pointer;
    private final String hint;

    CallRefused(String code, String pointer, String message, String hint) {
        super(message);
        this.code = code;
        this.pointer = pointer;
        this.hint = hint;
    }

    /** Stable, for programs: {@code unknown_model}, {@code not_json}, {@code no_exchange_rate}, … */
    public String code() {
        return code;
    }

    /** The place in the body, as a JSON pointer (RFC 6901); empty for the whole. */
    public String pointer() {
        return pointer;
    }

    /** What to do. */
    public String hint() {
        return hint;
    }

    /** What comes from within, as what a caller knows. */
    static <T> T translating(Supplier<T> work) {
        try {
            return work.get();
        } catch (Unreadable e) {
            throw new CallRefused(e.code(), e.pointer(), e.getMessage(), e.hint());
        } catch (Impossible e) {
            throw new CallRefused(e.code(), "", e.getMessage(), e.hint());
        } catch (ScenarioDefects e) {
            throw new CallRefused(
                    "bad_scenario", "", String.valueOf(e.getMessage()), "docs/budgets.md has an example of a scenario");
        }
    }
}
