package smeta.prompt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import smeta.prompt.reading.Base64Text;
import smeta.prompt.reading.Blob;
import smeta.prompt.reading.StrictUtf8;

/**
 * Reads the bytes of a request, once. Strict: UTF-8, no key twice, at most {@value #DEEPEST} levels and {@value #MOST_VALUES}
 * values, one JSON value.
 *
 * <p>Long strings of base64 stay where they are: the tree holds views on the given bytes, which the caller must not
 * change while the tree is in use.
 */
public final class Body {
    static final int DEEPEST = 100;

    /** An object of a tree takes a hundred bytes, so that a body of brackets would take fifty times its size. */
    static final int MOST_VALUES = 500_000;

    /** Of a number, zeros included; Jackson's own bound of those that are written. */
    private static final int MOST_DIGITS = StreamReadConstraints.DEFAULT_MAX_NUM_LEN;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST + 10)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final byte[] bytes;
    private final JsonParser parser;
    private int values;

    private Body(byte[] bytes, JsonParser parser) {
        this.bytes = bytes;
        this.parser = parser;
    }

    /**
     * The body as a tree.
     *
     * @throws Unreadable malformed, with the code {@code not_utf8}, {@code empty_body}, {@code not_json},
     *     {@code trailing_content}, {@code duplicate_key}, {@code too_deep} or {@code too_many_values}; no message quotes the body
     */
    public static JsonNode json(byte[] bytes) {
        StrictUtf8.requireValid(bytes);
        if (holdsNul(bytes)) {
            throw notJson("the body starts with a zero byte, so it is no UTF-8 text", null);
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            return new Body(bytes, parser).whole();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    /**
     * The body as plain text.
     *
     * @throws Unreadable malformed, {@code not_utf8}
     */
    public static String text(byte[] bytes) {
        StrictUtf8.requireValid(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A string of a body, also one that stays in its bytes because it looks like base64; null for any other value. */
    public static @Nullable String string(JsonNode value) {
        if (value instanceof POJONode kept && kept.getPojo() instanceof Blob blob) {
            return blob.text();
        }
        return value.isTextual() ? value.asText() : null;
    }

    private JsonNode whole() throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new Unreadable(
                        Unreadable.Kind.MALFORMED,
                        "empty_body",
                        "",
                        "The body is empty; a request in JSON was expected.",
                        "send the vendor's request body, for instance with curl -d @request.json");
            }
            JsonNode tree = value(1);
            if (parser.nextToken() != null) {
                throw trailing();
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw notJson("what was found there cannot stand there", e.getLocation());
        }
    }

    private JsonNode value(int depth) throws IOException {
        if (++values > MOST_VALUES) {
            throw new Unreadable(
                    Unreadable.Kind.MALFORMED,
                    "too_many_values",
                    "",
                    "The body has more than " + MOST_VALUES
                            + " JSON values; objects, lists, texts, numbers and switches count.",
                    "send a request with fewer parts; many requests go to the batch endpoint");
        }
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> string();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? BigIntegerNode.valueOf(parser.getBigIntegerValue())
                        : nodes.numberNode(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> decimal(parser.getDecimalValue());
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            default -> nodes.nullNode();
        };
    }

    /** An exponent writes zeros that whoever works with the number would have to hold. */
    private DecimalNode decimal(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new Unreadable(
                    Unreadable.Kind.MALFORMED,
                    "not_json",
                    pointer(),
                    "The number at line " + parser.currentTokenLocation().getLineNr() + ", column "
                            + parser.currentTokenLocation().getColumnNr() + " has more than " + MOST_DIGITS
                            + " digits when it is written out.",
                    "send a number that is written without an exponent");
        }
        return DecimalNode.valueOf(number);
    }

    private ObjectNode object(int depth) throws IOException {
        requireShallow(depth);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (object.has(name)) {
                throw new Unreadable(
                        Unreadable.Kind.MALFORMED,
                        "duplicate_key",
                        pointer(),
                        "The same key stands twice in one object; readers differ on which of the two counts.",
                        "keep one of the two");
            }
            parser.nextToken();
            object.set(name, value(depth + 1));
        }
        return object;
    }

    private ArrayNode array(int depth) throws IOException {
        requireShallow(depth);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(depth + 1));
        }
        return array;
    }

    /** The parser reads strings lazily: one that is left in the bytes is never copied, only skipped. */
    private JsonNode string() throws IOException {
        int quote = (int) parser.currentTokenLocation().getByteOffset();
        int end = Base64Text.end(bytes, quote + 1);
        return end < 0
                ? JsonNodeFactory.instance.textNode(parser.getText())
                : JsonNodeFactory.instance.pojoNode(Blob.of(bytes, quote + 1, end));
    }

    private void requireShallow(int depth) {
        if (depth > DEEPEST) {
            throw new Unreadable(
                    Unreadable.Kind.MALFORMED,
                    "too_deep",
                    pointer(),
                    "The body is nested more than " + DEEPEST + " levels deep.",
                    "send a request that is less deep");
        }
    }

    private String pointer() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    private static boolean holdsNul(byte[] bytes) {
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private Unreadable trailing() {
        JsonLocation at = parser.currentTokenLocation();
        return new Unreadable(
                Unreadable.Kind.MALFORMED,
                "trailing_content",
                "",
                "After the end of the JSON value there is more, at line " + at.getLineNr() + ", column "
                        + at.getColumnNr() + ".",
                "send one request in a body; many requests go to the batch endpoint");
    }

    private static Unreadable notJson(String why, @Nullable JsonLocation at) {
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new Unreadable(
                Unreadable.Kind.MALFORMED,
                "not_json",
                "",
                "The body is not JSON" + where + ": " + why + ".",
                "send JSON in UTF-8, or a plain prompt as text/plain");
    }
}
