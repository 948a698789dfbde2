package smeta.usage;

import org.jspecify.annotations.Nullable;
import smeta.meter.Usage;

/**
 * What was used of another model than the one that answered: pictures that a tool drew, advice that was asked for.
 *
 * @param what  for people and programs: {@code image_generation}, {@code advisor}
 * @param model null if it isn't named
 */
public record UsageElsewhere(String what, @Nullable String model, Usage usage) {}
