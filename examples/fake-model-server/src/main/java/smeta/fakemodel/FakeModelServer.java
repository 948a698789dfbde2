package smeta.fakemodel;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks OpenAI's chat on loopback: the same answer and usage to each request, whose bodies it keeps. */
public final class FakeModelServer implements AutoCloseable {
    private static final String ANSWER = """
            {"id": "chatcmpl-1", "object": "chat.completion", "created": 1764331200, "model": "gpt-4o-2024-08-06",
             "choices": [{"index": 0, "finish_reason": "stop",
                          "message": {"role": "assistant", "content": "Hello! How can I help you today?"}}],
             "usage": {"prompt_tokens": 1009, "completion_tokens": 100, "total_tokens": 1109,
                       "prompt_tokens_details": {"cached_tokens": 200},
                       "completion_tokens_details": {"reasoning_tokens": 0}}}
            """;

    private final HttpServer server;
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    public FakeModelServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    /** Without {@code /v1}. */
    public String address() {
        return "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort();
    }

    /** Of the requests that came, in their order. */
    public List<String> bodies() {
        return bodies;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
