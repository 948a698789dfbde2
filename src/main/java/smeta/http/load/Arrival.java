package smeta.http.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import smeta.http.problem.Problem;

/**
 * One body on its way. It has no thread and no place, only the memory of the bytes that have come; who sends too slowly
 * or too long gets a 408. Everything here happens on the connection's event loop.
 */
final class Arrival {
    private final RoutingContext context;
    private final HttpServerRequest request;
    private final ArrivingBody body;
    private final Pace pace;
    private final Duration most;
    private final Listener listener;
    private final long began = System.nanoTime();
    private long timer = -1;
    private int seen;
    private boolean over;

    /** Learns once how it ended; not at all if the client has gone. */
    interface Listener {
        void arrived(byte[] whole);

        void refused(Problem problem);
    }

    Arrival(RoutingContext context, ArrivingBody body, Pace pace, Duration most, Listener listener) {
        this.context = context;
        this.body = body;
        this.pace = pace;
        this.most = most;
        this.listener = listener;
        request = context.request();
    }

    void begin() {
        context.addEndHandler(ended -> stop());
        if (request.isEnded()) {
            end();
            return;
        }
        request.handler(this::chunk);
        request.endHandler(ended -> end());
        Expectation.meet(context);
        request.resume();
        if (!over) {
            watch();
        }
    }

    private void chunk(Buffer chunk) {
        if (over) {
            return;
        }
        ArrivingBody.Refusal refusal = body.add(chunk);
        if (refusal == ArrivingBody.Refusal.TOO_LARGE) {
            refuse(LoadProblems.tooLarge(null, body.largest()));
        } else if (refusal == ArrivingBody.Refusal.NO_MEMORY) {
            refuse(LoadProblems.noMemory());
        }
    }

    private void end() {
        if (!over) {
            stop();
            listener.arrived(body.whole());
        }
    }

    private void watch() {
        long left = Math.max(1, most.toMillis() - (System.nanoTime() - began) / 1_000_000);
        timer = context.vertx().setTimer(Math.min(left, pace.window().toMillis()), fired -> look());
    }

    private void look() {
        if (over) {
            return;
        }
        int came = body.count() - seen;
        seen = body.count();
        if (System.nanoTime() - began >= most.toNanos()) {
            refuse(LoadProblems.tooLong(most));
        } else if (came < pace.leastBytes()) {
            refuse(LoadProblems.tooSlow(pace));
        } else {
            watch();
        }
    }

    private void refuse(Problem problem) {
        stop();
        body.giveBack();
        listener.refused(problem);
    }

    private void stop() {
        over = true;
        if (timer >= 0) {
            context.vertx().cancelTimer(timer);
        }
    }
}
