/**
 * Counts tokens: exactly where a vocabulary is present, with bounds where not. May use the JDK and Jackson. Others ask
 * here only; how it is done is in the inner rooms.
 */
@org.jspecify.annotations.NullMarked
package smeta.token;
