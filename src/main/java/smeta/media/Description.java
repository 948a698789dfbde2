package smeta.media;

import java.time.LocalDate;

/**
 * A rule in words, for people.
 *
 * @param rule    its name in the catalogue
 * @param words   what the vendor does
 * @param formula with this model's constants
 * @param source  where the rule (not the constants, whose source is the catalogue's) is published
 * @param asOf    the day on which the source said so
 */
public record Description(String rule, String words, String formula, String source, LocalDate asOf) {
    static Description of(String rule, String words, String formula, String source, String asOf) {
        return new Description(rule, words, formula, source, LocalDate.parse(asOf));
    }
}
