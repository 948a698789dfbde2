package smeta.http.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.http.runtime.filters.Filter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of streams of HTTP/2; the frames are written by hand after RFC 9113. */
class StreamsTest {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final byte[] CANCEL = {0, 0, 0, 8};

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger begun = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        Filters filters = new Filters();
        new Streams().register(filters);
        Router router = Router.router(vertx);
        for (Filter filter : filters.getFilters()) {
            router.route().order(-filter.getPriority()).handler(filter.getHandler());
        }
        router.route("/held").handler(context -> {});
        router.route("/answered").handler(context -> {
            begun.incrementAndGet();
            context.end("made");
        });
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void nothing_is_begun_for_a_stream_that_is_reset_with_its_request() throws IOException {
        ByteArrayOutputStream sent = preface();
        for (int i = 0; i < 150; i++) {
            request(sent, 2 * i + 1, "/answered");
            frame(sent, RST_STREAM, 0, 2 * i + 1, CANCEL);
        }
        request(sent, 301, "/answered");

        assertThat(frames(sent, DATA, 1)).containsExactly(301);
        // all lie in the same read of the connection, or in two or three
        assertThat(begun.get()).isBetween(1, 5);
    }

    @Test
    void the_101st_stream_at_a_time_is_refused() throws IOException {
        ByteArrayOutputStream sent = preface();
        for (int i = 0; i < 102; i++) {
            request(sent, 2 * i + 1, "/held");
        }

        assertThat(frames(sent, RST_STREAM, 2)).containsExactly(201, 203);
    }

    @Test
    void a_stream_that_has_ended_makes_room_for_another() throws IOException {
        ByteArrayOutputStream sent = preface();
        for (int i = 0; i < 90; i++) {
            request(sent, 2 * i + 1, "/held");
            frame(sent, RST_STREAM, 0, 2 * i + 1, CANCEL);
        }
        for (int i = 90; i < 180; i++) {
            request(sent, 2 * i + 1, "/answered");
        }

        assertThat(frames(sent, DATA, 90)).hasSize(90);
    }

    /** The streams of the first so many frames of a type that come back. */
    private List<Integer> frames(ByteArrayOutputStream sent, int type, int count) throws IOException {
        List<Integer> streams = new ArrayList<>();
        try (Socket socket = new Socket("localhost", server.actualPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(sent.toByteArray());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (streams.size() < count) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int came = in.readUnsignedByte();
                in.readUnsignedByte();
                int stream = in.readInt();
                in.skipNBytes(length);
                if (came == type) {
                    streams.add(stream);
                }
            }
        }
        return streams;
    }

    private static ByteArrayOutputStream preface() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        frame(sent, SETTINGS, 0, 0, new byte[0]);
        return sent;
    }

    /** GET and http stand in HPACK's table (2 and 6), path and authority's names do (4 and 1). */
    private static void request(ByteArrayOutputStream sent, int stream, String path) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(0x80 | 2);
        head.write(0x80 | 6);
        head.write(4);
        head.write(path.length());
        head.write(path.getBytes(StandardCharsets.US_ASCII));
        head.write(1);
        head.write(1);
        head.write('x');
        frame(sent, HEADERS, END_STREAM | END_HEADERS, stream, head.toByteArray());
    }

    private static void frame(ByteArrayOutputStream sent, int type, int flags, int stream, byte[] payload)
            throws IOException {
        sent.write(new byte[] {0, (byte) (payload.length >> 8), (byte) payload.length, (byte) type, (byte) flags});
        sent.write(new byte[] {(byte) (stream >> 24), (byte) (stream >> 16), (byte) (stream >> 8), (byte) stream});
        sent.write(payload);
    }
}
