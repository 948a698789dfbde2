package smeta.catalogue;

import java.io.Serial;
import java.util.List;

/** Everything that is wrong with the files of a catalogue, each as {@code file:line: message}. */
public final class CatalogueDefects extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> defects;

    public CatalogueDefects(List<String> defects) {
        super(defects.size() + (defects.size() == 1 ? " defect" : " defects") + " in the catalogue:\n"
                + String.join("\n", defects));
        this.defects = List.copyOf(defects);
    }

    public List<String> defects() {
        return defects;
    }
}
