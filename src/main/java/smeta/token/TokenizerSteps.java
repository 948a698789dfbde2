package smeta.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import smeta.token.Pipeline.Cut;
import smeta.token.Pipeline.Join;

/** Reads the normalizer and the pre-tokenizer of a {@code tokenizer.json}. */
final class TokenizerSteps {
    private static final String WORDS =
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}DIGITS| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*"
                    + "|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
    private static final String CASES = "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*"
            + "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+ENDING|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+"
            + "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*ENDING|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
    private static final String GPT2 =
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";
    private static final Map<String, Splitter> PUBLISHED = Map.of(
            WORDS.replace("DIGITS", "{1,3}"), new Splitter.Cl100k(3),
            WORDS.replace("DIGITS", ""), new Splitter.Cl100k(1),
            CASES.replace("ENDING", "(?i:'s|'t|'re|'ve|'m|'ll|'d)?"), new Splitter.O200k(),
            GPT2, new Splitter.Gpt2());

    private final TokenizerJson json;
    private final List<UnaryOperator<String>> changes = new ArrayList<>();
    private final List<Cut> cuts = new ArrayList<>();
    private boolean composes;
    private boolean byteLevel;

    TokenizerSteps(TokenizerJson json) {
        this.json = json;
    }

    boolean byteLevel() {
        return byteLevel;
    }

    /** Whether a splitter of ours does all that is to be done, but for the normal form C. */
    boolean published() {
        return cuts.size() == 1 && cuts.get(0).join() == Join.ALONE
                && PUBLISHED.containsKey(cuts.get(0).pattern().pattern()) && changes.size() == (composes ? 1 : 0);
    }

    Splitter splitter() {
        return published() ? PUBLISHED.get(cuts.get(0).pattern().pattern()) : new Splitter.Cl100k(3);
    }

    boolean composes() {
        return composes && published();
    }

    Pipeline pipeline() {
        return new Pipeline(changes, cuts);
    }

    void normalizer(@Nullable JsonNode step, String pointer) {
        if (step == null || step.isNull()) {
            return;
        }
        switch (type(step)) {
            case "Sequence" -> each(step, "normalizers", pointer, this::normalizer);
            case "NFC" -> {
                composes = true;
                changes.add(Composition::compose);
            }
            case "NFD" -> changes.add(text -> Normalizer.normalize(text, Normalizer.Form.NFD));
            case "NFKC" -> changes.add(text -> Normalizer.normalize(text, Normalizer.Form.NFKC));
            case "NFKD" -> changes.add(text -> Normalizer.normalize(text, Normalizer.Form.NFKD));
            case "Prepend" -> {
                String prefix = step.path("prepend").asText();
                changes.add(text -> text.isEmpty() ? text : prefix + text);
            }
            case "Replace" -> {
                Pattern pattern = pattern(step.path("pattern"), pointer + "/pattern");
                String content = Matcher.quoteReplacement(step.path("content").asText());
                changes.add(text -> pattern.matcher(text).replaceAll(content));
            }
            default -> throw json.refused(pointer + "/type", type(step) + " is not supported");
        }
    }

    void preTokenizer(@Nullable JsonNode step, String pointer) {
        if (step == null || step.isNull()) {
            return;
        }
        if (byteLevel) {
            throw json.refused(pointer, "expected nothing after ByteLevel, found " + type(step));
        }
        switch (type(step)) {
            case "Sequence" -> each(step, "pretokenizers", pointer, this::preTokenizer);
            case "ByteLevel" -> {
                byteLevel = true;
                if (step.path("add_prefix_space").asBoolean(true)) {
                    if (!cuts.isEmpty()) {
                        throw json.refused(pointer + "/add_prefix_space", "expected false after another pre-tokenizer");
                    }
                    changes.add(text -> text.isEmpty() || text.startsWith(" ") ? text : " " + text);
                }
                if (step.path("use_regex").asBoolean(true)) {
                    cuts.add(new Cut(compile(GPT2, pointer), Join.ALONE));
                }
            }
            case "Split" -> split(step, pointer);
            case "Digits" -> cuts.add(new Cut(compile(step.path("individual_digits").asBoolean() ? "\\p{N}" : "\\p{N}+", pointer),
                    Join.ALONE));
            case "Punctuation" -> cuts.add(new Cut(compile("[\\p{P}!-/:-@\\[-`{-~]", pointer),
                    join(step.path("behavior").asText("Isolated"), pointer)));
            case "Metaspace" -> metaspace(step, pointer);
            default -> throw json.refused(pointer + "/type", type(step) + " is not supported");
        }
    }

    private void split(JsonNode step, String pointer) {
        String behavior = step.path("behavior").asText();
        Pattern pattern = pattern(step.path("pattern"), pointer + "/pattern");
        if (step.path("invert").asBoolean()) {
            // Such files keep the matches and drop the rest; with a published expression there is no rest.
            if (!behavior.equals("Removed") || !PUBLISHED.containsKey(pattern.pattern())) {
                throw json.refused(pointer + "/invert", "is not supported");
            }
            behavior = "Isolated";
        }
        cuts.add(new Cut(pattern, join(behavior, pointer)));
    }

    private void metaspace(JsonNode step, String pointer) {
        String sign = step.path("replacement").asText();
        String scheme = step.path("prepend_scheme").asText(step.path("add_prefix_space").asBoolean(true) ? "always" : "never");
        if (!cuts.isEmpty() || sign.codePointCount(0, sign.length()) != 1) {
            throw json.refused(pointer, "expected the first pre-tokenizer, with one character as replacement");
        }
        boolean prepend = !scheme.equals("never");
        changes.add(text -> text.replace(" ", sign));
        changes.add(text -> text.isEmpty() || !prepend || text.startsWith(sign) ? text : sign + text);
        if (step.path("split").asBoolean(true)) {
            cuts.add(new Cut(Pattern.compile(Pattern.quote(sign)), Join.WITH_NEXT));
        }
    }

    private Join join(String behavior, String pointer) {
        return switch (behavior) {
            case "Isolated" -> Join.ALONE;
            case "MergedWithPrevious" -> Join.WITH_PREVIOUS;
            case "MergedWithNext" -> Join.WITH_NEXT;
            default -> throw json.refused(pointer + "/behavior", behavior + " is not supported");
        };
    }

    private Pattern pattern(JsonNode pattern, String pointer) {
        if (pattern.has("String")) {
            return Pattern.compile(Pattern.quote(pattern.get("String").asText()));
        }
        if (!pattern.has("Regex")) {
            throw json.refused(pointer, "expected String or Regex, found " + pattern);
        }
        return compile(pattern.get("Regex").asText(), pointer + "/Regex");
    }

    private Pattern compile(String expression, String pointer) {
        boolean inClass = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\') {
                i++;
            } else if (inClass && (c == '[' || expression.startsWith("&&", i))) {
                throw json.refused(pointer, "a class within a class is not supported");
            } else {
                inClass = inClass ? c != ']' : c == '[';
            }
        }
        try {
            return Pattern.compile(expression, Pattern.UNICODE_CHARACTER_CLASS);
        } catch (PatternSyntaxException e) {
            throw json.refused(pointer, e.getMessage());
        }
    }

    private static String type(JsonNode step) {
        return step.path("type").asText();
    }

    private interface Step {
        void take(JsonNode step, String pointer);
    }

    private static void each(JsonNode step, String field, String pointer, Step action) {
        for (int i = 0; i < step.path(field).size(); i++) {
            action.take(step.path(field).get(i), pointer + "/" + field + "/" + i);
        }
    }
}
