/**
 * Finds the usage in what a vendor answered: a whole answer, a line of a log, or the text of an event stream. Uses the
 * shapes of usages and Jackson's tree.
 */
@org.jspecify.annotations.NullMarked
package smeta.usage.answer;
