package smeta.prompt;

import java.time.Duration;

/**
 * A marker in the body that everything up to and including the thing at {@code pointer} is to be written to the
 * provider's cache for that time. Markers are in prompt order: tools, system, messages.
 */
public record CacheMark(String pointer, Duration lifetime) {}
