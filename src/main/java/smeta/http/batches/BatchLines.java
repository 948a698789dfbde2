package smeta.http.batches;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.http.SmetaConfig;

/** The lines of a stream, none longer than a limit; blank ones are left out. */
public final class BatchLines {
    /** Lines of one piece of work, and of how many bytes at most. */
    private static final int PIECE_LINES = 64;

    private static final int PIECE_BYTES = 256 * 1024;

    /** @param bytes null if the line is too long to be kept */
    public record Line(long number, byte @Nullable [] bytes) {
        int size() {
            return bytes == null ? 0 : bytes.length;
        }
    }

    private final InputStream in;
    private final int longest;
    private long number;

    public BatchLines(InputStream in, int longest) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.longest = longest;
    }

    /** The longest line that is kept, in bytes. */
    public static int longest(SmetaConfig.LoadConfig load) {
        return (int) Math.min(Integer.MAX_VALUE - 8, load.batchLine().asLongValue());
    }

    /** So many lines as are worked on in one go; none at the end. */
    public List<Line> piece() throws IOException {
        List<Line> piece = new ArrayList<>();
        int bytes = 0;
        Line line = null;
        while (piece.size() < PIECE_LINES && bytes < PIECE_BYTES && (line = next()) != null) {
            piece.add(line);
            bytes += line.size();
        }
        return piece;
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
