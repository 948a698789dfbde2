package smeta.catalogue.tables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.Model;
import smeta.catalogue.NamedModel;
import smeta.meter.Meter;
import smeta.money.Currencies;
import smeta.price.Rate;
import smeta.price.RateCard;
import smeta.price.Rates;

/**
 * How the prices of a model differ between two places, by the cards in force on one day. Only the base rates are
 * compared.
 *
 * @param before null if there was no such model
 * @param after  null if there is none any more
 */
public record PriceChange(
        String model, @Nullable Model before, @Nullable Model after, Kind kind, List<Line> lines) {
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        SAME
    }

    /** A rate that differs; null on the side that has none. */
    public record Line(
            Meter meter, @Nullable Rate before, @Nullable Rate after) {}

    public static PriceChange of(String name, @Nullable Model before, @Nullable Model after, Instant moment) {
        List<Line> lines = differences(rates(before, moment), rates(after, moment));
        Kind kind =
                before == null ? Kind.ADDED : after == null ? Kind.REMOVED : lines.isEmpty() ? Kind.SAME : Kind.CHANGED;
        return new PriceChange(name, before, after, kind, lines);
    }

    /**
     * What a table says otherwise: than its seller's offer here or, if there is none, than the same model in the
     * catalogue's own files.
     *
     * @param then the offers as the table alone would have them, by {@code seller/id}
     */
    public static List<PriceChange> between(
            List<ImportedOffer> offers, CatalogueNames now, Catalogue own, Map<String, Model> then, Instant moment) {
        List<PriceChange> changes = new ArrayList<>();
        for (ImportedOffer offer : offers) {
            Model before = now.find(offer.key(), null)
                    .filter(NamedModel::isListed)
                    .map(NamedModel::model)
                    .filter(m -> m.provider().equals(offer.seller()))
                    .or(() -> SameModel.in(own, offer.row()))
                    .orElse(null);
            changes.add(of(offer.row(), before, then.get(offer.key()), moment));
        }
        return changes;
    }

    private static Rates rates(@Nullable Model model, Instant moment) {
        return model == null
                ? Rates.NONE
                : model.card(moment, null, null).map(RateCard::rates).orElse(Rates.NONE);
    }

    private static List<Line> differences(Rates before, Rates after) {
        Set<Meter> meters = EnumSet.noneOf(Meter.class);
        meters.addAll(before.byMeter().keySet());
        meters.addAll(after.byMeter().keySet());
        List<Line> lines = new ArrayList<>();
        for (Meter meter : meters) {
            Rate one = before.get(meter).orElse(null);
            Rate other = after.get(meter).orElse(null);
            boolean same = one != null
                    && other != null
                    && Currencies.same(one.currency(), other.currency())
                    && one.perUnit().equals(other.perUnit());
            if (!same) {
                lines.add(new Line(meter, one, other));
            }
        }
        return lines;
    }
}
