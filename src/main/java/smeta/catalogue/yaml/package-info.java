/**
 * The strict reader of the catalogue's files, and of what others write by the same rules. May use the YAML parser,
 * Jackson's tree and {@code smeta.catalogue}.
 */
@org.jspecify.annotations.NullMarked
package smeta.catalogue.yaml;
