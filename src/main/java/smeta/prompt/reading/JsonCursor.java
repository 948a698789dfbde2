package smeta.prompt.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Unreadable;

/**
 * A node of the body and the JSON pointer of its place. What is missing is there too, as a place with nothing in it,
 * and an explicit {@code null} is the same as missing. Reading a value of the wrong type is {@link Unreadable},
 * {@code wrong_type}.
 */
public final class JsonCursor {
    private final JsonNode node;
    private final @Nullable JsonCursor parent;
    private final Object step;
    private final ReadNodes reads;

    private JsonCursor(JsonNode node, @Nullable JsonCursor parent, Object step, ReadNodes reads) {
        this.node = node;
        this.parent = parent;
        this.step = step;
        this.reads = reads;
    }

    public static JsonCursor root(JsonNode node) {
        return new JsonCursor(node, null, "", new ReadNodes());
    }

    /** The value; looking into it this way is not noticed as reading. */
    public JsonNode node() {
        return node;
    }

    /** All of it counts as read, for what has been remarked on as a whole. */
    public void skip() {
        reads.read(node);
        reads.readWhole(node);
    }

    ReadNodes reads() {
        return reads;
    }

    /** RFC 6901; made when asked for, as most places are only looked into. */
    public String pointer() {
        if (parent == null) {
            return "";
        }
        String name = step.toString();
        boolean plain = name.indexOf('~') < 0 && name.indexOf('/') < 0;
        return parent.pointer() + "/" + (plain ? name : name.replace("~", "~0").replace("/", "~1"));
    }

    /** The names on the way, joined by dots; elements of an array all have the same. Empty for the body. */
    String path() {
        if (parent == null) {
            return "";
        }
        String before = parent.path();
        return step instanceof Integer ? before + "[]" : before.isEmpty() ? step.toString() : before + "." + step;
    }

    /** A value in this node that counts as unread. */
    JsonCursor peek(JsonNode child, Object name) {
        return new JsonCursor(child, this, name, reads);
    }

    public boolean present() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** The member of that name, which from now on counts as read. */
    public JsonCursor at(String name) {
        JsonNode child = node.get(name);
        if (child == null) {
            return new JsonCursor(MissingNode.getInstance(), this, name, reads);
        }
        reads.read(child);
        return new JsonCursor(child, this, name, reads);
    }

    public JsonCursor at(int index) {
        JsonNode child = node.path(index);
        reads.read(child);
        return new JsonCursor(child, this, index, reads);
    }

    /**
     * The first of these names that is present; for dialects that spell a field in two ways. Two of them with different
     * values are {@link Unreadable}, like a key that stands twice: which of the two counts, nobody but the vendor knows.
     */
    public JsonCursor either(String name, String... others) {
        JsonCursor found = first(name, others);
        for (String other : others) {
            if (has(other) && !node.get(other).equals(found.node)) {
                throw new Unreadable(
                        Unreadable.Kind.MALFORMED,
                        "duplicate_key",
                        at(other).pointer(),
                        "One field stands twice in one object, here and as " + found.pointer()
                                + ", with different values; readers differ on which of the two counts.",
                        "keep one of the two");
            }
        }
        return found;
    }

    /** The first of these names that is present, of fields that may stand beside each other; the others stay unread. */
    public JsonCursor first(String name, String... others) {
        if (!has(name)) {
            for (String other : others) {
                if (has(other)) {
                    return at(other);
                }
            }
        }
        return at(name);
    }

    /** Whether there is a member of that name; asking is not reading. */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    public boolean isText() {
        return node.isTextual() || node.isPojo();
    }

    /** The elements of an array; none if the place is empty. */
    public List<JsonCursor> items() {
        if (present() && !node.isArray()) {
            throw wrongType("an array");
        }
        List<JsonCursor> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size() && present(); i++) {
            items.add(at(i));
        }
        return items;
    }

    /** The members of an object, in the body's order; none if the place is empty. */
    public List<String> names() {
        if (present() && !node.isObject()) {
            throw wrongType("an object");
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    public JsonCursor object() {
        if (!node.isObject()) {
            throw wrongType("an object");
        }
        return this;
    }

    public String text() {
        if (node.isPojo()) {
            return blob().text();
        }
        if (!node.isTextual()) {
            throw wrongType("a string");
        }
        return node.textValue();
    }

    public @Nullable String textOrNull() {
        return present() ? text() : null;
    }

    public String textOr(String otherwise) {
        return present() ? text() : otherwise;
    }

    /** A string as bytes to decode: a view on the body if it is long. */
    public Blob blob() {
        return node instanceof POJONode pojo ? (Blob) pojo.getPojo() : Blob.of(text());
    }

    /** A whole number that is not negative; null if the place is empty. {@code 100.0} is whole. */
    public @Nullable Long whole() {
        if (!present()) {
            return null;
        }
        if (!node.isNumber()) {
            throw wrongType("a whole number");
        }
        BigDecimal number = node.decimalValue();
        if (number.signum() < 0
                || (long) number.precision() - number.scale() > 18
                || number.stripTrailingZeros().scale() > 0) {
            throw unsupported("wrong_value", "A whole number between 0 and 10^18 was expected.", "correct the number");
        }
        return number.longValueExact();
    }

    /** The same, where the dialect also spells it as a string of digits (protocol buffers, forms). */
    public @Nullable Long wholeOrText() {
        if (!isText()) {
            return whole();
        }
        if (!text().matches("[0-9]{1,18}")) {
            throw unsupported("wrong_value", "A whole number between 0 and 10^18 was expected.", "correct the number");
        }
        return Long.valueOf(text());
    }

    public @Nullable BigDecimal number() {
        if (!present()) {
            return null;
        }
        if (!node.isNumber()) {
            throw wrongType("a number");
        }
        BigDecimal number = node.decimalValue();
        if (number.precision() > 20 || Math.abs((long) number.scale()) > 20) {
            throw unsupported("wrong_value", "A number of at most 20 digits was expected.", "correct the number");
        }
        return number;
    }

    public @Nullable Boolean flag() {
        if (!present()) {
            return null;
        }
        if (!node.isBoolean()) {
            throw wrongType("true or false");
        }
        return node.booleanValue();
    }

    /** The node with every view on the body turned into text: what leaves this room, and is read by others. */
    public JsonNode plain() {
        reads.readWhole(node);
        return plain(node);
    }

    private static JsonNode plain(JsonNode node) {
        if (node instanceof POJONode pojo) {
            return TextNode.valueOf(((Blob) pojo.getPojo()).text());
        } else if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), plain(member.getValue())));
            return copy;
        } else if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode(array.size());
            array.forEach(element -> copy.add(plain(element)));
            return copy;
        }
        return node;
    }

    /** The node as compact JSON. */
    public String json() {
        reads.readWhole(node);
        return node.toString();
    }

    public Unreadable wrongType(String expected) {
        String found = node.isPojo()
                ? "string"
                : node.isMissingNode() ? "nothing" : node.getNodeType().name().toLowerCase(Locale.ROOT);
        return unsupported(
                node.isMissingNode() ? "missing_field" : "wrong_type",
                "Here " + expected + " was expected; found: " + found + ".",
                "compare with the vendor's API reference");
    }

    public Unreadable unsupported(String code, String message, String hint) {
        return new Unreadable(Unreadable.Kind.UNSUPPORTED, code, pointer(), message, hint);
    }
}
