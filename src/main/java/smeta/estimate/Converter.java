package smeta.estimate;

import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import smeta.money.Currencies;
import smeta.money.ExchangeRates;
import smeta.money.Fraction;
import smeta.money.Money;
import smeta.money.Surcharges;
import smeta.price.Bill;
import smeta.price.RateCard;

/** The last steps of a price: currency, then markup, then VAT. */
record Converter(ExchangeRates rates, Surcharges surcharges) {
    /** @throws Impossible if there is no exchange rate in effect on that day */
    Estimate.Cost cost(RateCard card, Bill bill, @Nullable Currency to, LocalDate day) {
        if (to == null || Currencies.same(to, bill.currency())) {
            return new Estimate.Cost(card, bill, bill.low(), bill.likely(), bill.high(), null, Surcharges.NONE);
        }
        ExchangeRates.Path path = rates.factor(bill.currency(), to, day)
                .orElseThrow(() -> new Impossible(
                        "no_exchange_rate",
                        "No exchange rate from " + bill.currency() + " to " + to + " is known for " + day + ".",
                        "leave “currency” out, choose a later day with “on”, or give the service a table with"
                                + " smeta.exchange.file"));
        boolean vatIncluded = card.vat() != null && card.vat().startsWith("included");
        Surcharges more = vatIncluded ? surcharges.withoutVat() : surcharges;
        Fraction factor = path.factor().times(more.factor());
        return new Estimate.Cost(
                card,
                bill,
                times(bill.low(), factor, to),
                times(bill.likely(), factor, to),
                times(bill.high(), factor, to),
                path,
                more);
    }

    private static Money times(Money money, Fraction factor, Currency to) {
        return new Money(money.amount().times(factor), to);
    }
}
