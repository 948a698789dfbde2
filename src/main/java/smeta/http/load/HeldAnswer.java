package smeta.http.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.io.OutputStream;
import smeta.http.problem.Refused;

/**
 * An answer that is put together whole, and then goes out piece by piece as its client reads it. It holds no thread, only its
 * bytes, all such answers together no more than there is memory for; who reads too slowly loses the connection.
 */
final class HeldAnswer extends OutputStream {
    private static final int FIRST = 4096;
    private static final int PIECE = 1 << 16;

    private final RoutingContext context;
    private final HttpServerResponse response;
    private final HeldBytes memory;
    private final Pace pace;
    private byte[] bytes = new byte[0];
    private int count;
    private int held;
    private int went;
    private int seen;
    private long timer = -1;
    private boolean wasSlow;
    private boolean closed;
    private boolean given;

    /** @param pace how slowly its client may read */
    HeldAnswer(RoutingContext context, HeldBytes memory, Pace pace) {
        this.context = context;
        this.memory = memory;
        this.pace = pace;
        response = context.response();
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** @throws Refused if there is no memory; what was written so far is forgotten then, and a problem can be */
    @Override
    public synchronized void write(byte[] more, int from, int length) {
        if (length > bytes.length - count) {
            grow(Math.addExact(count, length));
        }
        System.arraycopy(more, from, bytes, count, length);
        count += length;
    }

    private void grow(int need) {
        int size = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(need, Math.max(FIRST, 2L * bytes.length)));
        // what fits into one piece is the connection's affair
        int more = size <= PIECE ? 0 : size - held;
        boolean taken = more <= 0 || memory.take(more, size);
        held += taken ? Math.max(0, more) : 0;
        byte[] grown = taken ? HeldBytes.copyOf(bytes, size) : null;
        if (grown == null) {
            forget();
            throw new Refused(LoadProblems.unread());
        }
        bytes = grown;
    }

    private void forget() {
        memory.giveBack(held);
        held = 0;
        bytes = new byte[0];
        count = 0;
    }

    /** Begins to send it, and waits for nobody. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        // an answer without a body, a 304 for instance, has ended already
        if (response.closed() || response.ended()) {
            giveBack();
            return;
        }
        context.addEndHandler(ended -> {
            if (ended.failed()) {
                giveBack();
            }
        });
        response.putHeader("Content-Length", Integer.toString(count));
        response.drainHandler(ready -> send());
        send();
        if (!given && held > 0) {
            watch();
        }
    }

    private synchronized void send() {
        while (!given && !response.ended() && !response.closed()) {
            int piece = response.writeQueueFull() ? 0 : Math.min(PIECE, count - went);
            Buffer buffer = Buffer.buffer(piece).appendBytes(bytes, went, piece);
            went += piece;
            if (went == count) {
                response.end(buffer).onComplete(gone -> giveBack());
            } else if (piece > 0) {
                response.write(buffer);
            } else {
                return;
            }
        }
    }

    /** Twice too slow is too slow: what the connection has taken of the last pieces can't be seen. */
    private void watch() {
        timer = context.vertx().setTimer(pace.window().toMillis(), fired -> look());
    }

    private synchronized void look() {
        boolean slow = went - seen < pace.leastBytes();
        seen = went;
        if (given) {
            return;
        } else if (slow && wasSlow) {
            cut();
            giveBack();
        } else {
            wasSlow = slow;
            watch();
        }
    }

    /** A connection that is closed in the usual way would wait until everything has gone. */
    private void cut() {
        HttpConnection connection = context.request().connection();
        if (context.request().version() == HttpVersion.HTTP_2 || !(connection instanceof ConnectionBase base)) {
            response.reset();
        } else {
            base.channel().close();
        }
    }

    private synchronized void giveBack() {
        if (!given) {
            given = true;
            forget();
            context.vertx().cancelTimer(timer);
        }
    }
}
