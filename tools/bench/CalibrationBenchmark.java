import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
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
 * Sends a generated log to be learnt from: {@code java tools/bench/CalibrationBenchmark.java http://localhost:8080
 * [lines]}. Prints lines a second, the service's heap every ten seconds, and the beginning of the answer.
 */
public class CalibrationBenchmark {
    private static final String[] WORDS =
            "please summarise the following report for a reader who has little time and list what is still open in it".split(" ");

    public static void main(String[] arguments) throws Exception {
        URI service = URI.create(arguments[0]);
        long lines = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_000_000;
        long start = System.nanoTime();
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            out.write("POST /v1/calibrations HTTP/1.1\r\nHost: x\r\nContent-Type: application/jsonl\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            send(out, lines, start, service);
            BufferedReader in = new BufferedReader(new InputStreamReader(new BufferedInputStream(socket.getInputStream()), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(line.substring(0, Math.min(300, line.length())));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(Locale.ROOT, "%d lines in %.1f s: %.0f a second%n", lines, seconds, lines / seconds);
        }
    }

    private static void send(OutputStream out, long lines, long start, URI service) throws Exception {
        Random random = new Random(1);
        StringBuilder piece = new StringBuilder();
        long next = start + 10_000_000_000L;
        for (long i = 0; i < lines; i++) {
            int words = 20 + random.nextInt(200);
            piece.append("{\"request\":{\"model\":\"claude-sonnet-4-5-20250929\",\"max_tokens\":3000,\"messages\":[{\"role\":\"user\",\"content\":\"");
            for (int w = 0; w < words; w++) {
                piece.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
            }
            piece.append("\"}]},\"usage\":{\"input_tokens\":").append(12 + words * 11 / 10).append(",\"output_tokens\":")
                    .append(100 + random.nextInt(500)).append("}}\n");
            if (piece.length() > 1 << 15 || i == lines - 1) {
                byte[] bytes = piece.toString().getBytes(StandardCharsets.UTF_8);
                out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(bytes);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                piece.setLength(0);
                if (System.nanoTime() > next) {
                    next += 10_000_000_000L;
                    System.out.printf(Locale.ROOT, "%d lines sent, %.0f a second, heap %d MB%n", i, i / ((System.nanoTime() - start) / 1e9), heap(service) >> 20);
                }
            }
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static long heap(URI service) throws IOException, InterruptedException {
        String metrics = HttpClient.newHttpClient().send(HttpRequest.newBuilder(service.resolve("/q/metrics")).build(), HttpResponse.BodyHandlers.ofString()).body();
        return (long) metrics.lines().filter(l -> l.startsWith("jvm_memory_used_bytes") && l.contains("area=\"heap\""))
                .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1))).sum();
    }
}
