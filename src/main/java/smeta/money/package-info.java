/** Exact amounts of money and dated exchange rates. Uses the JDK only. */
@org.jspecify.annotations.NullMarked
package smeta.money;
