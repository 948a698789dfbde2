package smeta.calibration;

import org.jspecify.annotations.Nullable;

/**
 * What was learnt about the prompts of a model.
 *
 * @param lines    that were looked at; the figures are about them
 * @param outliers of these, lines that are ten times as far off as is usual; 0 below 300 lines
 * @param before   of the bare estimate
 * @param after    with the correction and bounds for 95 %; null without bounds
 * @param high     share of unseen lines that are not above the bound for 99.5 %, in millionths; null if there is none
 * @param change   by how much the middle deviation of the later half of the lines differs from that of the earlier, of all
 *                 lines or of the kind of prompts that moved most, in millionths; null if days are not told, or it is no
 *                 more than chance
 * @param bare     ratios of truth to the bare estimate, of the lines of {@code before}; null in a file in use
 * @param fitted   of truth to the corrected estimate, of the lines of {@code after}; null without these, and in a file in use
 */
public record InputCalibration(
        long lines,
        long outliers,
        InputCorrection correction,
        ErrorFigures before,
        @Nullable ErrorFigures after,
        @Nullable Long high,
        @Nullable Long change,
        @Nullable RatioHistogram bare,
        @Nullable RatioHistogram fitted) {}
