package smeta.http.load;

import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import smeta.http.SmetaConfig;

/**
 * Sends this service checks of its own for as long as {@code smeta.load.warm-up} says, and only then lets it be ready:
 * what the first requests load and compile is then done. Checks that others send meanwhile are answered as ever. Neither
 * its own nor theirs are in the metrics.
 */
@Startup
@Readiness
@ApplicationScoped
public class WarmUp implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    /** At the same time; the compiler needs a core as well. */
    private static final int CLIENTS = 2;

    /** An answer is measured just after it was sent. */
    private static final int LAST_MEASURED_MILLIS = 50;

    private static final int PAUSE_MILLIS = 10_000;
    private static final byte[] REQUEST = request("How much will this request cost, and does it fit? ".repeat(18));

    private final Duration most;
    private final HttpServer server;
    private final Meters meters;
    private final AtomicInteger answered = new AtomicInteger();
    private volatile boolean isOver;

    @Inject
    WarmUp(
            SmetaConfig config,
            HttpServer server,
            Meters meters,
            @ConfigProperty(name = "quarkus.http.insecure-requests", defaultValue = "enabled") String plain) {
        most = config.load().warmUp();
        this.server = server;
        this.meters = meters;
        isOver = most.isZero() || !plain.equalsIgnoreCase("enabled");
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("warm-up")
                .status(isOver)
                .withData("checks", answered.get())
                .build();
    }

    void listening(@ObservesAsync HttpServerStart started) throws InterruptedException {
        if (isOver) {
            return;
        }
        try {
            warmUp(server.getPort(), System.nanoTime() + most.toNanos());
        } finally {
            Thread.sleep(LAST_MEASURED_MILLIS);
            meters.forget();
            isOver = true;
        }
    }

    private void warmUp(int port, long end) throws InterruptedException {
        Thread[] clients = new Thread[CLIENTS];
        for (int i = 0; i < CLIENTS; i++) {
            clients[i] = new Thread(() -> ask(port, end), "warm-up-" + i);
            clients[i].start();
        }
        for (Thread client : clients) {
            client.join();
        }
    }

    /** Until the time is over, or something is in the way: a host that isn't reached here, or a filter that refuses. */
    private void ask(int port, long end) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PAUSE_MILLIS);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (System.nanoTime() < end) {
                out.write(REQUEST);
                String status = status(in);
                if (!status.equals("200")) {
                    throw new IOException("a check was answered with " + status);
                }
                answered.incrementAndGet();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warnf("the warm-up ended early: %s", e);
        }
    }

    /** Reads a whole answer. */
    private static String status(InputStream in) throws IOException {
        String status = line(in).split(" ", 3)[1];
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the connection was closed");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    private static byte[] request(String text) {
        String body = "{\"model\":\"gpt-4o\",\"max_tokens\":1000,\"messages\":[{\"role\":\"user\",\"content\":\"" + text
                + "\"}]}";
        return ("POST /v1/checks/warm-up/v1/chat/completions?limit=1 HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
