/**
 * The wide list: offers that only public tables have, each read when it is asked for. May use Jackson's tree, the
 * strict reader and {@code smeta.catalogue}.
 */
@org.jspecify.annotations.NullMarked
package smeta.catalogue.wide;
