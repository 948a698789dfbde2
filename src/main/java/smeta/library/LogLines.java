package smeta.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as bytes, without their ends; blank ones are left out, and one that is too long is empty. */
final class LogLines {
    static final int LONGEST = 64 << 20;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    LogLines(InputStream in) {
        this.in = in;
    }

    /** Null at the end of the stream. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        boolean blank = true;
        boolean tooLong = false;
        while (fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                blank &= buffer[at] == ' ' || buffer[at] == '\t' || buffer[at] == '\r';
                at++;
            }
            tooLong |= line.size() + (at - from) > LONGEST;
            if (!tooLong) {
                line.write(buffer, from, at - from);
            }
            if (at < end) {
                at++;
                if (!blank) {
                    return tooLong ? new byte[0] : line.toByteArray();
                }
                line.reset();
            }
        }
        return blank ? null : tooLong ? new byte[0] : line.toByteArray();
    }

    private boolean fill() throws IOException {
        if (at == end) {
            end = Math.max(0, in.read(buffer));
            at = 0;
        }
        return end > 0;
    }
}
