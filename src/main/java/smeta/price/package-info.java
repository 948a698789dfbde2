/** Rates, tiers and price cards, and the bills that they make of a usage. Uses the JDK and the rooms below only. */
@org.jspecify.annotations.NullMarked
package smeta.price;
