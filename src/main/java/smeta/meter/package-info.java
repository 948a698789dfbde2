/** What is billed, and how much of it: meters, counts and usage. Uses the JDK only. */
@org.jspecify.annotations.NullMarked
package smeta.meter;
