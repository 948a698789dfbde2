/** Pixels, seconds and pages to token counts, by the rule each vendor publishes. May use {@code smeta.meter} and the JDK. */
@org.jspecify.annotations.NullMarked
package smeta.media;
