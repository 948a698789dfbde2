package smeta.calibration;

import org.jspecify.annotations.Nullable;

/**
 * A line of a log as numbers alone.
 *
 * @param key   tells which lines are kept and on which side of the split; it never leaves memory
 * @param times how often the same line came
 * @param day   since 1970; null if the line doesn't say
 * @param truth tokens of the prompt as they were reported
 */
record SampledLine(long key, int times, @Nullable Integer day, long truth, InputParts parts) {
    SampledLine again() {
        return new SampledLine(key, times + 1, day, truth, parts);
    }

    /** Whether the fit may see it. */
    boolean isForFit() {
        return (key & 1) == 0;
    }

    /** On which side of the second split it is, which measures the coverage. */
    boolean isFirstHalf() {
        return (key & 2) == 0;
    }
}
