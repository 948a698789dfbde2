/**
 * Estimates for families whose vocabulary is not public, fitted on counts that are. May use the tokenizers only.
 */
@org.jspecify.annotations.NullMarked
package smeta.token.fit;
