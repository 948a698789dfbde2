package smeta.name;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * The names of a wide list, found by their spellings where they stand: a first line of any kind, then a line for each
 * offer, sorted by seller and id, that begins with seller, id, the id's words and its words without the maker's (empty
 * if they are the same), each ended by a tab. Nothing is kept of a line but where it begins and, in each table, which line
 * of the same place comes next. Immutable and thread-safe.
 */
public final class WideNames {
    private static final int FIELDS = 4;
    /** How many lines there are, and a checksum of the content. */
    private static final int HEAD = 8;

    private static final int NONE = -1;
    private static final int[] NO_LINES = {};

    /** What names are looked for by. */
    enum FoundBy {
        KEY,
        WHOLE_AT_SELLER,
        PLAIN_AT_SELLER,
        PLAIN,
        ID;

        /** The text that is looked for; of a key and an id its lower case. */
        String of(SpelledName name) {
            return switch (this) {
                case KEY -> name.key().toLowerCase(Locale.ROOT);
                case WHOLE_AT_SELLER -> name.seller() + "/" + name.whole();
                case PLAIN_AT_SELLER -> name.seller() + "/" + name.plain();
                case PLAIN -> name.plain();
                case ID -> name.id().toLowerCase(Locale.ROOT);
            };
        }
    }

    private final byte[] content;
    /** The head; where each line begins; for each spelling the first line of each place, then the next of each line. */
    private final ByteBuffer tables;

    private final int size;
    private final int places;

    private WideNames(byte[] content, byte[] tables) {
        this.content = content;
        this.tables = ByteBuffer.wrap(tables);
        size = this.tables.getInt(0);
        places = places(size);
    }

    /**
     * Looks through the lines once.
     *
     * @throws IllegalArgumentException with the line's number if a line is of another form, or an offer stands twice
     */
    public static WideNames of(byte[] content) {
        int[] starts = starts(content);
        ByteBuffer tables = ByteBuffer.allocate(length(starts.length));
        tables.putInt(starts.length).putInt(checksum(content));
        for (int start : starts) {
            tables.putInt(start);
        }
        WideNames names = new WideNames(content, tables.array());
        names.fill(tables);
        return names;
    }

    /** With tables that were made before, which {@link #fit}. */
    public static WideNames of(byte[] content, byte[] tables) {
        if (!fit(content, tables)) {
            throw new IllegalArgumentException("expected the tables of this wide list");
        }
        return new WideNames(content, tables);
    }

    /** Whether the tables were made of this content. */
    public static boolean fit(byte[] content, byte[] tables) {
        ByteBuffer head = ByteBuffer.wrap(tables);
        return tables.length >= HEAD && tables.length == length(head.getInt(0)) && head.getInt(4) == checksum(content);
    }

    private static int checksum(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return (int) sum.getValue();
    }

    /** To be kept beside the content. */
    public byte[] tables() {
        return tables.array().clone();
    }

    private static int length(int lines) {
        return HEAD + 4 * (lines + FoundBy.values().length * (places(lines) + lines));
    }

    /** A power of two with room for twice as many lines. */
    private static int places(int lines) {
        return Integer.highestOneBit(Math.max(1, lines)) << 2;
    }

    private static int[] starts(byte[] content) {
        int[] starts = new int[1024];
        int lines = 0;
        int at = lineEnd(content, 0) + 1;
        while (at < content.length) {
            starts = lines == starts.length ? Arrays.copyOf(starts, 2 * lines) : starts;
            starts[lines++] = at;
            at = lineEnd(content, at) + 1;
        }
        return Arrays.copyOf(starts, lines);
    }

    private static int lineEnd(byte[] content, int from) {
        int at = from;
        while (at < content.length && content[at] != '\n') {
            at++;
        }
        return at;
    }

    /** From the last line on, so that of one place the first line comes first. */
    private void fill(ByteBuffer into) {
        for (int line = size - 1; line >= 0; line--) {
            SpelledName name = name(line);
            int twice = find(name.key());
            require(twice == NONE, twice);
            for (FoundBy spelling : FoundBy.values()) {
                int first = first(spelling, spelling.of(name));
                into.putInt(next(spelling, line), into.getInt(first));
                into.putInt(first, line + 1);
            }
        }
    }

    private static void require(boolean holds, int line) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "/wide/offers.tsv:" + (line + 2) + ": expected seller, id, its words, its"
                            + " words without the maker's and the model between tabs, each offer once");
        }
    }

    /** Where the first line of that text's place stands, plus 1; 0 for none. */
    private int first(FoundBy spelling, String text) {
        int hash = text.hashCode() * 0x9e3779b9;
        int place = hash >>> 16 & places - 1;
        return HEAD + 4 * (size + spelling.ordinal() * (places + size) + place);
    }

    /** Where the line stands, plus 1, that follows in the same place. */
    private int next(FoundBy spelling, int line) {
        return HEAD + 4 * (size + spelling.ordinal() * (places + size) + places + line);
    }

    public int size() {
        return size;
    }

    public SpelledName name(int line) {
        int[] ends = ends(line);
        String seller = text(start(line), ends[0]);
        String id = text(ends[0] + 1, ends[1]);
        String whole = text(ends[1] + 1, ends[2]);
        String plain = ends[3] == ends[2] + 1 ? whole : text(ends[2] + 1, ends[3]);
        return new SpelledName(seller, id, whole, plain);
    }

    /** What stands in the line behind the name. */
    public String rest(int line) {
        int end = line + 1 < size ? start(line + 1) - 1 : lineEnd(content, start(line));
        return text(ends(line)[3] + 1, end);
    }

    /** The offer by {@code seller/id}, letter by letter; -1 if there is none. */
    public int find(String key) {
        for (int line : all(FoundBy.KEY, key.toLowerCase(Locale.ROOT))) {
            if (name(line).key().equals(key)) {
                return line;
            }
        }
        return NONE;
    }

    /** Every line whose name is spelled so, ascending. */
    int[] all(FoundBy spelling, String text) {
        int[] lines = NO_LINES;
        int next = tables.getInt(first(spelling, text));
        while (next > 0) {
            int line = next - 1;
            if (spelling.of(name(line)).equals(text)) {
                lines = Arrays.copyOf(lines, lines.length + 1);
                lines[lines.length - 1] = line;
            }
            next = tables.getInt(next(spelling, line));
        }
        return lines;
    }

    /** The lines of one seller. */
    IntStream ofSeller(String seller) {
        int from = firstAtOrAfter(seller);
        return IntStream.range(from, size).takeWhile(line -> seller(line).equals(seller));
    }

    private int firstAtOrAfter(String seller) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = from + to >>> 1;
            if (seller(middle).compareTo(seller) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private String seller(int line) {
        return text(start(line), ends(line)[0]);
    }

    private int start(int line) {
        return tables.getInt(HEAD + 4 * line);
    }

    private int[] ends(int line) {
        int[] ends = new int[FIELDS];
        int at = start(line);
        for (int i = 0; i < FIELDS; i++) {
            while (at < content.length && content[at] != '\t' && content[at] != '\n') {
                at++;
            }
            require(at < content.length && content[at] == '\t', line);
            ends[i] = at++;
        }
        return ends;
    }

    private String text(int from, int to) {
        return new String(content, from, to - from, StandardCharsets.UTF_8);
    }
}
