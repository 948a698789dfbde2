/**
 * Models with their limits, rules, prices and sources, and the catalogue in which they are found by name. May use the
 * rooms of prices, media rules and names, but none of the rooms inside it, which read what it holds.
 */
@org.jspecify.annotations.NullMarked
package smeta.catalogue;
