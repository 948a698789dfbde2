package smeta.http.load;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * The stream of an answer that is made piece by piece: who writes waits until the client reads, and gives up on one
 * that reads too slowly. So an unread answer holds little memory, and its thread for a bounded time.
 */
public final class PacedOutput extends OutputStream {
    private static final int PIECE = 1 << 16;
    /** Looks again though nobody called, so that no lost call can hold a thread. */
    private static final long GLANCE_MILLIS = 1000;

    private final OutputStream out;
    private final HttpServerResponse response;
    private final Pace pace;
    private final BooleanSupplier isDue;
    private long waited;
    private long went;

    /**
     * @param pace  how slowly a client may read
     * @param isDue from when on it has to keep the pace, for one that still sends needn't read
     */
    public PacedOutput(OutputStream out, RoutingContext context, Pace pace, BooleanSupplier isDue) {
        this.out = out;
        this.pace = pace;
        this.isDue = isDue;
        response = context.response();
        response.drainHandler(ready -> wake());
        context.addEndHandler(ended -> wake());
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** @throws IOException if the client has gone, or reads too slowly; the connection is closed then */
    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = from, end = from + length; at < end; at += PIECE) {
            int count = Math.min(PIECE, end - at);
            awaitReader();
            out.write(bytes, at, count);
            went += count;
        }
    }

    @Override
    public void flush() throws IOException {
        awaitReader();
        out.flush();
    }

    private synchronized void awaitReader() throws IOException {
        while (!response.closed() && response.writeQueueFull()) {
            long before = System.nanoTime();
            glance();
            if (isDue.getAsBoolean()) {
                waited += System.nanoTime() - before;
            }
            if (waited > pace.window().toNanos()) {
                checkPace();
            }
        }
        if (response.closed()) {
            throw new IOException("the client is gone");
        }
    }

    private void glance() throws IOException {
        try {
            wait(GLANCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void checkPace() throws IOException {
        if (went < pace.leastBytes()) {
            response.reset();
            throw new IOException("the client reads too slowly");
        }
        waited = 0;
        went = 0;
    }

    private synchronized void wake() {
        notifyAll();
    }
}
