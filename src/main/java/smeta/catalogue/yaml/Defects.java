package smeta.catalogue.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Collects what is wrong with one file. */
final class Defects {
    private final String file;
    private final List<String> all;
    private final ObjIntConsumer<String> sink;

    Defects(String file) {
        this.file = file;
        all = new ArrayList<>();
        sink = (message, line) -> all.add(file + ":" + line + ": " + message);
    }

    /** Of something that isn't a file, whose places are known by number. */
    Defects(String what, ObjIntConsumer<String> sink) {
        file = what;
        all = List.of();
        this.sink = sink;
    }

    void add(int line, String message) {
        sink.accept(message, line);
    }

    String file() {
        return file;
    }

    List<String> all() {
        return all;
    }
}
