/**
 * The form of the catalogue that ships: made by the build with the strict reader, and read without a parser, model by
 * model. May use {@code smeta.catalogue} and, where the form isn't there, the strict reader.
 */
@org.jspecify.annotations.NullMarked
package smeta.catalogue.compiled;
