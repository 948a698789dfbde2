package smeta.price;

import smeta.meter.Meter;

/**
 * Another reading of a rate that its source prints in a doubtful unit. The printed rate is what is used; the other
 * reading widens the bounds.
 *
 * @param meter   whose printed rate is doubted
 * @param reading the other reading; possibly of the same thing in another unit
 * @param why     the arithmetic, for people
 */
public record Doubt(Meter meter, Rate reading, String why) {}
