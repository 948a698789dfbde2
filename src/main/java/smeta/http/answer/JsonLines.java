package smeta.http.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers that are streamed, an object a line. Days and instants in them are text already. */
public final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonLines() {}

    /** With the line's end. */
    public static byte[] line(Object answer) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        try {
            JSON.writeValue(line, answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
        line.write('\n');
        return line.toByteArray();
    }
}
