/** Reads the daily rates that central banks publish as XML. Uses the JDK and {@code smeta.money} only. */
@org.jspecify.annotations.NullMarked
package smeta.money.feeds;
