/**
 * Models with their limits, rules, prices and sources, and the strict reader of the files that hold them. May use the
 * YAML parser.
 */
@org.jspecify.annotations.NullMarked
package smeta.catalogue;
