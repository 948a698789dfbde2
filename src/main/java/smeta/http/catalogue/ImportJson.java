package smeta.http.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import smeta.catalogue.tables.Flag;
import smeta.catalogue.tables.ImportSource;
import smeta.catalogue.tables.Imported;
import smeta.http.library.ImportReport;
import smeta.http.library.Imports;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Imports as JSON: where each comes from, how much of it is in use, and what was not believed. */
final class ImportJson {
    /** A table of another form could have a flag for every row. */
    private static final int MOST_FLAGS = 500;

    private ImportJson() {}

    /** @param problems import name → why there is nothing newer */
    static void write(ArrayNode json, ImportReport report, Map<String, String> problems) {
        for (Imported imported : report.taken()) {
            ObjectNode one = json.addObject();
            imported(one, imported);
            if (problems.containsKey(imported.source().name())) {
                one.put("problem", problems.get(imported.source().name()));
            }
        }
        Map<String, String> others = new TreeMap<>(problems);
        report.taken().forEach(i -> others.remove(i.source().name()));
        others.putAll(report.refused());
        new TreeSet<>(others.keySet())
                .forEach(name ->
                        json.addObject().put("name", name).put("models", 0).put("problem", others.get(name)));
    }

    static void imported(ObjectNode json, Imported imported) {
        ImportSource source = imported.source();
        json.put("name", source.name());
        json.put("provider", source.provider());
        json.put("format", source.format().wireName());
        if (source.url() != null) {
            json.put("url", source.url());
        }
        json.put("as_of", source.asOf().toString());
        json.put("models", imported.offers().size());
        ObjectNode leftOut = json.putObject("fields_left_out");
        imported.leftOut().forEach(leftOut::put);
        Map<String, Integer> counts = new TreeMap<>();
        imported.flags().forEach(f -> counts.merge(f.code(), 1, Integer::sum));
        ObjectNode flagCounts = json.putObject("flag_counts");
        counts.forEach(flagCounts::put);
        ArrayNode flags = json.putArray("flags");
        for (Flag flag : imported.flags().subList(0, Math.min(MOST_FLAGS, imported.flags().size()))) {
            flags.addObject().put("model", flag.model()).put("code", flag.code()).put("text", flag.text());
        }
    }
}
