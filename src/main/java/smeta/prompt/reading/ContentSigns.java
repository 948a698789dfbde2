package smeta.prompt.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether something that nobody read could be content: text of more than a few words, an address, or the name of
 * a file or a source of data. A label, a number or a switch is none.
 */
final class ContentSigns {
    private static final int LONGEST_LABEL = 40;
    private static final int MOST_WORDS = 3;
    /** Scripts that put no spaces between words; of their letters two are about a word. */
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private static final int FIRST_UNSPACED = 0x0E00;
    private static final int LETTERS_OF_A_WORD = 2;
    private static final Pattern CONTENT_NAME = Pattern.compile(
            "file|document|attachment|data_?source|vector_?store|knowledge|dataset|corpus|corpora|context|url|uri"
                    + "|image|audio|video|prompt|instruction|memory|skill",
            Pattern.CASE_INSENSITIVE);

    private int characters;
    private int words;
    private int unspaced;

    private ContentSigns() {}

    /** @param path the names on the way to the value */
    static boolean in(JsonNode value, String path) {
        ContentSigns signs = new ContentSigns();
        signs.add(value);
        return signs.enough()
                || signs.characters > 0
                        && CONTENT_NAME
                                .matcher(path.substring(path.lastIndexOf('.') + 1))
                                .find();
    }

    private boolean enough() {
        return characters > LONGEST_LABEL || words + unspaced / LETTERS_OF_A_WORD > MOST_WORDS;
    }

    private void add(JsonNode value) {
        if (value instanceof POJONode) {
            characters += Base64Text.SHORTEST;
        } else if (value.isTextual()) {
            add(value.textValue());
        } else if (value.isObject()) {
            value.fieldNames().forEachRemaining(this::add);
        }
        for (int i = 0; value.isArray() && i < value.size() && !enough(); i++) {
            add(value.get(i));
        }
        if (value.isObject() && !enough()) {
            value.elements().forEachRemaining(this::add);
        }
    }

    private void add(String text) {
        characters += text.length();
        if (text.contains("://")) {
            characters += LONGEST_LABEL;
        }
        boolean space = true;
        for (int i = 0; i < text.length() && !enough(); i++) {
            char c = text.charAt(i);
            boolean blank = Character.isWhitespace(c);
            unspaced += c >= FIRST_UNSPACED && UNSPACED.contains(UnicodeScript.of(c)) ? 1 : 0;
            words += space && !blank ? 1 : 0;
            space = blank;
        }
    }
}
