/**
 * What counting looks up: the tokens and merges of a vocabulary, the classes of characters, and the files of both. May
 * use the JDK only.
 */
@org.jspecify.annotations.NullMarked
package smeta.token.table;
