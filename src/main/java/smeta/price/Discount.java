package smeta.price;

import java.math.BigDecimal;
import smeta.money.Fraction;
import smeta.money.Money;

/**
 * What a customer agreed with a seller: so much off the list price of everything that a card bills. It stands on a bill
 * of its own, and no rate hides it.
 *
 * @param name    what people call the agreement
 * @param percent more than 0, at most 100
 */
public record Discount(String name, BigDecimal percent) {
    private static final Fraction HUNDREDTH = Fraction.of("0.01");

    /** @throws IllegalArgumentException if the percentage is out of its bounds */
    public Discount {
        if (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException(
                    "expected more than 0 and at most 100 per cent, found " + percent.toPlainString());
        }
    }

    /** What is taken off that list price, exact. */
    public Money off(Money list) {
        return list.times(Fraction.of(percent).times(HUNDREDTH));
    }
}
