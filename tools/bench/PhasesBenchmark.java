import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * How a process answers from its first second on:
 * {@code java tools/bench/PhasesBenchmark.java [-n 3] [-phases cold,warm,health] -- java -jar target/quarkus-app/quarkus-run.jar}.
 * Starts the command, and once it is ready measures three phases, one after another; prints a Markdown row for each.
 *
 * <ul>
 *   <li>cold: 500 checks of 1 KB a second for ten seconds, at fixed times whatever the service does (an open loop); each
 *       answer's time counts from when its request was due
 *   <li>warm: 8 clients that ask again once they have an answer (a closed loop), 60 seconds to warm up and 20 that are measured
 *   <li>health: 64 such clients send checks of 1 MB for 20 seconds, while {@code /q/health/ready} is asked a hundred times a
 *       second, at fixed times
 * </ul>
 *
 * The client warms itself up before, against a socket of its own, so that its compilation isn't in the first phase.
 */
public class PhasesBenchmark {
    private static final int PORT = 18299;
    private static final int CONNECTIONS = 32;
    private static final String[] WORDS = ("the of and to in is that for it with as was on be at by this had not are but from or have an they which one you "
            + "were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new "
            + "some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through")
            .split(" ");

    public static void main(String[] arguments) throws Exception {
        List<String> all = Arrays.asList(arguments);
        int dashes = all.indexOf("--");
        List<String> options = all.subList(0, dashes);
        List<String> command = all.subList(dashes + 1, all.size());
        int rounds = Integer.parseInt(option(options, "-n", "3"));
        List<String> phases = List.of(option(options, "-phases", "cold,warm,health").split(","));
        warmUpTheClient();
        System.out.println("| phase | requests/s | p50 ms | p95 ms | p99 ms | max ms | processor, mean ms | not 200 |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (int i = 0; i < rounds; i++) {
            measure(command, phases);
        }
    }

    private static String option(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : options.get(at + 1);
    }

