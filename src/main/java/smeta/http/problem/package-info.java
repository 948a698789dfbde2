/**
 * Errors as RFC 9457 problems: what can go wrong and the one place where it becomes an answer. Uses the library of
 * levels 0 to 5.
 */
@org.jspecify.annotations.NullMarked
package smeta.http.problem;
