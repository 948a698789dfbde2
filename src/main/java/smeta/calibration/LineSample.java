package smeta.calibration;

import java.util.List;
import java.util.TreeMap;

/**
 * As many different lines as fit, those with the smallest keys: the same ones in whatever order the lines come. A line
 * that is kept in the end was kept since it first came, so that its repetitions are counted exactly.
 */
final class LineSample {
    private final int most;
    private final TreeMap<Long, SampledLine> byKey = new TreeMap<>();

    LineSample(int most) {
        this.most = most;
    }

    void add(SampledLine line) {
        SampledLine known = byKey.get(line.key());
        if (known != null) {
            byKey.put(line.key(), known.again());
        } else if (byKey.size() < most) {
            byKey.put(line.key(), line);
        } else if (line.key() < byKey.lastKey()) {
            byKey.pollLastEntry();
            byKey.put(line.key(), line);
        }
    }

    /** By key. */
    List<SampledLine> lines() {
        return List.copyOf(byKey.values());
    }

    /** Lines, with their repetitions. */
    static long count(List<SampledLine> lines) {
        return lines.stream().mapToLong(SampledLine::times).sum();
    }
}
