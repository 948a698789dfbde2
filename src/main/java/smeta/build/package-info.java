/**
 * Programs that the build runs, to make of the files in the repository what ships. May use the catalogue, the
 * names of models and those of the tokenizers.
 */
@org.jspecify.annotations.NullMarked
package smeta.build;
