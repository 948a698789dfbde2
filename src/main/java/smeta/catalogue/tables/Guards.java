package smeta.catalogue.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Model;
import smeta.meter.Meter;
import smeta.money.ExchangeRates;
import smeta.money.Fraction;
import smeta.price.RateCard;

/**
 * Keeps prices out that are probably in another unit than they say. A price that is left out is flagged, and its model
 * stays without one: unknown is safer than wrong by a power of ten.
 */
final class Guards {
    private static final Fraction FAR = Fraction.of(100);
    /** Dollars for a million tokens; the dearest that was ever sold is 600. */
    private static final Fraction DEAREST = Fraction.of(2000);
    /** In this order, so that the same table is flagged in the same words by every process. */
    private static final Map<String, Meter> COMPARED =
            new TreeMap<>(Map.of("input", Meter.INPUT_TOKENS, "output", Meter.OUTPUT_TOKENS));

    private static final BigDecimal SUSPICIOUS = BigDecimal.valueOf(50);
    /** Above the dearest ratio of sound to text that a vendor publishes, which is 67. */
    private static final BigDecimal PUBLISHED = BigDecimal.valueOf(100);

    private static final List<String> MODALITIES = List.of("image", "audio", "video", "document");

    private final ImportSheet sheet;
    private final ImportSource source;
    private final Catalogue own;
    private final ExchangeRates exchange;
    private int comparable;
    private int suspects;

    Guards(ImportSheet sheet, ImportSource source, Catalogue own, ExchangeRates exchange) {
        this.sheet = sheet;
        this.source = source;
        this.own = own;
        this.exchange = exchange;
    }

    /** @throws IllegalArgumentException if most models that are known elsewhere are off by the unit: then all are */
    void apply() {
        for (ImportedModel model : sheet.models.values()) {
            Optional<Model> known = SameModel.in(own, model.id);
            for (Iterator<ImportedCard> cards = model.cards.iterator(); cards.hasNext(); ) {
                ImportedCard card = cards.next();
                String doubt = doubt(model, card, known.orElse(null));
                if (doubt != null) {
                    model.notes.add(doubt);
                    cards.remove();
                }
            }
        }
        if (comparable >= 3 && suspects * 2 > comparable) {
            throw new IllegalArgumentException(suspects + " of " + comparable
                    + " models that are known here have prices 100 or more times away: the unit or the"
                    + " currency is another (cents, per 1K, …)");
        }
    }

    private @Nullable String doubt(ImportedModel model, ImportedCard card, @Nullable Model known) {
        if (all(card).stream().anyMatch(p -> p.amount().signum() < 0)) {
            return flagged(
                    model,
                    "negative",
                    "The source prints a negative price, which means that it varies; there is no price here.");
        }
        if (card.isEmpty()) {
            return flagged(model, "no_price", "The source prints no price that can be used.");
        }
        if (card.isAllZero() && card.variants.isEmpty() && !card.free) {
            return flagged(
                    model,
                    "zero_prices",
                    "The source prints 0 for everything and does not say that the model is free; the price is taken as"
                            + " unknown.");
        }
        modalities(model, card);
        String far = known == null ? null : farAway(model, card, known);
        return far != null ? far : tooDear(model, card);
    }

    private static List<Price> all(ImportedCard card) {
        List<Price> all = new ArrayList<>(card.lines.values());
        card.tiers.values().forEach(t -> all.addAll(t.values()));
        card.services.values().forEach(s -> {
            all.addAll(s.lines.values());
            s.tiers.values().forEach(t -> all.addAll(t.values()));
        });
        card.variants.values().forEach(v -> all.addAll(v.values()));
        card.hours.forEach(h -> all.addAll(h.lines().values()));
        return all;
    }

    private String flagged(ImportedModel model, String code, String text) {
        sheet.flag(model.id, code, text);
        return text;
    }

