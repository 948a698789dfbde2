package smeta.traffic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import smeta.calibration.Calibrations;
import smeta.calibration.Calibrator;
import smeta.calibration.Drift;
import smeta.calibration.LearntLog;
import smeta.calibration.Observation;

/**
 * Puts the lines of a log together: learns from each, joins requests with their results by {@code custom_id}, and counts
 * what is wrong. Memory is bounded whatever comes. Not thread-safe.
 */
public final class TrafficLearner {
    /** Requests and results that wait for each other, as numbers; as many as a message batch may have. */
    private static final int MOST_WAITING = 100_000;

    private final LineReader reader;
    private final Calibrator calibrator = new Calibrator();
    private final Map<String, LineReading.Half> waiting = new HashMap<>();
    private final Map<String, Long> problems = new TreeMap<>();
    private long lines;
    private long used;

    public TrafficLearner(LineReader reader) {
        this.reader = reader;
    }

    /** Of a line with several calls each counts as a line. */
    public void add(LineReading line) {
        if (line instanceof LineReading.Several several) {
            several.calls().forEach(this::add);
            return;
        }
        lines++;
        if (line instanceof LineReading.Problem problem) {
            problem(problem.code(), 1);
        } else if (line instanceof LineReading.Learnable learnable) {
            learn(learnable.observation(), 1);
        } else if (line instanceof LineReading.Half half) {
            join(half);
        }
    }

    private void join(LineReading.Half half) {
        LineReading.Half other = waiting.get(half.id);
        if (other != null && (other.asked == null) != (half.asked == null)) {
            waiting.remove(half.id);
            AskedHalf asked = half.asked != null ? half.asked : other.asked;
            LoggedAnswer answered = half.answer != null ? half.answer : other.answer;
            try {
                learn(reader.together(Objects.requireNonNull(asked), Objects.requireNonNull(answered)), 2);
            } catch (ArithmeticException | IllegalArgumentException e) {
                problem("beyond_any_model", 2);
            }
        } else if (other != null) {
            problem("duplicate_custom_id", 1);
        } else if (waiting.size() == MOST_WAITING) {
            problem("too_many_to_join", 1);
        } else {
            waiting.put(half.id, half);
        }
    }

    private void learn(Observation observation, int many) {
        if (calibrator.add(observation)) {
            used += many;
        } else {
            problem("too_many_models", many);
        }
    }

    private void problem(String code, long many) {
        problems.merge(code, many, Long::sum);
    }

    /** What the lines so far teach. A half that still waits for its other is a problem. */
    public LearntLog learnt() {
        Map<String, Long> all = new TreeMap<>(problems);
        waiting.values().forEach(half -> all.merge(half.asked == null ? "no_request" : "no_usage", 1L, Long::sum));
        return new LearntLog(lines, used, all, calibrator.tooFew(), calibrator.learnt());
    }

    /** How well the calibrations in use fit these lines. */
    public List<Drift> against(Calibrations current) {
        return calibrator.against(current);
    }
}
