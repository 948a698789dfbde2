package smeta.http.batches;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import smeta.http.answer.JsonLines;
import smeta.http.load.Load;
import smeta.http.problem.Problem;
import smeta.http.problem.Refused;

/**
 * Reads lines, works on them in parallel, writes the answers in their order. Only so many lines are under way, and
 * answers that nobody reads are bounded too ({@link UnreadAnswers}), so memory stays flat.
 */
final class BatchRun {
    /** Lines of one piece of work, and of how many bytes at most. */
    private static final int PIECE_LINES = 64;
    private static final int PIECE_BYTES = 256 * 1024;
    /** Under way at one time. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private final InputStream in;
    private final BatchLines lines;
    private final AnsweredLines answered;
    private final BatchWork work;
    private final BatchSummary summary;
    private final ExecutorService workers;
    private final Load load;
    private final Deque<Piece> underWay = new ArrayDeque<>();
    private long bytesUnderWay;

    private record Piece(Future<List<BatchWork.Done>> done, int bytes) {}

    BatchRun(
            InputStream in,
            int longest,
            AnsweredLines answered,
            BatchWork work,
            BatchSummary summary,
            ExecutorService workers,
            Load load) {
        this.in = in;
        lines = new BatchLines(in, longest);
        this.answered = answered;
        this.work = work;
        this.summary = summary;
        this.workers = workers;
        this.load = load;
    }

    /** Ends with a summary line, or with the problem that ended it. What is then under way is cancelled. */
    void run(UnreadAnswers to, String catalogue) {
        byte[] end = new byte[0];
        try {
            OutputStream out = new BufferedOutputStream(to, 1 << 15);
            work(out);
            out.flush();
            end = JsonLines.line(summary.answer(catalogue));
        } catch (UnreadAnswers.Full e) {
            cancel();
            end = ended(unread(e));
            throwAwayRest();
        } catch (Refused e) {
            end = ended(e.problem());
        } catch (IOException e) {
            // the client is gone, and with it whoever could be told
        } finally {
            cancel();
            to.finish(end);
        }
    }

    private void work(OutputStream out) throws IOException {
        while (submit()) {
            while (underWay.size() > 4 * load.concurrent() || bytesUnderWay > MOST_BYTES) {
                write(out);
            }
        }
        while (!underWay.isEmpty()) {
            write(out);
        }
    }

    private void cancel() {
        underWay.forEach(piece -> piece.done().cancel(true));
    }

    /** A client that reads only after it has sent everything gets to the answer that way. */
    private void throwAwayRest() {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | Refused e) {
            // it has sent enough
        }
    }

    private static Problem unread(UnreadAnswers.Full full) {
        return Problem.of(
                507,
                "answers_unread",
                "Insufficient Storage",
                "The batch was given up: " + full.getMessage() + ", and nobody reads them.",
                "read the answer while you send, send fewer lines at once, ask with lines=none or lines=problems, or"
                        + " raise smeta.load.unread");
    }

    private static byte[] ended(Problem problem) {
        return JsonLines.line(new BatchEndAnswer(problem));
    }

    /** False at the end of the input. */
    private boolean submit() throws IOException {
        List<BatchLines.Line> piece = new ArrayList<>();
        int bytes = 0;
        BatchLines.@Nullable Line line = null;
        while (piece.size() < PIECE_LINES && bytes < PIECE_BYTES && (line = lines.next()) != null) {
            piece.add(line);
            bytes += line.bytes() == null ? 0 : line.bytes().length;
        }
        if (!piece.isEmpty()) {
            underWay.add(new Piece(workers.submit(() -> work(piece)), bytes));
            bytesUnderWay += bytes;
        }
        return piece.size() == PIECE_LINES || bytes >= PIECE_BYTES;
    }

    private List<BatchWork.Done> work(List<BatchLines.Line> piece) throws InterruptedException {
        List<BatchWork.Done> done = new ArrayList<>(piece.size());
        try (Load.Turn turn = load.takePatiently()) {
            for (BatchLines.Line line : piece) {
                if (turn == null || Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException();
                }
                done.add(work.work(line));
            }
        }
        return done;
    }

    private void write(OutputStream out) throws IOException {
        Piece piece = underWay.remove();
        bytesUnderWay -= piece.bytes();
        try {
            for (BatchWork.Done one : piece.done().get()) {
                if (answered.has(one)) {
                    out.write(one.json());
                }
                if (one.shares().isEmpty()) {
                    summary.problem();
                } else {
                    summary.add(one.line(), one.id(), one.shares());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
