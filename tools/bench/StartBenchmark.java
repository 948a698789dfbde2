import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How soon a fresh process answers, and how much memory it then holds:
 * {@code java tools/bench/StartBenchmark.java [-n 10] -- java -jar target/quarkus-app/quarkus-run.jar}, or
 * {@code … -- ./target/smeta-0.1.0-SNAPSHOT-runner}. Starts the command so many times, asks for an estimate for gpt-4o until one is
 * answered, then for {@code models=*}, and prints medians: milliseconds from exec to ready and to the first answer, the processor
 * time that was used until then, resident megabytes after the first answer and after {@code models=*}. Linux only: memory is
 * read from {@code /proc}.
 */
public class StartBenchmark {
    private static final int PORT = 18199;
    private static final String BODY =
            "{\"model\":\"gpt-4o\",\"max_tokens\":100,\"messages\":[{\"role\":\"user\",\"content\":\"How much is this?\"}]}";

    public static void main(String[] arguments) throws Exception {
        List<String> all = Arrays.asList(arguments);
        int dashes = all.indexOf("--");
        int rounds = all.indexOf("-n") >= 0 && all.indexOf("-n") < dashes
                ? Integer.parseInt(all.get(all.indexOf("-n") + 1))
                : 10;
        List<String> command = all.subList(dashes + 1, all.size());
        long[] ready = new long[rounds];
        long[] first = new long[rounds];
        long[] processor = new long[rounds];
        long[] afterOne = new long[rounds];
        long[] afterAll = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long[] one = start(command);
            ready[i] = one[0];
            first[i] = one[1];
            processor[i] = one[2];
            afterOne[i] = one[3];
            afterAll[i] = one[4];
        }
        System.out.println(
                "| starts | ready, ms | first answer, ms | processor until then, ms | resident after it, MB | after models=*, MB |");
        System.out.println("|---|---|---|---|---|---|");
        System.out.printf("| %d | %d | %d | %d | %d | %d |%n", rounds, median(ready), median(first), median(processor),
                median(afterOne), median(afterAll));
    }

    private static long[] start(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(PORT));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        long begin = System.nanoTime();
        Process process = builder.start();
        try {
            long ready = until(process, begin, "GET /q/health/ready HTTP/1.1", "");
            long first = until(process, begin, "POST /v1/estimates?models=gpt-4o HTTP/1.1", BODY);
            long processor = process.info().totalCpuDuration().orElseThrow().toMillis();
            long one = resident(process);
            until(process, begin, "POST /v1/estimates?models=* HTTP/1.1", BODY);
            return new long[] {ready, first, processor, one, resident(process)};
        } finally {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
    }

    /**
     * Milliseconds from {@code begin} until the request is answered with 200; asks again every five milliseconds, for a
     * minute: more often, and asking takes time from the start.
     */
    private static long until(Process process, long begin, String line, String body) throws InterruptedException {
        while (System.nanoTime() - begin < TimeUnit.MINUTES.toNanos(1)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the program ended with status " + process.exitValue());
            }
            if (answered(line, body)) {
                return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            }
            Thread.sleep(5);
        }
        throw new IllegalStateException("no answer within a minute to " + line);
    }

    private static boolean answered(String line, String body) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", PORT), 1000);
            socket.setSoTimeout(60_000);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            OutputStream out = socket.getOutputStream();
            out.write((line + "\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                    + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.flush();
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String status = in.readLine();
            while (in.readLine() != null) {
                // the whole answer counts
            }
            return status != null && status.contains(" 200 ");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static long resident(Process process) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")));
        return lines.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
