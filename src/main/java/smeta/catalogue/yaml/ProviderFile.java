package smeta.catalogue.yaml;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Printed;
import smeta.catalogue.Quantity;
import smeta.catalogue.Retirement;
import smeta.catalogue.Source;
import smeta.price.RateCard;

/** One provider's file, read but not yet connected with the others. */
final class ProviderFile {
    private static final Set<String> STATUSES = new TreeSet<>(
            List.of("stable", "snapshot", "floating", "preview", "experimental", "testing", "pre-release"));
    private static final Set<String> PRINTED = new TreeSet<>(List.of(
            "context",
            "max_input",
            "max_output",
            "tokens_per_image",
            "tools",
            "accepts",
            "gives",
            "capabilities",
            "aliases",
            "same_as",
            "status",
            "provider",
            "released",
            "source",
            "note"));

    final String provider;
    final String title;
    final boolean qualifiedOnly;
    final Map<String, Source> sources;
    final Map<String, ModelTraits> kinds = new LinkedHashMap<>();
    final Map<String, Entry> models = new LinkedHashMap<>();
    final Defects defects;

    /** A model as its file gives it. */
    record Entry(
            String id,
            int line,
            ModelTraits own,
            @Nullable String title,
            List<String> aliases,
            @Nullable String kind,
            @Nullable String like,
            @Nullable String sameAs,
            @Nullable String pointsTo,
            List<String> capabilities,
            @Nullable String status,
            @Nullable String released,
            @Nullable Retirement retirement,
            List<Printed> printed,
            List<RateCard> rates,
            List<String> notes) {}

    private ProviderFile(YamlFields file, Defects defects, int kilo) {
        this.defects = defects;
        provider = file.required("provider");
        if (!provider.matches("[a-z0-9][a-z0-9.-]*|\\?")) {
            file.defect("provider", "expected a provider in lower case without a slash, found “" + provider + "”");
        }
        String name = file.text("title");
        title = name == null ? provider : name;
        qualifiedOnly = Boolean.TRUE.equals(file.bool("qualified_only"));
        sources = SourceReader.read(file);
        file.named("kinds").forEach((kind, f) -> {
            kinds.put(kind, ModelTraits.read(f, sources.keySet(), kilo));
            f.close();
        });
        file.named("models").forEach((id, f) -> models.put(id, entry(id, f, sources.keySet(), kilo, defects)));
        if (models.isEmpty()) {
            file.defect("models", "expected models");
        }
        file.close();
    }

    /** Null if the file has no form at all. */
    static @Nullable ProviderFile read(String text, Defects defects, int kilo) {
        Yaml root = Yaml.parse(text, defects);
        return root == null ? null : new ProviderFile(YamlFields.of(root, "the file", defects), defects, kilo);
    }

    /** @param sources the keys that a number's source may have */
    static Entry entry(String id, YamlFields f, Set<String> sources, int kilo, Defects defects) {
        ModelTraits own = ModelTraits.read(f, sources, kilo);
        List<String> aliases = f.texts("aliases");
        if (aliases.stream().distinct().count() < aliases.size()) {
            f.defect("aliases", "an alias stands twice");
        }
        List<RateCard> rates = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (YamlFields card : f.forms("rates")) {
            rates.add(CardReader.read(card, sources));
            lines.add(card.line());
        }
        CardChecks.periods(f, rates, lines);
        Entry entry = new Entry(
                id,
                f.line(),
                own,
                f.text("title"),
                aliases,
                f.text("kind"),
                f.text("like"),
                f.text("same_as"),
                f.text("points_to"),
                f.texts("capabilities"),
                status(f),
                f.date("released"),
                retirement(f, sources),
                printed(f, sources),
                rates,
                f.texts("notes"));
        f.close();
        return entry;
    }

    private static @Nullable String status(YamlFields f) {
        return f.oneOf("status", t -> Optional.of(t).filter(STATUSES::contains), String.join(", ", STATUSES));
    }

    private static @Nullable Retirement retirement(YamlFields model, Set<String> sources) {
        YamlFields f = model.form("retired");
        if (f == null) {
            return null;
        }
        LocalDate on = f.day("on");
        List<String> from = CardReader.sources(f, sources);
        String note = f.text("note");
        if (on == null && !f.has("on")) {
            f.defect("on", "a retirement needs its day: “on” is missing");
        }
        f.close();
        return on == null || from.isEmpty() ? null : new Retirement(on, from.get(0), note);
    }

    private static List<Printed> printed(YamlFields model, Set<String> sources) {
        List<Printed> printed = new ArrayList<>();
        for (YamlFields f : model.forms("printed")) {
            List<String> from = CardReader.sources(f, sources);
            Map<String, String> figures = f.allTexts();
            for (String key : figures.keySet()) {
                if (!PRINTED.contains(key)) {
                    f.defect(key, "unknown key “" + key + "”; expected one of " + String.join(", ", PRINTED));
                }
            }
            for (String key : List.of("context", "max_input", "max_output")) {
                f.parsed(key, t -> Quantity.parse(t, 1000));
            }
            String note = figures.remove("note");
            figures.remove("source");
            printed.add(new Printed(figures, from.isEmpty() ? "?" : from.get(0), note));
        }
        return printed;
    }
}
