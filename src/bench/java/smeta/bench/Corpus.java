package smeta.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text to count.
 *
 * @param name   lower case, with hyphens; a file's name too
 * @param source where the text was found or how it was made
 * @param text   well-formed UTF-16
 */
public record Corpus(String name, String source, String text) {
    /** UTF-16 units of a corpus at most. */
    static final int LENGTH = 1_000_000;
    private static final int PROMPT = 10_000;

    /** The pieces one after another until there is enough; nothing is repeated if there isn't. */
    static Corpus of(String name, String source, Stream<String> pieces) {
        StringBuilder text = new StringBuilder();
        Iterator<String> each = pieces.iterator();
        while (text.length() < LENGTH && each.hasNext()) {
            text.append(each.next());
        }
        return new Corpus(name, source, text.substring(0, end(text, 0, LENGTH)));
    }

    /** The text in prompts of 10,000 UTF-16 units, one less where a surrogate pair would be cut. */
    public static List<String> prompts(String text) {
        List<String> prompts = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = end(text, start, PROMPT);
            prompts.add(text.substring(start, end));
            start = end;
        }
        return prompts;
    }

    private static int end(CharSequence text, int start, int length) {
        int end = Math.min(text.length(), start + length);
        return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }
}
