/**
 * What a customer agreed with the sellers of models: names of its own, discounts and rates, read from a file and laid
 * over a catalogue. Uses the catalogue, names and prices.
 */
@NullMarked
package smeta.contract;

import org.jspecify.annotations.NullMarked;
