package smeta.catalogue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import smeta.price.RateCard;

/** Which price cards nobody has looked at for a while. */
public final class CatalogueAge {
    private CatalogueAge() {}

    /**
     * A card in force.
     *
     * @param seen the newest day of its sources; a month or a year counts as its first day
     */
    public record Old(Model model, RateCard card, LocalDate seen, long days) {
        @Override
        public String toString() {
            return model.origin() + ": " + model.qualifiedId() + ", “" + card.label() + "”: last seen " + seen + ", "
                    + days + " days ago";
        }
    }

    /** The cards in force on that day whose newest source is more than so many days old, the oldest first. */
    public static List<Old> olderThan(Catalogue catalogue, int days, LocalDate today) {
        List<Old> old = new ArrayList<>();
        for (Model model : catalogue.models()) {
            for (RateCard card : model.rates()) {
                if (!card.period().contains(today.atStartOfDay(ZoneOffset.UTC).toInstant())) {
                    continue;
                }
                LocalDate seen = card.sources().stream()
                        .flatMap(key -> model.source(key).stream())
                        .map(s -> Source.firstDay(s.asOf()))
                        .max(Comparator.naturalOrder())
                        .orElse(LocalDate.MIN);
                long age = seen.equals(LocalDate.MIN) ? Long.MAX_VALUE : ChronoUnit.DAYS.between(seen, today);
                if (age > days) {
                    old.add(new Old(model, card, seen, age));
                }
            }
        }
        old.sort(Comparator.comparing(Old::seen));
        return old;
    }
}
