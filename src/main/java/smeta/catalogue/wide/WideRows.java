package smeta.catalogue.wide;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Model;
import smeta.catalogue.Source;
import smeta.catalogue.WideList;
import smeta.name.SpelledName;

/**
 * The wide list as text: a first line with its version and its tables, then a line for each offer, sorted by seller and
 * id: seller, id, the id's words, its words without the maker's (empty if they are the same), and the model, between
 * tabs. The lines are read when the first offer is asked for, a model when that model is. Thread-safe.
 */
public final class WideRows implements WideList.Rows {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String FILE = "wide/offers.tsv";
    private static final int FIELDS = 5;

    /** No offers at all. */
    public static final WideRows NONE = new WideRows("{\"version\": \"none\", \"sources\": {}}", () -> new byte[] {'\n'});

    private final String version;
    private final Map<String, Source> sources;
    private final Supplier<byte[]> content;
    private volatile @Nullable Map<String, Row> rows;

    /**
     * An offer.
     *
     * @param content of the whole file
     * @param from    where the model's JSON begins in it
     * @param line    of the file, from 1
     */
    record Row(SpelledName name, byte[] content, int from, int to, int line) {
        JsonNode tree() {
            return parsed(json());
        }

        String json() {
            return new String(content, from, to - from, StandardCharsets.UTF_8);
        }

        String title() {
            String json = json();
            int from = json.indexOf("\"title\":\"");
            return from < 0 ? "" : json.substring(from + 9, json.indexOf('"', from + 9));
        }

        String text() {
            String plain = name.plain().equals(name.whole()) ? "" : name.plain();
            return String.join("\t", name.seller(), name.id(), name.whole(), plain, json());
        }
    }

    private WideRows(String head, Supplier<byte[]> content) {
        JsonNode json = parsed(head);
        version = json.path("version").asText();
        Map<String, Source> tables = new LinkedHashMap<>();
        json.path("sources").properties().forEach(s -> tables.put(s.getKey(), new Source(
                s.getKey(), s.getValue().path("title").asText(), s.getValue().path("url").asText(null),
                s.getValue().path("as_of").asText(), false)));
        sources = Collections.unmodifiableMap(tables);
        this.content = content;
    }

    /** As the program ships them. Only the first line is read here. */
    public static WideRows bundled() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(resource(), StandardCharsets.UTF_8))) {
            return new WideRows(in.readLine(), WideRows::wholeResource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a whole file's text. */
    public static WideRows of(String text) {
        int end = text.indexOf('\n');
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return new WideRows(end < 0 ? text : text.substring(0, end), () -> content);
    }

    /** The whole file's text. */
    String text() {
        return new String(content.get(), StandardCharsets.UTF_8);
    }

    private static InputStream resource() {
        InputStream in = WideRows.class.getResourceAsStream("/" + FILE);
        if (in == null) {
            throw new IllegalStateException("the data file /" + FILE + " is not in the program");
        }
        return in;
    }

    private static byte[] wholeResource() {
        try (InputStream in = resource()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public WideList over(Catalogue own, UnaryOperator<Model> prices) {
        return new TableOffers(this, own, prices);
    }

    /** The tables that the rows are from, newest first. */
    public Map<String, Source> sources() {
        return sources;
    }

    /**
     * By {@code seller/id}, in the order of the file.
     *
     * @throws IllegalArgumentException with the line's number if a line is of another form, or an offer stands twice
     */
    Map<String, Row> rows() {
        Map<String, Row> known = rows;
        return known != null ? known : read();
    }

    private synchronized Map<String, Row> read() {
        Map<String, Row> known = rows;
        if (known == null) {
            known = rows(content.get());
            rows = known;
        }
        return known;
    }

    /** A model as its line has it, by {@code seller/id}. */
    public Optional<ObjectNode> model(String key) {
        return Optional.ofNullable(rows().get(key)).map(row -> (ObjectNode) row.tree());
    }

    /** All lines but the first, in their order. */
    public Map<SpelledName, String> lines() {
        Map<SpelledName, String> lines = new LinkedHashMap<>();
        rows().values().forEach(row -> lines.put(row.name(), row.text()));
        return lines;
    }

    private static Map<String, Row> rows(byte[] content) {
        Map<String, Row> rows = new LinkedHashMap<>(16_384);
        int line = 1;
        for (int start = lineEnd(content, 0) + 1; start < content.length; line++) {
            int end = lineEnd(content, start);
            Row row = row(content, start, end, line + 1);
            if (row == null || rows.put(row.name().key(), row) != null) {
                throw new IllegalArgumentException("/" + FILE + ":" + (line + 1) + ": expected seller, id, its words, its words"
                        + " without the maker's and the model between tabs, each offer once");
            }
            start = end + 1;
        }
        return rows;
    }

    private static @Nullable Row row(byte[] content, int start, int end, int line) {
        List<String> fields = new ArrayList<>(FIELDS);
        int from = start;
        for (int i = start; i < end && fields.size() < FIELDS - 1; i++) {
            if (content[i] == '\t') {
                fields.add(new String(content, from, i - from, StandardCharsets.UTF_8));
                from = i + 1;
            }
        }
        if (fields.size() < FIELDS - 1) {
            return null;
        }
        String whole = fields.get(2);
        String plain = fields.get(3).isEmpty() ? whole : fields.get(3);
        return new Row(new SpelledName(fields.get(0).intern(), fields.get(1), whole, plain), content, from, end, line);
    }

    private static int lineEnd(byte[] content, int from) {
        int at = from;
        while (at < content.length && content[at] != '\n') {
            at++;
        }
        return at;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
