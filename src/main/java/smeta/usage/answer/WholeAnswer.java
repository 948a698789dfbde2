package smeta.usage.answer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import smeta.usage.ReportedUsage;

/**
 * What an answer says about its bill.
 *
 * @param model  as the answer names it; null if it doesn't
 * @param moment when it was made; null if it doesn't say
 */
public record WholeAnswer(@Nullable String model, @Nullable Instant moment, ReportedUsage usage) {}
