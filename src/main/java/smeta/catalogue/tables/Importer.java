package smeta.catalogue.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import smeta.catalogue.Catalogue;
import smeta.money.ExchangeRates;

/** Reads a table of one of the known formats. Numbers are exact: {@code 1.5e-07} is that, not the double next to it. */
public final class Importer {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Importer() {}

    /**
     * @param own      the catalogue without imports: what is known of a model here is taken from it, and prices are
     *                 compared
     * @param exchange to compare prices in another currency
     * @throws IllegalArgumentException if it is no such table, or the whole of it is in another unit
     */
    public static Imported read(byte[] bytes, ImportSource source, Catalogue own, ExchangeRates exchange) {
        ImportSheet sheet = sheet(bytes, source.format());
        new Guards(sheet, source, own, exchange).apply();
        return new Imported(source, new TableRows(source, own).offers(sheet), sheet.flags, sheet.leftOut);
    }

    /** @throws IllegalArgumentException if it is no table of that format */
    public static void requireTable(byte[] bytes, ImportFormat format) {
        sheet(bytes, format);
    }

    private static ImportSheet sheet(byte[] bytes, ImportFormat format) {
        JsonNode json;
        Set<String> twice;
        try {
            json = JSON.readTree(bytes);
            twice = NamedTwice.in(JSON.getFactory(), bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON, so it is no table of the format " + format.wireName(), e);
        }
        ImportSheet sheet = new ImportSheet();
        format.read(json, sheet);
        twice.forEach(name -> sheet.flag(name, "duplicate", "The table has this twice; the last one counts."));
        if (sheet.models.isEmpty()) {
            throw new IllegalArgumentException("no models in it, so it is no table of the format " + format.wireName());
        }
        return sheet;
    }
}
