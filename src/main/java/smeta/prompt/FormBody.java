package smeta.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form with files ({@code multipart/form-data}, RFC 7578), as the vendors' clients send sound and pictures: its fields
 * as a tree, a file as a data URL, a name that stands several times as an array.
 */
public final class FormBody {
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"\\r\\n]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)[; ]filename\\*?=");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:[ \\t]*([^;\\r\\n]+)");
    private static final int MOST_PARTS = 1000;

    private final byte[] bytes;
    private final byte[] delimiter;
    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

    private FormBody(byte[] bytes, String boundary) {
        this.bytes = bytes;
        delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * @param boundary of the content type
     * @throws Unreadable malformed, {@code not_a_form}
     */
    public static JsonNode read(byte[] bytes, @Nullable String boundary) {
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw malformed("the content type names no boundary of 1 to 70 characters");
        }
        return new FormBody(bytes, boundary).read();
    }

    private JsonNode read() {
        int at = find(delimiter, 0);
        if (at < 0) {
            throw malformed("its boundary was not found in the body");
        }
        for (int parts = 0; ; parts++) {
            int start = at + delimiter.length;
            if (start + 1 < bytes.length && bytes[start] == '-' && bytes[start + 1] == '-') {
                return fields;
            }
            int next = find(delimiter, start);
            if (next < 0 || parts == MOST_PARTS) {
                throw malformed(next < 0 ? "its last part is not closed" : "it has more than " + MOST_PARTS + " parts");
            }
            part(start, next);
            at = next;
        }
    }

    /** Between the line break after one delimiter and the one before the next. */
    private void part(int from, int to) {
        int start = from + lineBreak(from);
        int end = to >= 2 && bytes[to - 2] == '\r' ? to - 2 : to - 1;
        int blank = find("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), start);
        int width = 4;
        if (blank < 0 || blank >= to) {
            blank = find("\n\n".getBytes(StandardCharsets.ISO_8859_1), start);
            width = 2;
        }
        if (blank < 0 || blank + width > to) {
            throw malformed("a part has no empty line after its headers");
        }
        String headers = new String(bytes, start, blank - start, StandardCharsets.UTF_8);
        Matcher name = NAME.matcher(headers);
        if (!name.find()) {
            throw malformed("a part has no name");
        }
        byte[] content = Arrays.copyOfRange(bytes, blank + width, Math.max(blank + width, end));
        add(name.group(1), FILE.matcher(headers).find() ? file(headers, content) : text(content));
    }

    private int lineBreak(int at) {
        return at + 1 < bytes.length && bytes[at] == '\r' ? 2 : 1;
    }

    private static JsonNode file(String headers, byte[] content) {
        Matcher type = TYPE.matcher(headers);
        String mime = type.find() ? type.group(1).strip() : "application/octet-stream";
        return JsonNodeFactory.instance.textNode(
                "data:" + mime + ";base64," + Base64.getEncoder().encodeToString(content));
    }

    private static JsonNode text(byte[] content) {
        return JsonNodeFactory.instance.textNode(Body.text(content));
    }

    private void add(String name, JsonNode value) {
        JsonNode before = fields.get(name);
        if (before == null) {
            fields.set(name, value);
        } else if (before instanceof ArrayNode several) {
            several.add(value);
        } else {
            fields.set(name, fields.arrayNode().add(before).add(value));
        }
    }

    private int find(byte[] what, int from) {
        for (int i = from; i <= bytes.length - what.length; i++) {
            if (bytes[i] == what[0] && Arrays.equals(bytes, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }

    private static Unreadable malformed(String why) {
        return new Unreadable(
                Unreadable.Kind.MALFORMED,
                "not_a_form",
                "",
                "The body is not a form with files as its content type says: " + why + ".",
                "send multipart/form-data as the vendor's client makes it, or the same fields as JSON");
    }
}
