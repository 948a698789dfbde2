package smeta.token.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files that ship with the program. */
public final class ProgramFile {
    private ProgramFile() {}

    static InputStream open(String name) {
        InputStream in = ProgramFile.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the file " + name + " is not in the program");
        }
        return in;
    }

    /** The lines of a table in ASCII, without its comments. */
    public static List<String> table(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
