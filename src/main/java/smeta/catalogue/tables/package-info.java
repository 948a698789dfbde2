/**
 * Reads price tables that others publish, as rows of the wide list. Uses Jackson's tree and the rooms below.
 */
@org.jspecify.annotations.NullMarked
package smeta.catalogue.tables;
