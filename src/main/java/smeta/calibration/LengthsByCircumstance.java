package smeta.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long replies or thoughts are, by circumstances and by what is said of fewer of them. */
final class LengthsByCircumstance {
    private final Map<Circumstances, LogHistogram> lengths = new HashMap<>();

    void add(Circumstances when, long tokens) {
        when.wider()
                .forEach(wider -> lengths.computeIfAbsent(wider, w -> LogHistogram.ofLengths())
                        .add(tokens));
    }

    /** Those of which there are enough, the widest first. */
    List<LearntLength> learnt() {
        List<LearntLength> learnt = new ArrayList<>();
        lengths.forEach((when, histogram) -> {
            if (histogram.count() >= FactorFit.LEAST_LINES) {
                learnt.add(
                        new LearntLength(when, histogram.count(), histogram.percentile(50), histogram.percentile(95)));
            }
        });
        learnt.sort(Comparator.comparing((LearntLength l) -> key(l.when())));
        return learnt;
    }

    private static String key(Circumstances when) {
        return (when.effort() == null ? "" : when.effort()) + " " + (when.tools() == null ? "" : when.tools()) + " "
                + (when.cap() == null ? "" : when.cap());
    }
}
