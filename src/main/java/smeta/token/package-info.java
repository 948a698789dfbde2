/** Counts tokens: exactly where a vocabulary is present, with bounds where not. May use the JDK alone. */
@org.jspecify.annotations.NullMarked
package smeta.token;
