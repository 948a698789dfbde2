package smeta.http.batches;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import smeta.http.load.Load;

/**
 * Reads lines, works on them in parallel, writes the answers in their order. Only so many lines are under way, and
 * answers that nobody reads are bounded too ({@link UnreadAnswers}), so memory stays flat.
 */
final class BatchRun implements StreamedAnswers.Lines {
    /** Under way at one time. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private final BatchLines lines;
    private final AnsweredLines answered;
    private final BatchWork work;
    private final BatchSummary summary;
    private final String catalogue;
    private final ExecutorService workers;
    private final Load load;
    private final Deque<Piece> underWay = new ArrayDeque<>();
    private long bytesUnderWay;

    private record Piece(Future<List<BatchWork.Done>> done, int bytes) {}

    BatchRun(
            BatchLines lines,
            AnsweredLines answered,
            BatchWork work,
            BatchSummary summary,
            String catalogue,
            ExecutorService workers,
            Load load) {
        this.lines = lines;
        this.answered = answered;
        this.work = work;
        this.summary = summary;
        this.catalogue = catalogue;
        this.workers = workers;
        this.load = load;
    }

    @Override
    public Object answer(OutputStream out) throws IOException {
        while (submit()) {
            while (underWay.size() > 4 * load.concurrent() || bytesUnderWay > MOST_BYTES) {
                write(out);
            }
        }
        while (!underWay.isEmpty()) {
            write(out);
        }
        return summary.answer(catalogue);
    }

    @Override
    public String hint() {
        return "read the answer while you send, send fewer lines at once, ask with lines=none or lines=problems, or"
                + " raise smeta.load.unread";
    }

    @Override
    public void close() {
        underWay.forEach(piece -> piece.done().cancel(true));
    }

    /** False at the end of the input. */
    private boolean submit() throws IOException {
        List<BatchLines.Line> piece = lines.piece();
        if (piece.isEmpty()) {
            return false;
        }
        int bytes = piece.stream().mapToInt(BatchLines.Line::size).sum();
        underWay.add(new Piece(workers.submit(() -> work(piece)), bytes));
        bytesUnderWay += bytes;
        return true;
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
