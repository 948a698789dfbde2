package smeta.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.price.Discount;
import smeta.price.Period;

/**
 * A discount, and what it is given on: one model of a seller, or all of a seller's.
 *
 * @param model  {@code seller/id}; null for all
 * @param period when it is given
 */
record AgreedDiscount(String seller, @Nullable String model, Discount discount, Period period) {
    boolean isOn(Model offer) {
        return model == null ? seller.equals(offer.provider()) : model.equals(offer.qualifiedId());
    }

    /** What the discounts of one moment are told apart by. */
    String scope() {
        return model == null ? seller : model;
    }

    /** @param start null for since ever */
    boolean isGivenAt(@Nullable Instant start) {
        return start == null ? period.from() == null : period.contains(start);
    }
}
