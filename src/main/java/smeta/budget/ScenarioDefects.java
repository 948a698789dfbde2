package smeta.budget;

import java.io.Serial;
import java.util.List;

/** A scenario that can't be planned, with everything that is wrong in it as {@code place: message}. */
public final class ScenarioDefects extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** @param defects at least one */
    public ScenarioDefects(List<String> defects) {
        super(String.join("\n", defects));
    }
}
