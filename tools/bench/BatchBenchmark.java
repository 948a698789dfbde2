import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/**
 * Sends a generated batch to a service while it reads the answer:
 * {@code java tools/bench/BatchBenchmark.java http://localhost:8080 [lines]}. Prints lines a second, and the service's
 * heap every ten seconds.
 */
public class BatchBenchmark {
    private static final String[] WORDS = "please summarise the following report for a reader who has little time and list what is still open in it".split(" ");

    public static void main(String[] arguments) throws Exception {
        URI service = URI.create(arguments[0]);
        long lines = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_000_000;
        long start = System.nanoTime();
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            Thread sender = new Thread(() -> send(socket, lines));
            sender.start();
            BufferedReader in = new BufferedReader(new InputStreamReader(new Chunks(socket.getInputStream()), StandardCharsets.UTF_8), 1 << 16);
            long answers = 0;
            long next = start + 10_000_000_000L;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("{\"line\"")) {
                    answers++;
                } else if (line.startsWith("{\"summary\"")) {
                    System.out.println(line);
                    break;
                }
                if (System.nanoTime() > next) {
                    next += 10_000_000_000L;
                    System.out.printf(Locale.ROOT, "%d lines, %.0f a second, heap %d MB%n", answers, answers / ((System.nanoTime() - start) / 1e9), heap(service) >> 20);
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(Locale.ROOT, "%d answers in %.1f s: %.0f a second%n", answers, seconds, answers / seconds);
        }
    }

    private static void send(Socket socket, long lines) {
        try {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            out.write("POST /v1/batches HTTP/1.1\r\nHost: x\r\nContent-Type: application/jsonl\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Random random = new Random(1);
            StringBuilder piece = new StringBuilder();
            for (long i = 0; i < lines; i++) {
                piece.append("{\"custom_id\":\"r").append(i).append("\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"model\":\"gpt-4o-mini\",")
                        .append("\"max_tokens\":300,\"messages\":[{\"role\":\"user\",\"content\":\"");
                for (int w = 20 + random.nextInt(200); w > 0; w--) {
                    piece.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
                }
                piece.append("\"}]}}\n");
                if (piece.length() > 1 << 15 || i == lines - 1) {
                    byte[] bytes = piece.toString().getBytes(StandardCharsets.UTF_8);
                    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.write(bytes);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    piece.setLength(0);
                }
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (Exception e) {
            System.err.println("sending ended: " + e);
        }
    }

    private static long heap(URI service) throws Exception {
        String metrics = HttpClient.newHttpClient().send(HttpRequest.newBuilder(service.resolve("/q/metrics")).build(), HttpResponse.BodyHandlers.ofString()).body();
        return (long) metrics.lines().filter(l -> l.startsWith("jvm_memory_used_bytes") && l.contains("area=\"heap\""))
                .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1))).sum();
    }

    /** The body of a chunked answer, its head skipped. */
    private static final class Chunks extends InputStream {
        private final InputStream in;
        private int left = -1;

        Chunks(InputStream socket) {
            in = new BufferedInputStream(socket, 1 << 16);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left < 0) {
                String head = line();
                if (!head.contains(" 200 ")) {
                    throw new IOException(head);
                }
                while (!line().isEmpty()) {
                    continue;
                }
                left = Integer.parseInt(line(), 16);
            }
            if (left == 0) {
                return -1;
            }
            int count = in.read(bytes, from, Math.min(length, left));
            left -= count;
            if (left == 0) {
                line();
                left = Integer.parseInt(line(), 16);
            }
            return count;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new IOException("the service closed the connection");
                }
                if (b != '\r') {
                    line.append((char) b);
                }
            }
            return line.toString();
        }
    }
}
