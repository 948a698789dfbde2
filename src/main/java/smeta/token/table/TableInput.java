package smeta.token.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads numbers as {@link java.io.DataOutputStream} writes them, many at once and without the whole file in memory. */
final class TableInput {
    private final InputStream in;
    private final byte[] bytes = new byte[1 << 16];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes).limit(0);

    TableInput(InputStream in) {
        this.in = in;
    }

    /** Fills up the buffer as far as the stream goes. @throws EOFException if so many bytes don't come */
    private void need(int count) throws IOException {
        if (buffer.remaining() >= count) {
            return;
        }
        buffer.compact();
        int more = in.readNBytes(bytes, buffer.position(), buffer.remaining());
        buffer.position(buffer.position() + more).flip();
        if (buffer.remaining() < count) {
            throw new EOFException("expected " + count + " more bytes, found " + buffer.remaining());
        }
    }

    void skip(int count) throws IOException {
        in.skipNBytes(Math.max(0, count - buffer.remaining()));
        buffer.position(buffer.position() + Math.min(count, buffer.remaining()));
    }

    int number() throws IOException {
        need(Integer.BYTES);
        return buffer.getInt();
    }

    boolean flag() throws IOException {
        need(1);
        return buffer.get() != 0;
    }

    long[] longs(int count) throws IOException {
        long[] values = new long[count];
        longs(values, 0, count);
        return values;
    }

    void longs(long[] to, int from, int count) throws IOException {
        int done = 0;
        while (done < count) {
            need(Long.BYTES);
            int now = Math.min(count - done, buffer.remaining() / Long.BYTES);
            buffer.asLongBuffer().get(to, from + done, now);
            buffer.position(buffer.position() + now * Long.BYTES);
            done += now;
        }
    }

    int[] ints(int count) throws IOException {
        int[] values = new int[count];
        int done = 0;
        while (done < count) {
            need(Integer.BYTES);
            int now = Math.min(count - done, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().get(values, done, now);
            buffer.position(buffer.position() + now * Integer.BYTES);
            done += now;
        }
        return values;
    }

    byte[] bytes(int count) throws IOException {
        byte[] values = new byte[count];
        int buffered = Math.min(count, buffer.remaining());
        buffer.get(values, 0, buffered);
        if (in.readNBytes(values, buffered, count - buffered) < count - buffered) {
            throw new EOFException("expected " + count + " bytes");
        }
        return values;
    }
}
