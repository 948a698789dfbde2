package smeta.catalogue.tables;

import java.math.BigDecimal;

/** An amount for a unit: {@code 0.15} for {@code 1M tokens}. */
record Price(BigDecimal amount, String unit) {
    static final String TOKENS = "1M tokens";

    static Price perToken(BigDecimal amount) {
        return new Price(amount.movePointRight(6), TOKENS);
    }

    static Price perMillion(BigDecimal amount) {
        return new Price(amount, TOKENS);
    }

    String text(String currency) {
        BigDecimal plain = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString() + " " + currency + " / " + unit;
    }
}
