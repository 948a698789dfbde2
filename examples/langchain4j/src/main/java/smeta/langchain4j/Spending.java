package smeta.langchain4j;

import org.jspecify.annotations.Nullable;
import smeta.library.CallBill;
import smeta.library.CallEstimate;

/**
 * One call that was made: what was expected, and what it came to. For metrics, and for a log to calibrate with; holds
 * no text.
 *
 * @param bill null if the model reported no usage
 */
public record Spending(CallEstimate estimate, @Nullable CallBill bill) {}
