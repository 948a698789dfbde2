package smeta.usage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the seller itself says the call cost.
 *
 * @param currency ISO 4217; null if the field doesn't say, as with OpenRouter and RouterAI, who mean their price list's
 * @param field    where it stood
 */
public record ReportedCost(BigDecimal amount, @Nullable String currency, String field) {}
