/**
 * How much work is taken on and in which order, and what is measured of it. Uses the problems and the library that
 * requests read.
 */
@org.jspecify.annotations.NullMarked
package smeta.http.load;
