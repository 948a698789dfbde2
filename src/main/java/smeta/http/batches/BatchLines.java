package smeta.http.batches;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, none longer than a limit; blank ones are left out. */
public final class BatchLines {
    /** @param bytes null if the line is too long to be kept */
    public record Line(long number, byte @Nullable [] bytes) {}

    private final InputStream in;
    private final int longest;
    private long number;

    public BatchLines(InputStream in, int longest) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.longest = longest;
    }

    /** Null at the end. */
    public @Nullable Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        boolean blank = true;
        for (int b = in.read(); ; b = in.read()) {
            if (b == '\n' || b < 0) {
                if (b < 0 && blank) {
                    return null;
                }
                number++;
                if (!blank) {
                    return new Line(number, line.toByteArray());
                }
                line.reset();
                continue;
            }
            blank &= b == ' ' || b == '\r' || b == '\t';
            if (line.size() == longest) {
                skipLine();
                number++;
                return new Line(number, null);
            }
            line.write(b);
        }
    }

    private void skipLine() throws IOException {
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            continue;
        }
    }
}
