import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What streams of HTTP/2 that their client resets, or never reads, cost and whether they keep others waiting: {@code java
 * tools/bench/StreamsBenchmark.java PID [http://localhost:8080]} against a running service on this machine. For each kind of client 50
 * connections open their streams at once; meanwhile checks and healths are asked for one after another from two threads. Prints their times, the
 * processor time of the service's process, and how often it was refused.
 */
public class StreamsBenchmark {
    private static final String CHECK =
            "{\"model\":\"gpt-4o\",\"max_tokens\":10,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
    private static final int CONNECTIONS = 50;
    private static final int BETWEEN_MILLIS = 10;
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private enum Kind {
        NOBODY("nobody", "/", 0, false),
        RESETS("2,000 of GET /v1/models, each reset at once", "/v1/models", 2_000, true),
        ALL("2,000 of GET /v1/models?list=all, each reset at once", "/v1/models?list=all", 2_000, true),
        ONE("2,000 of GET /v1/models/gpt-4o, each reset at once", "/v1/models/gpt-4o", 2_000, true),
        UNREAD("100 of GET /v1/models, which it never reads", "/v1/models", 100, false);

        private final String words;
        private final String path;
        private final int streams;
        private final boolean reset;

        Kind(String words, String path, int streams, boolean reset) {
            this.words = words;
            this.path = path;
            this.streams = streams;
            this.reset = reset;
        }
    }

    public static void main(String[] arguments) throws Exception {
        String pid = arguments[0];
        URI service = URI.create(arguments.length > 1 ? arguments[1] : "http://localhost:8080");
        for (int i = 0; i < 2_000; i++) {
            ask(check(service));
        }
        System.out.println("| what each of 50 clients asks for | processor, ms | busy for, s | checks: number, median, p99, most, ms | refused | health: number, median, p99, most, ms |");
        System.out.println("|---|---|---|---|---|---|");
        for (Kind kind : arguments.length > 2 ? new Kind[] {Kind.valueOf(arguments[2])} : Kind.values()) {
            run(service, pid, kind);
        }
    }

    private static void run(URI service, String pid, Kind kind) throws Exception {
        AtomicInteger busy = new AtomicInteger(1);
        long processor = processor(pid);
        long began = System.nanoTime();
        List<Double> health = new ArrayList<>();
        Thread asking = new Thread(() -> {
            while (busy.get() > 0) {
                health.add(Math.abs(ask(HttpRequest.newBuilder(service.resolve("/q/health/live")).build())));
                pause(BETWEEN_MILLIS);
            }
        });
        List<Double> checks = new ArrayList<>();
        Thread checking = new Thread(() -> {
            while (busy.get() > 0) {
                checks.add(ask(check(service)));
                pause(BETWEEN_MILLIS);
            }
        });
        List<Socket> sockets = new ArrayList<>();
        List<Thread> senders = new ArrayList<>();
        if (kind != Kind.NOBODY) {
            byte[] all = frames(kind, service.getAuthority());
            for (int i = 0; i < CONNECTIONS; i++) {
                Socket socket = new Socket(service.getHost(), service.getPort());
                sockets.add(socket);
                senders.add(new Thread(() -> send(socket, all)));
                if (kind.reset) {
                    Thread reader = new Thread(() -> read(socket));
                    reader.setDaemon(true);
                    reader.start();
                }
            }
        }
        asking.start();
        checking.start();
        senders.forEach(Thread::start);
        for (Thread sender : senders) {
            sender.join();
        }
        // until the service has nothing more to do but these checks
        long last = processor(pid);
        double over = 0;
        int quiet = 0;
        while (quiet < 4 && System.nanoTime() - began < 60e9) {
            pause(500);
            long now = processor(pid);
            quiet = now - last < 150 ? quiet + 1 : 0;
            over = quiet == 0 ? (System.nanoTime() - began) / 1e9 : over;
            last = now;
        }
        busy.set(0);
        checking.join();
        asking.join();
        System.out.printf("| %s | %,d | %.1f | %s | %d | %s |%n", kind.words, processor(pid) - processor, over, times(checks),
                checks.stream().filter(millis -> millis < 0).count(), times(health));
        for (Socket socket : sockets) {
            socket.close();
        }
        pause(2000);
    }

    private static String times(List<Double> millis) {
        double[] sorted = millis.stream().mapToDouble(Math::abs).sorted().toArray();
        return sorted.length == 0 ? "none" : String.format("%d: %.1f, %.0f, %.0f", sorted.length, sorted[sorted.length / 2],
                sorted[sorted.length * 99 / 100], sorted[sorted.length - 1]);
    }

    /** Of all threads, in milliseconds. */
    private static long processor(String pid) throws IOException {
        String[] fields = Files.readString(Path.of("/proc", pid, "stat")).replaceAll("^.*\\) ", "").split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10;
    }

    private static byte[] frames(Kind kind, String host) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        // an initial window of 0 for who never reads
        frame(all, 4, 0, 0, kind.reset ? new byte[0] : new byte[] {0, 4, 0, 0, 0, 0});
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(0x82);
        head.write(0x86);
        text(head, 4, kind.path);
        text(head, 1, host);
        for (int stream = 1; stream < 2 * kind.streams; stream += 2) {
            frame(all, 1, 5, stream, head.toByteArray());
            if (kind.reset) {
                frame(all, 3, 0, stream, new byte[] {0, 0, 0, 8});
            }
        }
        return all.toByteArray();
    }

    private static void text(ByteArrayOutputStream head, int name, String value) throws IOException {
        head.write(name);
        head.write(value.length());
        head.write(value.getBytes(StandardCharsets.US_ASCII));
    }

    private static void frame(ByteArrayOutputStream all, int type, int flags, int stream, byte[] payload) throws IOException {
        all.write(new byte[] {0, (byte) (payload.length >> 8), (byte) payload.length, (byte) type, (byte) flags,
                (byte) (stream >> 24), (byte) (stream >> 16), (byte) (stream >> 8), (byte) stream});
        all.write(payload);
    }

    private static void send(Socket socket, byte[] all) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(all);
            out.flush();
        } catch (IOException e) {
            // it was shown out
        }
    }

    private static void read(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            byte[] some = new byte[1 << 16];
            while (in.read(some) >= 0) {
                // thrown away
            }
        } catch (IOException e) {
            // it was shown out
        }
    }

    private static HttpRequest check(URI service) {
        return HttpRequest.newBuilder(service.resolve("/v1/checks")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(CHECK)).build();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Milliseconds; negative if the answer is another than 200. */
    private static double ask(HttpRequest request) {
        long began = System.nanoTime();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            double millis = (System.nanoTime() - began) / 1e6;
            return answer.statusCode() == 200 ? millis : -millis;
        } catch (IOException e) {
            return -(System.nanoTime() - began) / 1e6;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