    private static void measure(List<String> command, List<String> phases) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(PORT));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        Process process = builder.start();
        try {
            awaitReady(process);
            if (phases.contains("cold")) {
                Phase cold = new Phase(process);
                cold.openLoop(PORT, check(1 << 10), 500, 10);
                System.out.println(cold.row("cold, 500/s of 1 KB"));
            }
            if (phases.contains("warm")) {
                new Phase(process).closedLoop(check(1 << 10), 8, 60);
                Phase warm = new Phase(process);
                warm.closedLoop(check(1 << 10), 8, 20);
                System.out.println(warm.row("warm, 8 clients of 1 KB"));
            }
            if (phases.contains("health")) {
                Thread load = new Thread(() -> new Phase(process).closedLoop(check(1 << 20), 64, 22));
                load.start();
                Thread.sleep(1000);
                Phase health = new Phase(process);
                health.openLoop(PORT, health(), 100, 20);
                load.join();
                System.out.println(health.row("health, beside 64 clients of 1 MB"));
            }
        } finally {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
    }

    private static void awaitReady(Process process) throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1); System.nanoTime() < end; Thread.sleep(1)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the program ended with status " + process.exitValue());
            }
            try (Connection connection = new Connection(PORT)) {
                if (connection.ask(health()) == 200) {
                    return;
                }
            } catch (IOException e) {
                // not yet
            }
        }
        throw new IllegalStateException("the program wasn't ready within a minute");
    }

    /** The time of each answer, and what they cost. */
    private static final class Phase {
        private final Process process;
        private final AtomicLong others = new AtomicLong();
        private final List<long[]> times = new ArrayList<>();
        private long processor;
        private long took;

        Phase(Process process) {
            this.process = process;
        }

        /** So many requests a second at fixed times, on as many connections as are needed, up to a bound. */
        void openLoop(int port, byte[] request, int rate, int seconds) {
            int count = rate * seconds;
            long start = System.nanoTime() + 100_000_000;
            AtomicInteger next = new AtomicInteger();
            run(CONNECTIONS, () -> {
                long[] own = new long[count];
                int done = 0;
                try (Connection connection = new Connection(port)) {
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        long due = start + i * 1_000_000_000L / rate;
                        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                            LockSupport.parkNanos(left);
                        }
                        done = ask(connection, request, due, own, done);
                    }
                } catch (IOException e) {
                    others.incrementAndGet();
                }
                keep(Arrays.copyOf(own, done));
            });
        }

        /** Each client asks again once it has its answer. */
        void closedLoop(byte[] request, int clients, int seconds) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            run(clients, () -> {
                long[] own = new long[1 << 16];
                int done = 0;
                try (Connection connection = new Connection(PORT)) {
                    while (System.nanoTime() < end) {
                        own = done < own.length ? own : Arrays.copyOf(own, 2 * done);
                        done = ask(connection, request, System.nanoTime(), own, done);
                    }
                } catch (IOException e) {
                    others.incrementAndGet();
                }
                keep(Arrays.copyOf(own, done));
            });
        }

        private int ask(Connection connection, byte[] request, long due, long[] own, int done) throws IOException {
            if (connection.ask(request) == 200) {
                own[done] = System.nanoTime() - due;
                return done + 1;
            }
            others.incrementAndGet();
            return done;
        }

        private synchronized void keep(long[] own) {
            times.add(own);
        }

        private void run(int threads, Runnable work) {
            long before = processorMillis();
            long start = System.nanoTime();
            List<Thread> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Thread thread = new Thread(work);
                thread.start();
                running.add(thread);
            }
            for (Thread thread : running) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            took = System.nanoTime() - start;
            processor = processorMillis() - before;
        }

        private long processorMillis() {
            return process == null ? 0 : process.info().totalCpuDuration().orElseThrow().toMillis();
        }

        String row(String name) {
            long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return String.format(Locale.ROOT, "| %s | %.0f | %.2f | %.2f | %.2f | %.2f | %.3f | %d |", name, all.length / (took / 1e9), at(all, 0.5),
                    at(all, 0.95), at(all, 0.99), at(all, 1), all.length == 0 ? 0 : (double) processor / all.length, others.get());
        }

        private static double at(long[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length))] / 1e6;
        }
    }

    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final OutputStream out;
        private final InputStream in;

        Connection(int port) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            out = socket.getOutputStream();
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }

        int ask(byte[] request) throws IOException {
            out.write(request);
            out.flush();
            int status = Integer.parseInt(line().substring(9, 12));
            int length = 0;
            for (String header = line(); !header.isEmpty(); header = line()) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            in.skipNBytes(length);
            return status;
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

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static byte[] check(int size) {
        Random random = new Random(size);
        StringBuilder body = new StringBuilder("{\"model\":\"gpt-4.1\",\"max_tokens\":1000,\"messages\":[{\"role\":\"user\",\"content\":\"");
        while (body.length() < size - 4) {
            body.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(12) == 0 ? ". " : " ");
        }
        byte[] json = body.append("\"}]}").toString().getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST /v1/checks/v1/chat/completions?limit=5 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + json.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + json.length);
        System.arraycopy(json, 0, request, head.length, json.length);
        return request;
    }

    private static byte[] health() {
        return "GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    }

    /** Asks a socket of this process, which answers everything in the same words, for three seconds. */
    private static void warmUpTheClient() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            byte[] answer = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 3000\r\n\r\n" + " ".repeat(3000)).getBytes(StandardCharsets.US_ASCII);
            byte[] request = check(1 << 10);
            Thread accepting = new Thread(() -> accept(server, request.length, answer));
            accepting.setDaemon(true);
            accepting.start();
            new Phase(null).openLoop(server.getLocalPort(), request, 5000, 3);
        }
    }

    private static void accept(ServerSocket server, int length, byte[] answer) {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread serving = new Thread(() -> serve(socket, length, answer));
                serving.setDaemon(true);
                serving.start();
            }
        } catch (IOException e) {
            // closed: the client is warm
        }
    }

    private static void serve(Socket socket, int length, byte[] answer) {
        try (socket) {
            while (socket.getInputStream().readNBytes(length).length == length) {
                socket.getOutputStream().write(answer);
            }
        } catch (IOException e) {
            // the client went
        }
    }
}
