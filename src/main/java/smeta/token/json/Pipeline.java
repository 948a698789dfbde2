package smeta.token.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import smeta.token.CountingInterrupted;
import smeta.token.normalize.TextChange;
import smeta.token.split.SplitAtOffsets;
import smeta.token.split.Splitter;
import smeta.token.table.IntList;

/**
 * What a {@code tokenizer.json} does to a text before the merging: changes it, and splits it by one expression after
 * another.
 *
 * @param splitter what does the cutting in place of the expressions, if there is one
 */
record Pipeline(
        List<TextChange> changes,
        List<Split> splits,
        @Nullable Splitter splitter) {
    enum Behavior {
        ISOLATED,
        MERGED_WITH_PREVIOUS,
        MERGED_WITH_NEXT
    }

    /** Cuts before and after each match, or only on one side of it. */
    record Split(Pattern pattern, Behavior behavior) {
        String expression() {
            return (pattern.flags() & Pattern.LITERAL) != 0 ? Pattern.quote(pattern.pattern()) : pattern.pattern();
        }

        void apply(String text, int from, int end, IntList ends) {
            Matcher matcher = pattern.matcher(text).region(from, end).useTransparentBounds(false);
            int last = from;
            while (matcher.find()) {
                if (matcher.start() > last && behavior != Behavior.MERGED_WITH_PREVIOUS) {
                    ends.add(matcher.start());
                    last = matcher.start();
                }
                if (matcher.end() > last && behavior != Behavior.MERGED_WITH_NEXT) {
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
        splits = List.copyOf(splits);
    }

    String change(String text) {
        String changed = text;
        for (TextChange change : changes) {
            changed = change.apply(changed);
        }
        return changed;
    }

    /** Where the pieces of a text end in its UTF-8 form. */
    Splitter splitter(String text, byte[] utf8) {
        return splitter != null ? splitter : new SplitAtOffsets(inBytes(ends(text), text, utf8));
    }

    private int[] ends(String text) {
        int[] ends = {text.length()};
        for (Split split : splits) {
            IntList finer = new IntList(ends.length * 2);
            int from = 0;
            for (int end : ends) {
                CountingInterrupted.check();
                split.apply(text, from, end, finer);
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
