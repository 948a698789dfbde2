package smeta.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file. */
final class Defects {
    private final String file;
    private final List<String> all;

    private Defects(String file, List<String> all) {
        this.file = file;
        this.all = all;
    }

    Defects(String file) {
        this(file, new ArrayList<>());
    }

    Defects forFile(String other) {
        return new Defects(other, all);
    }

    void add(int line, String message) {
        all.add(file + ":" + line + ": " + message);
    }

    String file() {
        return file;
    }

    List<String> all() {
        return all;
    }
}
