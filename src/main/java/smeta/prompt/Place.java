package smeta.prompt;

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

/**
 * A node of the body and the JSON pointer of its place. What is missing is there too, as a place with nothing in it,
 * and an explicit {@code null} is the same as missing. Reading a value of the wrong type is {@link Unreadable},
 * {@code wrong_type}.
 */
record Place(JsonNode node, @Nullable Place parent, Object step) {
    static Place root(JsonNode node) {
        return new Place(node, null, "");
    }

    /** RFC 6901; made when asked for, as most places are only looked into. */
    String pointer() {
        if (parent == null) {
            return "";
        }
        String name = step.toString();
        boolean plain = name.indexOf('~') < 0 && name.indexOf('/') < 0;
        return parent.pointer() + "/" + (plain ? name : name.replace("~", "~0").replace("/", "~1"));
    }

    boolean present() {
        return !node.isMissingNode() && !node.isNull();
    }

    Place at(String name) {
        JsonNode child = node.get(name);
        return new Place(child == null ? MissingNode.getInstance() : child, this, name);
    }

    Place at(int index) {
        return new Place(node.path(index), this, index);
    }

    /** The first of these names that is present; for dialects that spell a field in two ways. */
    Place either(String name, String... others) {
        Place found = at(name);
        for (int i = 0; i < others.length && !found.present(); i++) {
            Place other = at(others[i]);
            found = other.present() ? other : found;
        }
        return found;
    }

    boolean has(String name) {
        return at(name).present();
    }

    boolean isText() {
        return node.isTextual() || node.isPojo();
    }

    /** The elements of an array; none if the place is empty. */
    List<Place> items() {
        if (present() && !node.isArray()) {
            throw wrongType("an array");
        }
        List<Place> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size() && present(); i++) {
            items.add(at(i));
        }
        return items;
    }

    /** The members of an object, in the body's order; none if the place is empty. */
    List<String> names() {
        if (present() && !node.isObject()) {
            throw wrongType("an object");
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    Place object() {
        if (!node.isObject()) {
            throw wrongType("an object");
        }
        return this;
    }

    String text() {
        if (node.isPojo()) {
            return blob().text();
        }
        if (!node.isTextual()) {
            throw wrongType("a string");
        }
        return node.textValue();
    }

    @Nullable String textOrNull() {
        return present() ? text() : null;
    }

    String textOr(String otherwise) {
        return present() ? text() : otherwise;
    }

    /** A string as bytes to decode: a view on the body if it is long. */
    Blob blob() {
        return node instanceof POJONode pojo
                ? (Blob) pojo.getPojo()
                : Blob.of(text());
    }

    /** A whole number that is not negative; null if the place is empty. {@code 100.0} is whole. */
    @Nullable Long whole() {
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

    @Nullable BigDecimal number() {
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

    @Nullable Boolean flag() {
        if (!present()) {
            return null;
        }
        if (!node.isBoolean()) {
            throw wrongType("true or false");
        }
        return node.booleanValue();
    }

    /** The node with every view on the body turned into text: what leaves this room, and is read by others. */
    JsonNode plain() {
        return plain(node);
    }

    private static JsonNode plain(JsonNode node) {
        if (node instanceof POJONode pojo) {
            return TextNode.valueOf(((Blob) pojo.getPojo()).text());
        } else if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.fields().forEachRemaining(member -> copy.set(member.getKey(), plain(member.getValue())));
            return copy;
        } else if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode(array.size());
            array.forEach(element -> copy.add(plain(element)));
            return copy;
        }
        return node;
    }

    /** The node as compact JSON. */
    String json() {
        return node.toString();
    }

    Unreadable wrongType(String expected) {
        String found = node.isPojo()
                ? "string"
                : node.isMissingNode() ? "nothing" : node.getNodeType().name().toLowerCase(Locale.ROOT);
        return unsupported(
                node.isMissingNode() ? "missing_field" : "wrong_type",
                "Here " + expected + " was expected; found: " + found + ".",
                "compare with the vendor's API reference");
    }

    Unreadable unsupported(String code, String message, String hint) {
        return new Unreadable(Unreadable.Kind.UNSUPPORTED, code, pointer(), message, hint);
    }
}
