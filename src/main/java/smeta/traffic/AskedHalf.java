package smeta.traffic;

import org.jspecify.annotations.Nullable;
import smeta.calibration.Circumstances;
import smeta.calibration.InputParts;
import smeta.catalogue.Model;

/**
 * What of a request can be learnt from, as numbers.
 *
 * @param key     made of the line
 * @param parts   null if the prompt isn't a conversation that was counted whole
 * @param replies that were asked for
 * @param talks   whether the reply is text
 */
record AskedHalf(long key, Model model, @Nullable InputParts parts, Circumstances when, int replies, boolean talks) {}
