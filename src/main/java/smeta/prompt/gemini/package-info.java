/**
 * Gemini {@code generateContent} and {@code countTokens}. May use {@code smeta.prompt} and its room for reading.
 */
@org.jspecify.annotations.NullMarked
package smeta.prompt.gemini;
