/**
 * Reads price tables that others publish, as provider files of the catalogue. Uses Jackson's tree and the rooms below.
 */
@org.jspecify.annotations.NullMarked
package smeta.catalogue.imports;
