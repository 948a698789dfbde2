package smeta.catalogue.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Catalogue;
import smeta.catalogue.ContentHash;
import smeta.catalogue.Model;
import smeta.catalogue.Source;
import smeta.catalogue.wide.WideRows;
import smeta.catalogue.yaml.OfferReader;
import smeta.name.SpelledName;

/**
 * Tables as one wide list, over the rows of another: of each field a seller's own table counts before all others', then
 * the newest that prints it. What the catalogue's strict reader refuses loses its prices, or is left out.
 */
public final class WideMerge {
    private final Catalogue own;
    private final WideRows base;
    private final List<Imported> tables;

    /**
     * @param base rows that stand among the tables by their newest day, those of a seller's own table by that table's;
     *     {@link WideRows#NONE} for none
     */
    public WideMerge(Catalogue own, WideRows base, List<Imported> tables) {
        this.own = own;
        this.base = base;
        this.tables = tables.stream()
                .sorted(Comparator.comparing((Imported t) -> t.source().isSellersOwn())
                        .thenComparing(t -> t.source().asOf())
                        .reversed()
                        .thenComparing(t -> t.source().name()))
                .toList();
    }

    /**
     * The list in the form of its file, and the tables as they were used.
     *
     * @param tables in the order of their rank, flagged where a row was refused
     */
    public record Result(String text, List<Imported> tables) {
        public WideRows rows() {
            return WideRows.of(text);
        }
    }

    /**
     * What the tables alone would bring, without the form of a file.
     *
     * @param tables as {@link Result} has them
     * @param offers by {@code seller/id}, in that order
     */
    public record TriedOut(List<Imported> tables, Map<String, Model> offers) {}

    public Result result() {
        Map<String, PendingOffer> touched = touched();
        Map<String, String> refused = refused(touched, new LinkedHashMap<>());
        return new Result(text(touched), without(refused));
    }

    public TriedOut tryOut() {
        Map<String, Model> offers = new LinkedHashMap<>();
        Map<String, String> refused = refused(touched(), offers);
        return new TriedOut(without(refused), Collections.unmodifiableMap(offers));
    }

    private List<Imported> without(Map<String, String> refused) {
        return tables.stream().map(t -> t.without(refused)).toList();
    }

    private Map<String, PendingOffer> touched() {
        Map<String, PendingOffer> touched = new TreeMap<>();
        Map<String, List<Ranked>> ranked = new LinkedHashMap<>();
        for (Imported table : tables) {
            for (ImportedOffer offer : table.offers()) {
                touched.putIfAbsent(offer.key(), new PendingOffer(offer.seller(), offer.id()));
                ranked.computeIfAbsent(offer.key(), k -> new ArrayList<>()).add(Ranked.of(table, offer));
            }
        }
        Map<String, Source> baseSources = base.sources();
        String day = baseSources.values().stream()
                .map(Source::asOf)
                .max(Comparator.naturalOrder())
                .orElse("");
        ranked.forEach((key, statements) -> {
            base.model(key).ifPresent(row -> statements.add(Ranked.of(row, baseSources, day)));
            PendingOffer offer = Objects.requireNonNull(touched.get(key));
            statements.stream().sorted(Ranked.FIRST_COUNTS).forEach(s -> offer.add(s.model()));
        });
        return touched;
    }

    /** What one table, or the rows below the tables, says of an offer. */
    private record Ranked(boolean sellersOwn, String day, ObjectNode model) {
        /** Of two tables of a day the one that stands first. */
        static final Comparator<Ranked> FIRST_COUNTS = Comparator.comparing(Ranked::sellersOwn)
                .thenComparing(Ranked::day)
                .reversed();

        static Ranked of(Imported table, ImportedOffer offer) {
            return new Ranked(
                    table.source().isSellersOwn(), table.source().asOf().toString(), offer.model());
        }

