/**
 * Vocabularies that are read from a {@code tokenizer.json}. May use Jackson and the rooms for exact counting.
 */
@org.jspecify.annotations.NullMarked
package smeta.token.json;
