package smeta.http.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import smeta.money.Money;

/** An amount of money as the answers have it. */
@Schema(name = "Money", description = "An amount of money: a decimal as text, never a float.")
public record MoneyAnswer(
        @Schema(required = true, description = "decimal, exact or rounded half-up once", examples = "1.8596")
        String amount,

        @Schema(required = true, description = "ISO 4217", examples = "RUB")
        String currency) {
    /** Rounded half-up to so many decimals. */
    public static MoneyAnswer rounded(Money money, int scale) {
        return new MoneyAnswer(Amounts.rounded(money, scale), money.currency().getCurrencyCode());
    }

    public static MoneyAnswer exact(Money money) {
        return new MoneyAnswer(Amounts.exact(money.amount()), money.currency().getCurrencyCode());
    }
}
