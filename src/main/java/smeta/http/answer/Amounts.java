package smeta.http.answer;

import java.math.BigDecimal;
import smeta.money.Fraction;
import smeta.money.Money;

/** Amounts as text: rounded once, half-up, here; trailing zeros dropped down to two decimals. */
public final class Amounts {
    /** Decimals of an exact amount that no decimal can hold. */
    private static final int ENDLESS = 20;

    private Amounts() {}

    public static String rounded(Money money, int scale) {
        return plain(money.amount().rounded(scale));
    }

    /** All its decimals; only a fraction that has no end is rounded, at the 20th. */
    public static String exact(Fraction amount) {
        return plain(amount.isDecimal() ? amount.numerator() : amount.rounded(ENDLESS));
    }

    public static String plain(BigDecimal amount) {
        BigDecimal stripped = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        return (stripped.scale() < 2 ? stripped.setScale(2) : stripped).toPlainString();
    }
}
