/**
 * What is made of a text before it is split, and where the places of the result are in the text. May use the tables.
 */
@org.jspecify.annotations.NullMarked
package smeta.token.normalize;
