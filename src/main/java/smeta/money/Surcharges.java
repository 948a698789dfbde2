package smeta.money;

import java.math.BigDecimal;

/**
 * What comes on top of a converted amount: a markup, and then VAT on the sum. Kept apart from the exchange rate, so
 * that an answer can show all three.
 *
 * @param markup percent, 0 or more
 * @param vat    percent, 0 or more
 */
public record Surcharges(BigDecimal markup, BigDecimal vat) {
    public static final Surcharges NONE = new Surcharges(BigDecimal.ZERO, BigDecimal.ZERO);

    public Surcharges {
        if (markup.signum() < 0 || vat.signum() < 0) {
            throw new IllegalArgumentException("expected percentages of 0 or more, found " + markup + " and " + vat);
        }
    }

    public boolean isNone() {
        return markup.signum() == 0 && vat.signum() == 0;
    }

    /** The same for a price that includes VAT already. */
    public Surcharges withoutVat() {
        return new Surcharges(markup, BigDecimal.ZERO);
    }

    /** What the amount is multiplied with, exactly. */
    public Fraction factor() {
        return percent(markup).times(percent(vat));
    }

    private static Fraction percent(BigDecimal more) {
        return Fraction.of(more.add(BigDecimal.valueOf(100)).movePointLeft(2));
    }
}
