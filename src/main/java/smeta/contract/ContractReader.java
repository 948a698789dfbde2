package smeta.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.NamedModel;
import smeta.catalogue.yaml.OwnCards;
import smeta.catalogue.yaml.YamlFields;
import smeta.price.Discount;
import smeta.price.Period;

/** Reads a contract's file, strictly: either everything is in order, or all defects are told at once. */
public final class ContractReader {
    private static final int LONGEST_NAME = 200;

    private final CatalogueNames listed;
    private final List<String> defects = new ArrayList<>();

    private ContractReader(CatalogueNames listed) {
        this.listed = listed;
    }

    /**
     * @param contract null if there are defects
     * @param defects  each as {@code file:line: message}
     */
    public record Read(@Nullable Contract contract, List<String> defects) {}

    /** @param listed the catalogue's names, among which the contract's offers and sellers must be */
    public static Read read(String file, String text, CatalogueNames listed) {
        ContractReader reader = new ContractReader(listed);
        YamlFields form = YamlFields.read(file, text, reader.defects);
        Contract contract = form == null ? null : reader.contract(form, text);
        boolean good = reader.defects.isEmpty();
        return new Read(
                good ? contract : null, reader.defects.stream().distinct().toList());
    }

    private Contract contract(YamlFields file, String text) {
        String title = file.required("contract");
        String asOf = file.date("as_of");
        if (asOf == null && !file.has("as_of")) {
            file.defect("as_of", "a contract needs the date of which it is: “as_of” is missing");
        }
        List<AgreedName> names = names(file);
        List<AgreedDiscount> discounts = discounts(file);
        if (names.isEmpty() && discounts.isEmpty()) {
            file.defect("contract", "a contract without “names” and without “discounts” changes nothing");
        }
        file.close();
        return new Contract(new Agreement(title, asOf == null ? "?" : asOf), names, discounts, text);
    }

    private List<AgreedName> names(YamlFields file) {
        YamlFields all = file.form("names");
        if (all == null) {
            return List.of();
        }
        Map<String, AgreedName> names = new LinkedHashMap<>();
        for (String name : all.keys()) {
            AgreedName read = all.isText(name)
                    ? new AgreedName(name, all.required(name), List.of())
                    : withRates(name, all.form(name));
            if (name.isBlank()
                    || !name.equals(name.strip())
                    || name.length() > LONGEST_NAME
                    || name.matches(".*[,*].*")) {
                all.defect(
                        name,
                        "expected a name of at most " + LONGEST_NAME
                                + " characters without commas, stars or spaces at its ends, found “" + name + "”");
            }
            if (read == null) {
                continue;
            }
            AgreedName same = names.putIfAbsent(OwnNames.key(name), read);
            if (same != null) {
                all.defect(name, "“" + name + "” and “" + same.name() + "” are one name, for their case doesn't count");
            }
            offer(all, read);
        }
        return List.copyOf(names.values());
    }

    private @Nullable AgreedName withRates(String name, @Nullable YamlFields form) {
        if (form == null) {
            return null;
        }
        AgreedName read = new AgreedName(name, form.required("model"), OwnCards.read(form));
        form.close();
        return read;
    }

    /** The offer must be known; one that no list has needs rates. */
    private void offer(YamlFields names, AgreedName name) {
        NamedModel offer = name.target().equals("?")
                ? null
                : listed.find(name.target(), null).orElse(null);
        if (name.target().equals("?")) {
            return;
        }
        if (offer == null) {
            names.defect(name.name(), unknown(name.target()));
        } else if (!offer.isListed() && name.cards().isEmpty()) {
            names.defect(name.name(), noOffer(name.target(), offer) + ", or give the name “rates” of its own");
        }
    }

    private String unknown(String name) {
        List<String> suggestions = listed.suggestions(name, 3);
        return "“" + name + "” is no model that is known"
                + (suggestions.isEmpty() ? "" : "; perhaps " + String.join(" or ", suggestions));
    }

    private String noOffer(String name, NamedModel counted) {
        List<String> others = listed.others(counted);
        return "no list has the offer “" + name + "”, so that it has no price; name another"
                + (others.isEmpty()
                        ? ""
                        : " (" + String.join(", ", others.subList(0, Math.min(3, others.size()))) + ")");
    }

    private List<AgreedDiscount> discounts(YamlFields file) {
        List<AgreedDiscount> discounts = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        Map<String, List<Integer>> byScope = new HashMap<>();
        for (YamlFields form : file.forms("discounts")) {
            AgreedDiscount read = discount(form);
            if (read == null) {
                continue;
            }
            List<Integer> same = byScope.computeIfAbsent(read.scope(), scope -> new ArrayList<>());
            // One defect a discount: those of all pairs would fill the memory.
            for (int other : same) {
                if (discounts.get(other).period().overlaps(read.period())) {
                    form.defectAt(
                            form.line(),
                            "the period of this discount on " + read.scope() + " overlaps that of the one on line "
                                    + lines.get(other) + "; end one with “until”");
                    break;
                }
            }
            same.add(discounts.size());
            discounts.add(read);
            lines.add(form.line());
        }
        return discounts;
    }

    private @Nullable AgreedDiscount discount(YamlFields form) {
        String name = form.required("name");
        Discount discount =
                form.parsed("percent", text -> new Discount(name, YamlFields.decimalOf(text.replaceFirst(" ?%$", ""))));
        if (discount == null && !form.has("percent")) {
            form.defect("percent", "a discount needs its “percent”");
        }
        Period period = new Period(form.instant("from"), form.instant("until"));
        if (period.isEmpty()) {
            form.defect("until", "“until” must be later than “from”");
        }
        String word = form.text("seller");
        String model = form.text("model");
        form.close();
        String seller = word == null ? null : listed.seller(word).orElse(null);
        if (word != null && seller == null) {
            form.defect("seller", "“" + word + "” is no seller that is known");
            return null;
        }
        String offer = model == null ? null : offer(form, model, seller);
        if (seller == null && model == null) {
            form.defect("name", "a discount needs a “seller”, a “model”, or both");
        }
        return discount == null || offer == null && (model != null || seller == null)
                ? null
                : new AgreedDiscount(seller == null ? "" : seller, offer, discount, period);
    }

    private @Nullable String offer(YamlFields form, String model, @Nullable String seller) {
        NamedModel named = listed.find(model, seller).orElse(null);
        if (named == null) {
            form.defect("model", unknown(model));
        } else if (!named.isListed()
                || seller != null && !seller.equals(named.model().provider())) {
            form.defect("model", noOffer(seller == null ? model : seller + "/" + model, named));
        } else {
            return named.model().qualifiedId();
        }
        return null;
    }
}
