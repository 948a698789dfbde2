/**
 * The words of a query that several endpoints share, and the way from a body to a prompt. Uses the problems and levels
 * 0 to 5.
 */
@org.jspecify.annotations.NullMarked
package smeta.http.query;
