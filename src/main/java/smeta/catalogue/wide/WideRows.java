package smeta.catalogue.wide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Model;
import smeta.catalogue.Source;
import smeta.catalogue.WideList;
import smeta.catalogue.yaml.OfferReader;
import smeta.name.SpelledName;
import smeta.name.WideNames;

/**
 * The wide list as text: a first line with its version and its tables, then a line for each offer, sorted by seller and
 * id: seller, id, the id's words, its words without the maker's (empty if they are the same), and the model, between
 * tabs. The lines are read when the first offer is asked for, a model when that model is. Thread-safe.
 */
public final class WideRows implements WideList.Rows {
    static final String FILE = "wide/offers.tsv";

    /** Where the build puts the tables of the names, beside the list. */
    public static final String TABLES_FILE = "wide/names.bin";

    /** Found without a parser of JSON, which takes longer to load than all else that is read here at start. */
    private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*\"([^\"]*)\"");

    /** No offers at all. */
    public static final WideRows NONE = of("{\"version\": \"none\", \"sources\": {}}\n");

    private final String version;
    private final String head;
    private final Supplier<byte[]> content;
    private final Function<byte[], WideNames> named;
    private volatile @Nullable Map<String, Source> sources;
    private volatile @Nullable WideNames names;

    private WideRows(String head, Supplier<byte[]> content, Function<byte[], WideNames> named) {
        this.head = head;
        this.content = content;
        this.named = named;
        Matcher matcher = VERSION.matcher(head);
        version = matcher.find() ? matcher.group(1) : "";
    }

    /** As the program ships them. Only the first line is read here. */
    public static WideRows bundled() {
        return new WideRows(ShippedHead.LINE, () -> Shipped.LIST, WideRows::withTables);
    }

    /** In development the list may be newer than its tables, or these not made yet. */
    private static WideNames withTables(byte[] content) {
        return WideNames.fit(content, Shipped.TABLES) ? WideNames.of(content, Shipped.TABLES) : WideNames.of(content);
    }

    /** The list that ships, read when this is initialised: a native image has it in memory from the start, once. */
    private static final class Shipped {
        static final byte[] LIST = Objects.requireNonNull(bytes(FILE), FILE);
        static final byte[] TABLES = Objects.requireNonNullElse(bytes(TABLES_FILE), new byte[0]);

        private static byte @Nullable [] bytes(String name) {
            try (InputStream in = WideRows.class.getResourceAsStream("/" + name)) {
                return in == null ? null : in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Apart from the list, since a program that starts needs no more of it. */
    private static final class ShippedHead {
        static final String LINE = line();

        private static String line() {
            InputStream file = Objects.requireNonNull(WideRows.class.getResourceAsStream("/" + FILE), FILE);
            try (BufferedReader in = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                return in.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Of a whole file's text. */
    public static WideRows of(String text) {
        int end = text.indexOf('\n');
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return new WideRows(end < 0 ? text : text.substring(0, end), () -> content, WideNames::of);
    }

    /** The whole file's text. */
    String text() {
        return new String(content.get(), StandardCharsets.UTF_8);
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
        Map<String, Source> known = sources;
        if (known == null) {
            known = RowJson.sources(head);
            sources = known;
        }
        return known;
    }

    /**
     * Where each offer stands, by its name.
     *
     * @throws IllegalArgumentException with the line's number if a line is of another form, or an offer stands twice
     */
    public WideNames names() {
        WideNames known = names;
        return known != null ? known : read();
    }

    private synchronized WideNames read() {
        WideNames known = names;
        if (known == null) {
            known = named.apply(content.get());
            names = known;
        }
        return known;
    }

    /** Holds what the lines say to the rules of the catalogue's files. */
    public static OfferReader reader(Map<String, Source> sources, Catalogue own) {
        return new OfferReader(FILE, sources, own);
    }

    /** A model as its line has it, by {@code seller/id}. */
    public Optional<ObjectNode> model(String key) {
        int line = names().find(key);
        return line < 0 ? Optional.empty() : Optional.of(RowJson.model(names().rest(line)));
    }

    String title(int line) {
        String json = names().rest(line);
        int from = json.indexOf("\"title\":\"");
        return from < 0 ? "" : json.substring(from + 9, json.indexOf('"', from + 9));
    }

    /** The number of the line in the file, from 1; the first is the head. */
    static int lineInFile(int line) {
        return line + 2;
    }

    /** All lines but the first, in their order. */
    public Map<SpelledName, String> lines() {
        Map<SpelledName, String> lines = new LinkedHashMap<>();
        for (int line = 0; line < names().size(); line++) {
            SpelledName name = names().name(line);
            String plain = name.plain().equals(name.whole()) ? "" : name.plain();
            lines.put(name, String.join("\t", name.seller(), name.id(), name.whole(), plain, names().rest(line)));
        }
        return lines;
    }
}