    private @Nullable String farAway(ImportedModel model, ImportedCard card, Model known) {
        RateCard other = known.card(source.asOf().atStartOfDay(ZoneOffset.UTC).toInstant(), null, null)
                .orElse(null);
        if (other == null || other.currency() == null) {
            return null;
        }
        Optional<Fraction> factor = factor(source.currencyCode(), other.currency());
        String found = null;
        boolean compared = false;
        for (Map.Entry<String, Meter> line : COMPARED.entrySet()) {
            Price price = card.lines.get(line.getKey());
            Fraction there = other.rates()
                    .get(line.getValue())
                    .map(r -> r.perUnit().times(1_000_000))
                    .orElse(Fraction.ZERO);
            if (price == null
                    || !price.unit().equals(Price.TOKENS)
                    || price.amount().signum() == 0
                    || there.signum() == 0
                    || factor.isEmpty()) {
                continue;
            }
            compared = true;
            Fraction here = Fraction.of(price.amount()).times(factor.get());
            Fraction ratio = here.compareTo(there) > 0 ? here.dividedBy(there) : there.dividedBy(here);
            if (ratio.compareTo(FAR) >= 0) {
                found = flagged(
                        model,
                        "unit",
                        "The source prints " + price.text(source.currencyCode()) + " for " + line.getKey() + ", "
                                + ratio.rounded(0).toPlainString() + " times "
                                + (here.compareTo(there) > 0 ? "more" : "less") + " than " + known.qualifiedId()
                                + " costs; the price is not used.");
            }
        }
        comparable += compared ? 1 : 0;
        suspects += found == null ? 0 : 1;
        return found;
    }

    private @Nullable String tooDear(ImportedModel model, ImportedCard card) {
        Optional<Fraction> dollars = factor(source.currencyCode(), Currency.getInstance("USD"));
        for (Map.Entry<String, Price> line : card.lines.entrySet()) {
            if (line.getValue().unit().equals(Price.TOKENS)
                    && dollars.isPresent()
                    && Fraction.of(line.getValue().amount())
                                    .times(dollars.get())
                                    .compareTo(DEAREST)
                            > 0) {
                return flagged(
                        model,
                        "out_of_range",
                        "The source prints " + line.getValue().text(source.currencyCode()) + " for " + line.getKey()
                                + ", more than any model costs; the price is not used.");
            }
        }
        return null;
    }

    /**
     * A medium's rate that is 50 times the text's is probably in another unit. Sound and films may well be that dear:
     * gpt-4o-mini-audio-preview has 10 against 0.15 (OpenAI, pricing, 2025), Nova Sonic 3.40 against 0.06 (AWS, Bedrock
     * pricing, 2025).
     */
    private void modalities(ImportedModel model, ImportedCard card) {
        Price text = card.lines.get("input");
        if (text == null || text.amount().signum() == 0 || !text.unit().equals(Price.TOKENS)) {
            return;
        }
        for (String key : MODALITIES) {
            Price price = card.lines.get(key);
            if (price == null || price.amount().signum() == 0 || !price.unit().equals(Price.TOKENS)) {
                continue;
            }
            boolean mayBeDear = key.equals("audio") || key.equals("video");
            if (mayBeDear && isTimes(price, text, SUSPICIOUS) && !isTimes(price, text, PUBLISHED)) {
                card.doubts.put(
                        key,
                        new ImportedCard.Doubted(
                                text,
                                "50 or more times the text's rate: vendors have such"
                                        + " prices for sound and films, and it may be a slip"));
            } else if (isTimes(price, text, SUSPICIOUS) || isTimes(text, price, SUSPICIOUS)) {
                card.lines.remove(key);
                card.missing.add(key);
                flagged(
                        model,
                        "unit",
                        "The rate of “" + key + "” is 50 or more times away from the text's; the line is not used.");
                sheet.leaveOut(model, key);
            }
        }
    }

    private static boolean isTimes(Price dear, Price cheap, BigDecimal times) {
        return dear.amount().compareTo(cheap.amount().multiply(times)) >= 0;
    }

    private Optional<Fraction> factor(String from, Currency to) {
        LocalDate day = source.asOf();
        return exchange.factor(Currency.getInstance(from), to, day).map(ExchangeRates.Path::factor);
    }
}
