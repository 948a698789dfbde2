package smeta.token;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code tokenizer.json} does to a text before the merging: changes it, and cuts it by one expression after
 * another.
 *
 * @param splitter what does the cutting in place of the expressions, if there is one
 */
record Pipeline(List<TextChange> changes, List<Cut> cuts, @Nullable Splitter splitter) {
    enum Join { ALONE, WITH_PREVIOUS, WITH_NEXT }

    /** Cuts before and after each match, or only on one side of it. */
    record Cut(Pattern pattern, Join join) {
        String expression() {
            return (pattern.flags() & Pattern.LITERAL) != 0 ? Pattern.quote(pattern.pattern()) : pattern.pattern();
        }

        void apply(String text, int from, int end, Ids ends) {
            Matcher matcher = pattern.matcher(text).region(from, end).useTransparentBounds(false);
            int last = from;
            while (matcher.find()) {
                if (matcher.start() > last && join != Join.WITH_PREVIOUS) {
                    ends.add(matcher.start());
                    last = matcher.start();
                }
                if (matcher.end() > last && join != Join.WITH_NEXT) {
                    ends.add(matcher.end());
                    last = matcher.end();
                }
            }
            if (last < end) {
                ends.add(end);
            }
        }
    }

    Pipeline {
        changes = List.copyOf(changes);
        cuts = List.copyOf(cuts);
    }

    String change(String text) {
        String changed = text;
        for (TextChange change : changes) {
            changed = change.apply(changed);
        }
        return changed;
    }

    /** Where the pieces of a text end in its UTF-8 form. */
    Splitter cut(String text, byte[] utf8) {
        return splitter != null ? splitter : new Cuts(inBytes(ends(text), text, utf8));
    }

    private int[] ends(String text) {
        int[] ends = {text.length()};
        for (Cut cut : cuts) {
            Ids finer = new Ids(ends.length * 2);
            int from = 0;
            for (int end : ends) {
                CountingInterrupted.check();
                cut.apply(text, from, end, finer);
                from = end;
            }
            ends = finer.toArray();
        }
        return ends;
    }

    private static int[] inBytes(int[] ends, String text, byte[] utf8) {
        if (utf8.length == text.length()) {
            return ends;
        }
        int at = 0;
        int from = 0;
        for (int i = 0; i < ends.length; i++) {
            at += text.substring(from, ends[i]).getBytes(StandardCharsets.UTF_8).length;
            from = ends[i];
            ends[i] = at;
        }
        return ends;
    }
}
