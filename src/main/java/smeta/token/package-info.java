/** Counts tokens: exactly where a vocabulary is present, with bounds where not. May use the JDK and Jackson. */
@org.jspecify.annotations.NullMarked
package smeta.token;
