package smeta.http.problem;

import java.io.Serial;
import java.util.List;

/** The only model that was asked for isn't in the catalogue. */
public final class UnknownModel extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String asked;
    private final transient List<String> suggestions;

    public UnknownModel(String asked, List<String> suggestions) {
        super("unknown model");
        this.asked = asked;
        this.suggestions = List.copyOf(suggestions);
    }

    String asked() {
        return asked;
    }

    List<String> suggestions() {
        return suggestions;
    }
}
