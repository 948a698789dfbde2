package smeta.calibration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns from the lines of a log what to correct, model by model. Keeps numbers alone, in bounded memory; the order of
 * the lines doesn't matter. Not thread-safe.
 */
public final class Calibrator {
    /** More models than anybody calls; each takes up to a megabyte. */
    private static final int MOST_MODELS = 128;

    private final Map<String, ModelLearner> models = new TreeMap<>();

    /** False if the line is of one model too many. */
    public boolean add(Observation line) {
        ModelLearner learner = models.get(line.model());
        if (learner == null) {
            if (models.size() == MOST_MODELS) {
                return false;
            }
            learner = new ModelLearner(line.model());
            models.put(line.model(), learner);
        }
        learner.add(line);
        return true;
    }

    /** By model; those with fewer than 20 lines are left out. */
    public List<ModelCalibration> learnt() {
        return models.values().stream()
                .map(ModelLearner::learnt)
                .filter(model -> model.lines() >= FactorFit.LEAST_LINES)
                .toList();
    }

    /** The models of which fewer lines came, with their number. */
    public Map<String, Long> tooFew() {
        Map<String, Long> few = new TreeMap<>();
        models.forEach((name, learner) -> {
            if (learner.lines() < FactorFit.LEAST_LINES) {
                few.put(name, learner.lines());
            }
        });
        return few;
    }
}
