package smeta.token.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Files that ship with the program. */
public final class ProgramFile {
    private ProgramFile() {}

    static byte[] bytes(String name) {
        try (InputStream in = ProgramFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the file " + name + " is not in the program");
            }
            return all(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole stream; in one array from the start if it knows its length, as files and entries of archives do. */
    private static byte[] all(InputStream in) throws IOException {
        byte[] bytes = new byte[in.available()];
        int length = in.readNBytes(bytes, 0, bytes.length);
        byte[] rest = in.readAllBytes();
        if (rest.length == 0) {
            return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        }
        byte[] all = Arrays.copyOf(bytes, length + rest.length);
        System.arraycopy(rest, 0, all, length, rest.length);
        return all;
    }

    /** The lines of a table in ASCII, without its comments. */
    public static List<String> table(String name) {
        List<String> lines = new ArrayList<>();
        for (String line : new String(bytes(name), StandardCharsets.US_ASCII).split("\n")) {
            if (!line.startsWith("#")) {
                lines.add(line);
            }
        }
        return lines;
    }
}
