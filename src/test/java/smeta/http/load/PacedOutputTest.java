package smeta.http.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Who writes an answer waits for who reads it, and no longer than the least pace says. */
class PacedOutputTest {
    private static final Pace A_KILOBYTE_A_SECOND = new Pace(Duration.ofMillis(100), 1_000);

    private final AtomicBoolean full = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<Void> reset = new CompletableFuture<>();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private volatile Handler<Void> drained = nothing -> {};

    private PacedOutput output(boolean due) {
        return new PacedOutput(sent, context(), A_KILOBYTE_A_SECOND, () -> due);
    }

    @Test
    void an_answer_goes_on_unchanged_while_it_is_read() throws IOException {
        byte[] answer = new byte[200_000];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = (byte) i;
        }
        PacedOutput out = output(true);
        out.write(7);
        out.write(answer, 0, answer.length);
        out.flush();
        assertThat(sent.toByteArray()).startsWith(7).endsWith(answer).hasSize(200_001);
    }

    @Test
    void who_writes_waits_for_the_reader_and_goes_on() throws Exception {
        full.set(true);
        PacedOutput out = output(false);
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(out, 5));
        assertThat(written).isNotDone();
        assertThat(sent.size()).isZero();
        full.set(false);
        drained.handle(null);
        written.get(60, TimeUnit.SECONDS);
        assertThat(sent.size()).isEqualTo(5);
    }

    /** Of the hundred bytes that a tenth of a second must take, five went. */
    @Test
    void a_reader_that_takes_fewer_bytes_than_the_pace_says_loses_its_connection() {
        PacedOutput out = output(true);
        write(out, 5);
        full.set(true);
        assertThatThrownBy(() -> out.write(new byte[1]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reads too slowly");
        assertThat(reset).isDone();
        assertThat(sent.size()).isEqualTo(5);
    }

    /** A client that still sends needn't read. */
    @Test
    void a_reader_that_isnt_due_is_waited_for() throws Exception {
        full.set(true);
        PacedOutput out = output(false);
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(out, 5));
        assertThatThrownBy(() -> written.get(1_500, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        assertThat(reset).isNotDone();
        full.set(false);
        drained.handle(null);
        written.get(60, TimeUnit.SECONDS);
    }

    @Test
    void a_client_that_is_gone_is_written_to_no_longer() {
        closed.set(true);
        assertThatThrownBy(() -> output(true).write(new byte[3]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone");
        assertThat(sent.size()).isZero();
    }

    private static void write(PacedOutput out, int bytes) {
        try {
            out.write(new byte[bytes], 0, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection whose client reads while it isn't full. */
    private RoutingContext context() {
        HttpServerResponse response = proxy(HttpServerResponse.class, (name, argument) -> switch (name) {
            case "closed" -> closed.get();
            case "writeQueueFull" -> full.get();
            case "reset" -> reset.complete(null);
            case "drainHandler" -> {
                drained = handler(argument);
                yield null;
            }
            default -> throw new UnsupportedOperationException(name);
        });
        return proxy(RoutingContext.class, (name, argument) -> switch (name) {
            case "response" -> response;
            case "addEndHandler" -> 1;
            default -> throw new UnsupportedOperationException(name);
        });
    }

    @SuppressWarnings("unchecked")
    private static Handler<Void> handler(Object argument) {
        return (Handler<Void>) argument;
    }

    private interface Answers {
        Object of(String method, Object argument);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.of(method.getName(), arguments == null ? null : arguments[0])));
    }
}