        /** A row is the seller's own where its prices or its limits are; what it has besides came from others. */
        static Ranked of(ObjectNode row, Map<String, Source> sources, String newest) {
            for (JsonNode part : List.of(row.path("rates").path(0), row.path("limits"))) {
                Source first = part.has("source") ? sources.get(OfferMerge.shown(part.get("source"))) : null;
                if (first != null && first.vendor()) {
                    return new Ranked(true, first.asOf(), row);
                }
            }
            return new Ranked(false, newest, row);
        }
    }

    /**
     * Removes what makes no model even without its prices; returns it with the reasons.
     *
     * @param models takes what is made of the others
     */
    private Map<String, String> refused(Map<String, PendingOffer> touched, Map<String, Model> models) {
        Map<String, String> first = defects(touched.values(), models);
        first.forEach((key, why) -> Objects.requireNonNull(touched.get(key)).dropPrices(why));
        List<PendingOffer> changed = first.keySet().stream().map(touched::get).toList();
        Map<String, String> still = defects(changed, models);
        still.keySet().forEach(touched::remove);
        return still;
    }

    /** What the strict reader says against each, first reason first. */
    private Map<String, String> defects(Iterable<PendingOffer> drafts, Map<String, Model> models) {
        OfferReader reader = WideRows.reader(sources(), own);
        Map<String, String> defects = new LinkedHashMap<>();
        int line = 1;
        for (PendingOffer draft : drafts) {
            List<String> found = new ArrayList<>();
            Model model = reader.read(draft.seller, draft.id, draft.json(), ++line, found);
            if (!found.isEmpty()) {
                defects.put(draft.key(), found.get(0));
            } else if (model != null) {
                models.put(draft.key(), model);
            }
        }
        return defects;
    }

    private String text(Map<String, PendingOffer> touched) {
        TreeMap<String, String> lines = new TreeMap<>();
        base.lines().forEach((name, line) -> lines.put(sorted(name.seller(), name.id()), line));
        touched.values().forEach(draft -> lines.put(sorted(draft.seller, draft.id), draft.line()));
        List<String> all = new ArrayList<>(lines.values());
        String newest = tables.isEmpty()
                ? "none"
                : sources().values().stream()
                        .map(Source::asOf)
                        .max(Comparator.naturalOrder())
                        .orElse("none");
        StringBuilder text = new StringBuilder(head(newest + "-" + ContentHash.of(all)));
        all.forEach(line -> text.append('\n').append(line));
        return text.append('\n').toString();
    }

    private static String sorted(String seller, String id) {
        return seller + "\t" + id;
    }

    private Map<String, Source> sources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        tables.forEach(t -> sources.put(
                t.source().key(),
                new Source(
                        t.source().key(),
                        "table of " + t.source().name(),
                        t.source().url(),
                        t.source().asOf().toString(),
                        t.source().isSellersOwn())));
        base.sources().forEach(sources::putIfAbsent);
        return sources;
    }

    private String head(String version) {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("version", version);
        ObjectNode all = head.putObject("sources");
        sources().forEach((key, source) -> {
            ObjectNode one = all.putObject(key).put("title", source.title());
            if (source.url() != null) {
                one.put("url", source.url());
            }
            one.put("as_of", source.asOf());
            if (source.vendor()) {
                one.put("vendor", true);
            }
        });
        return head.toString();
    }

    /** A row in the making. */
    private static final class PendingOffer {
        private final String seller;
        private final String id;
        private @Nullable ObjectNode model;

        PendingOffer(String seller, String id) {
            this.seller = seller;
            this.id = id;
        }

        void add(ObjectNode lower) {
            model = model == null ? lower : OfferMerge.merged(model, lower);
        }

        void dropPrices(String why) {
            ObjectNode without = json().deepCopy();
            without.putArray("rates");
            without.withArray("notes").add("The table's prices are not used: " + why);
            model = without;
        }

        String key() {
            return seller + "/" + id;
        }

        ObjectNode json() {
            return Objects.requireNonNull(model);
        }

        String line() {
            SpelledName name = SpelledName.of(seller, id);
            String plain = name.plain().equals(name.whole()) ? "" : name.plain();
            return String.join("\t", seller, id, name.whole(), plain, String.valueOf(model));
        }
    }
}
