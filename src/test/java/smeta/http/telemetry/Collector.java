package smeta.http.telemetry;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes spans by OTLP over HTTP on loopback, and keeps all that it was sent. */
final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();

    Collector(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/v1/traces", exchange -> {
            bodies.add(exchange.getRequestBody().readAllBytes());
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Key")));
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** The spans of a trace, once its request's own has come. */
    List<Span> trace(String traceId) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            List<Span> spans = spans().stream()
                    .filter(s -> hex(s.getTraceId().toByteArray()).equals(traceId))
                    .toList();
            if (spans.stream().anyMatch(s -> s.getKind() == Span.SpanKind.SPAN_KIND_SERVER)) {
                return spans;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no span of the trace " + traceId + " has come in 30 s");
    }

    private List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (byte[] body : bodies) {
            try {
                ExportTraceServiceRequest.parseFrom(body)
                        .getResourceSpansList()
                        .forEach(resource ->
                                resource.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList())));
            } catch (InvalidProtocolBufferException e) {
                throw new AssertionError(e);
            }
        }
        return spans;
    }

    /** All that has come, letter by letter: text in it is as it was sent. */
    String raw() {
        StringBuilder all = new StringBuilder();
        bodies.forEach(body -> all.append(new String(body, StandardCharsets.ISO_8859_1)));
        return all.toString();
    }

    List<String> keys() {
        return keys;
    }

    static String hex(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (byte b : bytes) {
            hex.append(String.format("%02x", b));
        }
        return hex.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
