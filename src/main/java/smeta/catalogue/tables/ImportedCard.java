package smeta.catalogue.tables;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A price card in the making. Lines go by their key in the catalogue's files. */
final class ImportedCard {
    final Map<String, Price> lines = new LinkedHashMap<>();
    final TreeMap<Long, Map<String, Price>> tiers = new TreeMap<>();
    final Map<String, Service> services = new LinkedHashMap<>();
    final Map<String, Map<String, Price>> variants = new LinkedHashMap<>();
    final Map<String, BigDecimal> residency = new LinkedHashMap<>();
    final List<Hours> hours = new java.util.ArrayList<>();
    /** Lines that the table prices, at a rate that is not believed. */
    final Set<String> missing = new TreeSet<>();

    final Map<String, Doubted> doubts = new LinkedHashMap<>();
    boolean tiersAreInclusive;
    boolean free;

    @Nullable
    String from;

    @Nullable
    String until;

    /** A service tier's own prices, or a factor. */
    static final class Service {
        final Map<String, Price> lines = new LinkedHashMap<>();
        final TreeMap<Long, Map<String, Price>> tiers = new TreeMap<>();

        @Nullable
        BigDecimal multiplier;
    }

    /** Another reading of a line, which is used as printed. */
    record Doubted(Price reading, String why) {}

    record Hours(String name, List<String> ranges, @Nullable String days, Map<String, Price> lines) {}

    Service service(String name) {
        return services.computeIfAbsent(name, n -> new Service());
    }

    boolean isEmpty() {
        return lines.isEmpty() && variants.isEmpty();
    }

    boolean isAllZero() {
        return !lines.isEmpty()
                && lines.values().stream().allMatch(p -> p.amount().signum() == 0);
    }

    void write(ObjectNode json, String currency) {
        if (free) {
            json.put("offer", "free");
        }
        put(json, "from", from);
        put(json, "until", until);
        lines(json, lines, currency);
        tiers(json, tiers, currency);
        if (!missing.isEmpty()) {
            missing.forEach(json.putArray("missing")::add);
        }
        doubts.forEach((line, doubt) -> json.withArray("doubts")
                .addObject()
                .put("rate", line)
                .put("reads", doubt.reading().text(currency))
                .put("why", doubt.why()));
        services.forEach((name, service) -> {
            ObjectNode one = json.objectNode();
            if (service.multiplier != null) {
                one.put("multiplier", service.multiplier.toPlainString());
            } else {
                lines(one, service.lines, currency);
                tiers(one, service.tiers, currency);
            }
            if (service.multiplier != null || !service.lines.isEmpty()) {
                json.set(name, one);
            }
        });
        if (!residency.isEmpty()) {
            ObjectNode places = json.putObject("residency");
            residency.forEach((place, factor) -> places.put(place, factor.toPlainString()));
        }
        if (!hours.isEmpty()) {
            ArrayNode windows = json.putArray("windows");
            for (Hours one : hours) {
                ObjectNode window = windows.addObject();
                window.put("name", one.name()).put("zone", "UTC");
                one.ranges().forEach(window.withArray("hours")::add);
                put(window, "days", one.days());
                lines(window, one.lines(), currency);
            }
        }
        if (!variants.isEmpty()) {
            ObjectNode all = json.putObject("variants");
            variants.forEach((name, rates) -> lines(all.putObject(name), rates, currency));
        }
    }

    private void tiers(ObjectNode json, TreeMap<Long, Map<String, Price>> all, String currency) {
        if (!all.isEmpty()) {
            ArrayNode list = json.putArray("tiers");
            all.forEach((threshold, rates) -> {
                ObjectNode tier = list.addObject();
                tier.put(tiersAreInclusive ? "from" : "above", threshold);
                lines(tier, rates, currency);
            });
        }
    }

    private static void lines(ObjectNode json, Map<String, Price> lines, String currency) {
        lines.forEach((key, price) -> json.put(key, price.text(currency)));
    }

    private static void put(ObjectNode json, String key, @Nullable String value) {
        if (value != null) {
            json.put(key, value);
        }
    }
}
