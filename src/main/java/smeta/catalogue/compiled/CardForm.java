package smeta.catalogue.compiled;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import smeta.meter.Meter;
import smeta.price.Doubt;
import smeta.price.Note;
import smeta.price.Offer;
import smeta.price.Period;
import smeta.price.Rate;
import smeta.price.RateCard;
import smeta.price.Rates;
import smeta.price.Service;
import smeta.price.ServiceTier;
import smeta.price.Tier;
import smeta.price.Window;

/** A price card, field by field: what {@code write} puts down {@code read} takes up, in the same order. */
final class CardForm {
    private CardForm() {}

    static void write(PackedOutput out, RateCard card) {
        if (card.discount() != null) {
            throw new IllegalArgumentException("what a customer agreed is no part of the catalogue");
        }
        out.text(card.label());
        out.text(card.channel());
        out.text(card.region());
        out.name(card.offer());
        out.optional(card.period().from(), CardForm::writeInstant);
        out.optional(card.period().until(), CardForm::writeInstant);
        out.optional(card.currency(), CardForm::writeCurrency);
        writeRates(out, card.rates());
        out.name(card.tierBy());
        out.flag(card.marginal());
        out.list(card.tiers(), CardForm::writeTier);
        out.list(card.services().entrySet(), (o, service) -> {
            o.name(service.getKey());
            writeService(o, service.getValue());
        });
        out.byText(card.residency(), PackedOutput::decimal);
        out.list(card.windows(), CardForm::writeWindow);
        out.byText(card.variants(), CardForm::writeRates);
        out.text(card.vat());
        out.text(card.quota());
        out.text(card.rounding());
        out.list(card.doubts(), CardForm::writeDoubt);
        out.text(card.confidence());
        out.list(card.notes(), CardForm::writeNote);
        out.texts(card.sources());
    }

    static RateCard read(PackedInput in) {
        return new RateCard(
                in.text(),
                in.optionalText(),
                in.optionalText(),
                in.name(Offer.class),
                new Period(in.optional(CardForm::readInstant), in.optional(CardForm::readInstant)),
                in.optional(CardForm::readCurrency),
                readRates(in),
                in.name(Tier.Dimension.class),
                in.flag(),
                in.list(CardForm::readTier),
                readServices(in),
                in.byText(PackedInput::decimal),
                in.list(CardForm::readWindow),
                in.byText(CardForm::readRates),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.list(CardForm::readDoubt),
                in.optionalText(),
                in.list(CardForm::readNote),
                in.texts(),
                null);
    }

    private static void writeInstant(PackedOutput out, Instant instant) {
        out.number(instant.getEpochSecond());
        out.number(instant.getNano());
    }

    private static Instant readInstant(PackedInput in) {
        return Instant.ofEpochSecond(in.number(), in.number());
    }

    private static void writeCurrency(PackedOutput out, Currency currency) {
        out.text(currency.getCurrencyCode());
    }

    private static Currency readCurrency(PackedInput in) {
        return Currency.getInstance(in.text());
    }

    private static void writeRates(PackedOutput out, Rates rates) {
        out.list(rates.byMeter().values(), CardForm::writeRate);
        out.list(rates.missing(), PackedOutput::name);
    }

    private static Rates readRates(PackedInput in) {
        Map<Meter, Rate> byMeter = new EnumMap<>(Meter.class);
        in.list(CardForm::readRate).forEach(rate -> byMeter.put(rate.meter(), rate));
        List<Meter> missing = in.list(i -> i.name(Meter.class));
        return missing.isEmpty() ? new Rates(byMeter) : new Rates(byMeter).missing(missing);
    }

    private static void writeRate(PackedOutput out, Rate rate) {
        out.name(rate.meter());
        out.decimal(rate.price());
        writeCurrency(out, rate.currency());
        out.number(rate.per());
    }

    private static Rate readRate(PackedInput in) {
        return new Rate(in.name(Meter.class), in.decimal(), readCurrency(in), in.number());
    }

    private static void writeTier(PackedOutput out, Tier tier) {
        out.number(tier.threshold());
        out.flag(tier.inclusive());
        writeRates(out, tier.rates());
        out.optional(tier.outputAbove(), PackedOutput::number);
    }

    private static Tier readTier(PackedInput in) {
        return new Tier(in.number(), in.flag(), readRates(in), in.optional(PackedInput::number));
    }

    private static void writeService(PackedOutput out, Service service) {
        out.optional(service.multiplier(), PackedOutput::decimal);
        writeRates(out, service.rates());
        out.list(service.tiers(), CardForm::writeTier);
        out.text(service.note());
    }

    private static Map<ServiceTier, Service> readServices(PackedInput in) {
        Map<ServiceTier, Service> services = new EnumMap<>(ServiceTier.class);
        for (int left = in.size(); left > 0; left--) {
            services.put(
                    in.name(ServiceTier.class),
                    new Service(
                            in.optional(PackedInput::decimal),
                            readRates(in),
                            in.list(CardForm::readTier),
                            in.optionalText()));
        }
        return services;
    }

    private static void writeWindow(PackedOutput out, Window window) {
        out.text(window.name());
        out.text(window.zone().getId());
        out.list(window.hours(), (o, range) -> {
            o.number(range.from().toNanoOfDay());
            o.number(range.to().toNanoOfDay());
        });
        out.list(window.days(), PackedOutput::name);
        out.text(window.except());
        writeRates(out, window.rates());
        out.optional(window.multiplier(), PackedOutput::decimal);
    }

    private static Window readWindow(PackedInput in) {
        return new Window(
                in.text(),
                ZoneId.of(in.text()),
                in.list(i -> new Window.Range(LocalTime.ofNanoOfDay(i.number()), LocalTime.ofNanoOfDay(i.number()))),
                new LinkedHashSet<>(in.list(i -> i.name(DayOfWeek.class))),
                in.optionalText(),
                readRates(in),
                in.optional(PackedInput::decimal));
    }

    private static void writeDoubt(PackedOutput out, Doubt doubt) {
        out.name(doubt.meter());
        writeRate(out, doubt.reading());
        out.text(doubt.why());
    }

    private static Doubt readDoubt(PackedInput in) {
        return new Doubt(in.name(Meter.class), readRate(in), in.text());
    }

    /** A card's notes speak of texts alone. */
    private static void writeNote(PackedOutput out, Note note) {
        out.text(note.code());
        out.text(note.sentence());
        out.byText(note.values(), (o, value) -> o.text((String) value));
    }

    private static Note readNote(PackedInput in) {
        return new Note(in.text(), in.text(), new LinkedHashMap<>(in.byText(PackedInput::text)));
    }
}
