package smeta.calibration;

import java.util.ArrayList;
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

    /** How well the calibrations in use fit these lines, for the models that have one. */
    public List<Drift> against(Calibrations current) {
        List<Drift> drifts = new ArrayList<>();
        models.forEach((name, learner) -> {
            Calibrations.InUse used = current.find(name);
            Drift drift = used == null ? null : learner.against(used);
            if (drift != null) {
                drifts.add(drift);
            }
        });
        return drifts;
    }

    /** The models of which fewer came. */
    public List<String> tooFew() {
        return models.values().stream()
                .filter(learner -> learner.lines() < FactorFit.LEAST_LINES)
                .map(ModelLearner::model)
                .toList();
    }
}
