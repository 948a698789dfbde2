/**
 * Byte-pair encoding: merges the pieces that are not tokens, remembers how many tokens they had, and counts. May use
 * the tables, the splitting and the normalizing.
 */
@org.jspecify.annotations.NullMarked
package smeta.token.merge;
