package smeta.token.normalize;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import smeta.token.CountingInterrupted;
import smeta.token.Text;
import smeta.token.Tokens;

/** A change that is made to a text before it is split; it can tell where the changed text's parts come from. */
public sealed interface TextChange {
    String apply(String text);

    /** @param changed what {@link #apply} makes of {@code text} */
    Alignment alignment(String text, String changed);

    /** The tokens of what these changes make of a text, with their places in the text as it was. */
    static Tokens original(Tokens tokens, List<TextChange> changes, Text text) {
        List<String> texts = new ArrayList<>(List.of(Text.wellFormed(text.value())));
        for (TextChange change : changes) {
            texts.add(change.apply(texts.get(texts.size() - 1)));
        }
        Tokens original = tokens;
        for (int i = changes.size() - 1; i >= 0; i--) {
            CountingInterrupted.check();
            String before = texts.get(i);
            String after = texts.get(i + 1);
            if (!before.equals(after)) {
                original = changes.get(i).alignment(before, after).original(original, before, after);
            }
        }
        return original;
    }

    /** One of Unicode's normal forms: C by a table of ours, the others by the JDK's. */
    record NormalForm(Normalizer.Form form) implements TextChange {
        public static final NormalForm C = new NormalForm(Normalizer.Form.NFC);
        /** Characters below it have every form; those below {@link #MARKS} begin a part in every form. */
        private static final int PLAIN = 0xA0;

        private static final int MARKS = 0x300;

        @Override
        public String apply(String text) {
            return form == Normalizer.Form.NFC ? Composition.compose(text) : Normalizer.normalize(text, form);
        }

        /** Part by part; if the parts' forms aren't the text's, by a Unicode that we don't know, all is one part. */
        @Override
        public Alignment alignment(String text, String changed) {
            Alignment alignment = new Alignment();
            int at = 0;
            int end;
            for (int from = 0; from < text.length(); from = end) {
                end = partEnd(text, from);
                if (end - from == 1 && text.charAt(from) < PLAIN) {
                    at++;
                    continue;
                }
                String part = text.substring(from, end);
                String formed = apply(part);
                if (!changed.startsWith(formed, at)) {
                    return Alignment.ofAll(text, changed);
                }
                if (!formed.equals(part)) {
                    alignment.add(text, from, end, changed, at, at + formed.length());
                }
                at += formed.length();
            }
            return at == changed.length() ? alignment : Alignment.ofAll(text, changed);
        }

        private int partEnd(String text, int from) {
            int end = from + Character.charCount(text.codePointAt(from));
            while (end < text.length() && !begins(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            return end;
        }

        /**
         * Whether the form of a text is that of what is before this character and that of the rest: what the character
         * begins with, when it is taken apart, neither composes with anything before it nor changes places with it.
         */
        private boolean begins(int point) {
            if (point < MARKS) {
                return true;
            }
            if (form == Normalizer.Form.NFKC || form == Normalizer.Form.NFKD) {
                String apart = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
                return CanonicalForms.effect(apart.codePointAt(0)) == CanonicalForms.NONE;
            }
            if (CanonicalForms.effect(point) == CanonicalForms.NONE) {
                return true;
            }
            int @Nullable [] parts = CanonicalForms.parts(point);
            return parts != null && CanonicalForms.effect(parts[0]) == CanonicalForms.NONE;
        }
    }

    /** Puts {@code content} in place of each match. */
    record Replace(Pattern pattern, String content) implements TextChange {
        @Override
        public String apply(String text) {
            boolean literal = (pattern.flags() & Pattern.LITERAL) != 0
                    && !pattern.pattern().isEmpty();
            return literal
                    ? text.replace(pattern.pattern(), content)
                    : pattern.matcher(text).replaceAll(Matcher.quoteReplacement(content));
        }

        @Override
        public Alignment alignment(String text, String changed) {
            Alignment alignment = new Alignment();
            Matcher matcher = pattern.matcher(text);
            int shift = 0;
            while (matcher.find()) {
                int from = matcher.start() + shift;
                alignment.add(text, matcher.start(), matcher.end(), changed, from, from + content.length());
                shift = from + content.length() - matcher.end();
            }
            return alignment;
        }
    }

    /**
     * Puts {@code prefix} before a text that isn't empty.
     *
     * @param always whether also before a text that begins with it
     */
    record Prepend(String prefix, boolean always) implements TextChange {
        @Override
        public String apply(String text) {
            return text.isEmpty() || !always && text.startsWith(prefix) ? text : prefix + text;
        }

        @Override
        public Alignment alignment(String text, String changed) {
            Alignment alignment = new Alignment();
            alignment.add(text, 0, 0, changed, 0, changed.length() - text.length());
            return alignment;
        }
    }
}
