import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A closed-loop client for checks: each client sends its next request once it has the answer to the last. Run it beside a
 * service: {@code java tools/bench/HttpBenchmark.java http://localhost:8080 [seconds [pid]]}. Prints a
 * Markdown table; with the service's process id it also says how much processor time a request took.
 * {@code PhasesBenchmark} measures a process that has just started.
 */
public class HttpBenchmark {
    private static final int[] SIZES = {1 << 10, 16 << 10, 128 << 10, 1 << 20};
    private static final int[] CLIENTS = {1, 8, 64};
    private static final String[] WORDS = ("the of and to in is that for it with as was on be at by this had not are but from or have an they which one you "
            + "were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new "
            + "some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through "
            + "years where much your way down should because long each just state people those too good very make world still see own work men day get here old "
            + "between both life being under three never know same last another while us might great go come since against right came take used himself few house")
            .split(" ");

    private final URI service;
    private final long seconds;

    private final long pid;

    HttpBenchmark(URI service, long seconds, long pid) {
        this.service = service;
        this.seconds = seconds;
        this.pid = pid;
    }

    public static void main(String[] arguments) throws Exception {
        new HttpBenchmark(URI.create(arguments[0]), arguments.length > 1 ? Long.parseLong(arguments[1]) : 10,
                arguments.length > 2 ? Long.parseLong(arguments[2]) : -1).run();
    }

    private void run() throws Exception {
        measure(16 << 10, 8, 10);
        System.out.println("| body | clients | requests/s | p50 ms | p95 ms | p99 ms | max ms | counting, mean ms | processor, mean ms | not 200 |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (int size : SIZES) {
            for (int clients : CLIENTS) {
                System.out.println(measure(size, clients, seconds));
            }
        }
    }

    private String measure(int size, int clients, long time) throws Exception {
        byte[] request = request(size);
        List<long[]> times = new ArrayList<>();
        AtomicLong others = new AtomicLong();
        AtomicLong counting = new AtomicLong();
        double before = processorMillis();
        long start = System.nanoTime();
        long end = start + time * 1_000_000_000;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Thread thread = new Thread(() -> {
                long[] own = loop(request, end, others, counting);
                synchronized (times) {
                    times.add(own);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double took = (System.nanoTime() - start) / 1e9;
        long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return String.format(Locale.ROOT, "| %s | %d | %.0f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %d |", size < 1 << 20 ? (size >> 10) + " KB" : "1 MB", clients,
                all.length / took, at(all, 0.5), at(all, 0.95), at(all, 0.99), at(all, 1), all.length == 0 ? 0 : counting.get() / 1e3 / all.length,
                all.length == 0 ? 0 : (processorMillis() - before) / all.length, others.get());
    }

    private double processorMillis() {
        return ProcessHandle.of(pid).flatMap(p -> p.info().totalCpuDuration()).map(d -> (double) d.toMillis()).orElse(Double.NaN);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length))] / 1e6;
    }

    private long[] loop(byte[] request, long end, AtomicLong others, AtomicLong counting) {
        long[] times = new long[1 << 16];
        int count = 0;
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            while (System.nanoTime() < end) {
                long sent = System.nanoTime();
                out.write(request);
                out.flush();
                int status = answer(in, counting);
                long took = System.nanoTime() - sent;
                if (status != 200) {
                    others.incrementAndGet();
                    continue;
                }
                if (count == times.length) {
                    times = Arrays.copyOf(times, count * 2);
                }
                times[count++] = took;
            }
        } catch (IOException e) {
            others.incrementAndGet();
        }
        return Arrays.copyOf(times, count);
    }

    private static int answer(InputStream in, AtomicLong counting) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("server-timing:") && lower.contains("count;dur=")) {
                String millis = lower.substring(lower.indexOf("count;dur=") + 10).split(",")[0];
                counting.addAndGet(Math.round(Double.parseDouble(millis) * 1000));
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
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

    private byte[] request(int size) {
        Random random = new Random(size);
        StringBuilder body = new StringBuilder("{\"model\":\"gpt-4.1\",\"max_tokens\":1000,\"messages\":[{\"role\":\"user\",\"content\":\"");
        while (body.length() < size - 4) {
            body.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(12) == 0 ? ". " : " ");
        }
        byte[] json = body.append("\"}]}").toString().getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST /v1/checks/v1/chat/completions?limit=5 HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\nContent-Type: application/json\r\nContent-Length: "
                + json.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + json.length);
        System.arraycopy(json, 0, request, head.length, json.length);
        return request;
    }
}
