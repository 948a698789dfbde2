package smeta.catalogue.tables;

/**
 * Something in a table that was not taken as it stands.
 *
 * @param model the table's own name for the row
 * @param code  {@code negative}, {@code zero_prices}, {@code unit}, {@code out_of_range}, {@code documentation},
 *              {@code not_a_number}, {@code left_out}, {@code rejected}, …
 */
public record Flag(String model, String code, String text) {}
