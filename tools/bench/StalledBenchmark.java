import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether clients that stall keep others waiting: {@code java tools/bench/StalledBenchmark.java [http://localhost:8080] [2000]} against
 * a running service on this machine. For each kind of stalled client it opens so many connections (of never-read answers and
 * dripping chunks a twentieth), and meanwhile asks for 1,000 checks and 1,000 healths one after another from two threads; prints
 * their times and what the stalled ones got. Stops by itself after about a minute for each kind.
 */
public class StalledBenchmark {
    private static final String CHECK =
            "{\"model\":\"gpt-4o\",\"max_tokens\":10,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
    private static final int ASKED = 1000;
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private enum Kind {
        NOBODY("nobody", "", 0),
        BODIES("three bytes of a body", post("/v1/checks", "Content-Length: 1000") + "{\"m", 1),
        HEADS("half a head", "POST /v1/checks HTTP/1.1\r\nHost: x\r\nConte", 1),
        CHUNKS("chunks of one byte, one every 50 ms", post("/v1/checks", "Transfer-Encoding: chunked"), 20),
        UNREAD("answers that nobody reads (models=*, include=lines,parts)",
                post("/v1/estimates?models=*&include=lines,parts,sources", "Content-Length: " + CHECK.length()) + CHECK, 20),
        LISTS("lists that nobody reads (GET /v1/models)", "GET /v1/models HTTP/1.1\r\nHost: x\r\n\r\n", 20),
        BATCHES("batches that stall in their first line", post("/v1/batches?models=gpt-4o", "Content-Length: 100000")
                .replace("application/json", "application/jsonl") + "{\"b", 20);

        private final String words;
        private final String sent;
        private final int share;

        Kind(String words, String sent, int share) {
            this.words = words;
            this.sent = sent;
            this.share = share;
        }
    }

    public static void main(String[] arguments) throws Exception {
        URI service = URI.create(arguments.length > 0 ? arguments[0] : "http://localhost:8080");
        int connections = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        for (int i = 0; i < 2_000; i++) {
            ask(check(service));
        }
        System.out.println("| connections | that stall with | checks: median, p99, longest, ms | refused | health: median, p99, longest, ms |");
        System.out.println("|---|---|---|---|---|");
        for (Kind kind : Kind.values()) {
            run(service, kind, kind.share == 0 ? 0 : connections / kind.share);
        }
    }

    private static void run(URI service, Kind kind, int connections) throws Exception {
        List<Socket> stalled = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            stalled.add(opened(service, kind.sent));
        }
        Thread dripping = new Thread(() -> drip(stalled));
        if (kind == Kind.CHUNKS) {
            dripping.start();
        }
        double[] health = new double[ASKED];
        Thread asking = new Thread(() -> {
            for (int i = 0; i < ASKED; i++) {
                health[i] = Math.abs(ask(HttpRequest.newBuilder(service.resolve("/q/health/live")).build()));
            }
        });
        asking.start();
        double[] checks = new double[ASKED];
        int refused = 0;
        for (int i = 0; i < ASKED; i++) {
            double millis = ask(check(service));
            refused += millis < 0 ? 1 : 0;
            checks[i] = Math.abs(millis);
        }
        asking.join();
        dripping.interrupt();
        dripping.join();
        Arrays.sort(checks);
        Arrays.sort(health);
        System.out.printf("| %,d | %s | %s | %d | %s |%n", connections, kind.words, told(checks), refused, told(health));
        for (Socket one : stalled) {
            one.close();
        }
    }

    /** The median, the 99th percentile and the longest of sorted times. */
    private static String told(double[] millis) {
        return "%.1f, %.0f, %.0f".formatted(millis[ASKED / 2], millis[ASKED * 99 / 100 - 1], millis[ASKED - 1]);
    }

    private static HttpRequest check(URI service) {
        return HttpRequest.newBuilder(service.resolve("/v1/checks")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(CHECK)).build();
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

    private static Socket opened(URI service, String text) throws IOException {
        Socket socket = new Socket();
        socket.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
        socket.connect(new java.net.InetSocketAddress(service.getHost(), service.getPort()));
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private static void drip(List<Socket> sockets) {
        try {
            while (true) {
                for (Socket one : sockets) {
                    try {
                        one.getOutputStream().write("1\r\n \r\n".getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException e) {
                        // it was told off
                    }
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String post(String path, String more) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + more + "\r\n\r\n";
    }
}
