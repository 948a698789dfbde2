/**
 * Reads what was used from JSON, in the catalogue's words or as a vendor reports it. Uses Jackson's tree and the rooms
 * below.
 */
@org.jspecify.annotations.NullMarked
package smeta.usage;
