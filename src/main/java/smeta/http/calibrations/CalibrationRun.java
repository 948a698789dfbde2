package smeta.http.calibrations;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import smeta.http.batches.BatchLines;
import smeta.http.load.Load;
import smeta.traffic.LineReader;
import smeta.traffic.LineReading;
import smeta.traffic.TrafficLearner;

/** Reads lines, measures them in parallel, and learns from them one by one. Only so many are under way. */
final class CalibrationRun {
    private final BatchLines lines;
    private final LineReader reader;
    private final TrafficLearner learner;
    private final ExecutorService workers;
    private final Load load;
    private final Deque<Future<List<LineReading>>> underWay = new ArrayDeque<>();

    CalibrationRun(BatchLines lines, LineReader reader, TrafficLearner learner, ExecutorService workers, Load load) {
        this.lines = lines;
        this.reader = reader;
        this.learner = learner;
        this.workers = workers;
        this.load = load;
    }

    void run() throws IOException {
        try {
            while (submit()) {
                while (underWay.size() > 4 * load.concurrent()) {
                    learn();
                }
            }
            while (!underWay.isEmpty()) {
                learn();
            }
        } finally {
            underWay.forEach(piece -> piece.cancel(true));
        }
    }

    /** False at the end of the input. */
    private boolean submit() throws IOException {
        List<BatchLines.Line> piece = lines.piece();
        if (!piece.isEmpty()) {
            underWay.add(workers.submit(() -> read(piece)));
        }
        return !piece.isEmpty();
    }

    private List<LineReading> read(List<BatchLines.Line> piece) throws InterruptedException {
        List<LineReading> read = new ArrayList<>(piece.size());
        try (Load.Turn turn = load.takePatiently()) {
            for (BatchLines.Line line : piece) {
                if (turn == null || Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException();
                }
                read.add(line.bytes() == null ? new LineReading.Problem("line_too_long") : reader.read(line.bytes()));
            }
        }
        return read;
    }

    private void learn() throws IOException {
        try {
            underWay.remove().get().forEach(learner::add);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
