package smeta.http.batches;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import smeta.http.load.Load;
import java.io.IOException;

/**
 * Reads lines, works on them in parallel, writes the answers in their order. Only so many lines are under way: reading
 * waits for writing, so a slow reader of the answer slows down the sender of the batch, and memory stays flat.
 */
final class BatchRun {
    /** Lines of one piece of work, and of how many bytes at most. */
    private static final int PIECE_LINES = 64;
    private static final int PIECE_BYTES = 256 * 1024;
    /** Under way at one time. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private final BatchLines lines;
    private final BatchWork work;
    private final BatchSummary summary;
    private final ExecutorService workers;
    private final Load load;
    private final Deque<Piece> underWay = new ArrayDeque<>();
    private long bytesUnderWay;

    private record Piece(Future<List<BatchWork.Done>> done, int bytes) {}

    BatchRun(InputStream in, int longest, BatchWork work, BatchSummary summary, ExecutorService workers, Load load) {
        lines = new BatchLines(in, longest);
        this.work = work;
        this.summary = summary;
        this.workers = workers;
        this.load = load;
    }

    /** @throws IOException if the client is gone; what is under way is then cancelled */
    void run(OutputStream to, String catalogue) throws IOException {
        OutputStream out = new BufferedOutputStream(to, 1 << 15);
        try {
            while (submit()) {
                while (underWay.size() > 4 * load.concurrent() || bytesUnderWay > MOST_BYTES) {
                    write(out);
                }
            }
            while (!underWay.isEmpty()) {
                write(out);
            }
            line(out, summary.json(catalogue).toString());
            out.flush();
        } finally {
            underWay.forEach(piece -> piece.done().cancel(true));
        }
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
                line(out, one.json());
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

    private static void line(OutputStream out, String json) throws IOException {
        out.write(json.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
