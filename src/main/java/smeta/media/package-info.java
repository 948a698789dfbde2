/** Pixels, seconds and pages to tokens, by the rule each vendor publishes. May use {@code smeta.meter} and the JDK. */
@org.jspecify.annotations.NullMarked
package smeta.media;
