package smeta.http.batches;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import smeta.http.SmetaConfig;
import smeta.http.answer.JsonLines;
import smeta.http.load.Pace;
import smeta.http.load.PacedOutput;
import smeta.http.problem.Problem;
import smeta.http.problem.Refused;

/**
 * Answers a stream of lines while it comes, as batches and logs are: what the client hasn't read yet waits in
 * {@link UnreadAnswers}, and what ends it early is the last line.
 */
@ApplicationScoped
public class StreamedAnswers {
    private final CurrentVertxRequest current;
    private final long unread;
    private final int longest;
    private final Pace pace;
    private final Pace reading;
    private final ExecutorService runs;

    @Inject
    public StreamedAnswers(SmetaConfig config, CurrentVertxRequest current) {
        this.current = current;
        unread = config.load().unread().asLongValue();
        longest = BatchLines.longest(config.load());
        pace = Pace.of(config.load());
        reading = Pace.ofReading(config.load());
        runs = Executors.newCachedThreadPool(Threads.named("lines-"));
    }

    /** What answers the lines of one body. Closing gives up what is under way. */
    public interface Lines extends AutoCloseable {
        /** Writes the answers, and gives the one that comes last. */
        Object answer(OutputStream out) throws IOException;

        /** What a client can do that reads no answers. */
        String hint();

        @Override
        default void close() {}
    }

    /**
     * Answers the body's lines as they come, as long as the client keeps its pace.
     *
     * @param answering what answers them
     */
    public Response to(InputStream body, Function<BatchLines, Lines> answering) {
        InputStream in = new PacedInput(body, pace);
        return Response.ok(output(in, answering.apply(new BatchLines(in, longest))))
                .build();
    }

    /** @param in where the lines are read from, to throw the rest away if it comes to that */
    private StreamingOutput output(InputStream in, Lines lines) {
        RoutingContext context = current.getCurrent();
        return to -> {
            UnreadAnswers answers = new UnreadAnswers(unread, pace.window());
            Future<?> running = runs.submit(() -> run(in, lines, answers));
            try {
                answers.handOver(new PacedOutput(to, context, reading, answers::isFinished));
            } finally {
                running.cancel(true);
            }
        };
    }

    /** Ends with the last line, or with the problem that ended it. */
    private static void run(InputStream in, Lines lines, UnreadAnswers to) {
        byte[] end = new byte[0];
        try (lines) {
            OutputStream out = new BufferedOutputStream(to, 1 << 15);
            Object last = lines.answer(out);
            out.flush();
            end = JsonLines.line(last);
        } catch (UnreadAnswers.Full e) {
            end = ended(unread(e, lines.hint()));
            throwAwayRest(in);
        } catch (Refused e) {
            end = ended(e.problem());
        } catch (IOException e) {
            // the client is gone, and with it whoever could be told
        } finally {
            to.finish(end);
        }
    }

    /** A client that reads only after it has sent everything gets to the answer that way. */
    private static void throwAwayRest(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | Refused e) {
            // it has sent enough
        }
    }

    private static Problem unread(UnreadAnswers.Full full, String hint) {
        return Problem.of(
                507,
                "answers_unread",
                "Insufficient Storage",
                "The lines were given up: " + full.getMessage() + ", and nobody reads them.",
                hint);
    }

    private static byte[] ended(Problem problem) {
        return JsonLines.line(new BatchEndAnswer(problem));
    }

    @PreDestroy
    void stop() {
        runs.shutdownNow();
    }
}
