package smeta.token.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import smeta.token.json.Pipeline.Behavior;
import smeta.token.json.Pipeline.Split;
import smeta.token.normalize.TextChange;
import smeta.token.split.PublishedPatterns;
import smeta.token.split.Splitter;

/** Reads the normalizer and the pre-tokenizer of a {@code tokenizer.json}. */
final class TokenizerSteps {
    /**
     * The reference library's expressions have Ruby's syntax, where ^ and $ are those of a line, and LF alone ends one.
     */
    private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS | Pattern.MULTILINE | Pattern.UNIX_LINES;

    private static final Pattern REPEATED = Pattern.compile("\\{[0-9,]+}[+]");

    private final TokenizerJson json;
    private final List<TextChange> changes = new ArrayList<>();
    private final List<Split> splits = new ArrayList<>();
    private boolean byteLevel;

    TokenizerSteps(TokenizerJson json) {
        this.json = json;
    }

    boolean byteLevel() {
        return byteLevel;
    }

    /** The splitter of ours that does all the cutting; {@code null} if there is none. */
    @Nullable
    Splitter splitter() {
        return splits.stream().allMatch(split -> split.behavior() == Behavior.ISOLATED)
                ? PublishedPatterns.splitter(
                        splits.stream().map(Split::expression).toList())
                : null;
    }

    /** Whether nothing is changed, or the text is only brought into the normal form C. */
    boolean unchanged() {
        return changes.isEmpty() || composes();
    }

    boolean composes() {
        return changes.equals(List.of(TextChange.NormalForm.C));
    }

    Pipeline pipeline() {
        return new Pipeline(changes, splits, splitter());
    }

    void normalizer(@Nullable JsonNode step, String pointer) {
        if (step == null || step.isNull()) {
            return;
        }
        switch (type(step)) {
            case "Sequence" -> each(step, "normalizers", pointer, this::normalizer);
            case "NFC", "NFD", "NFKC", "NFKD" ->
                changes.add(new TextChange.NormalForm(Normalizer.Form.valueOf(type(step))));
            case "Prepend" ->
                changes.add(new TextChange.Prepend(step.path("prepend").asText(), true));
            case "Replace" ->
                changes.add(new TextChange.Replace(
                        pattern(step.path("pattern"), pointer + "/pattern"),
                        step.path("content").asText()));
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
                    if (!splits.isEmpty()) {
                        throw json.refused(pointer + "/add_prefix_space", "expected false after another pre-tokenizer");
                    }
                    changes.add(new TextChange.Prepend(" ", false));
                }
                if (step.path("use_regex").asBoolean(true)) {
                    splits.add(new Split(compile(PublishedPatterns.GPT2, pointer), Behavior.ISOLATED));
                }
            }
            case "Split" -> split(step, pointer);
            case "Digits" ->
                splits.add(new Split(
                        compile(step.path("individual_digits").asBoolean() ? "\\p{N}" : "\\p{N}+", pointer),
                        Behavior.ISOLATED));
            case "Punctuation" ->
                splits.add(new Split(
                        compile("[\\p{P}!-/:-@\\[-`{-~]", pointer),
                        behavior(step.path("behavior").asText("Isolated"), pointer)));
            case "Metaspace" -> metaspace(step, pointer);
            default -> throw json.refused(pointer + "/type", type(step) + " is not supported");
        }
    }

    private void split(JsonNode step, String pointer) {
        String behavior = step.path("behavior").asText();
        Split split = new Split(pattern(step.path("pattern"), pointer + "/pattern"), Behavior.ISOLATED);
        if (step.path("invert").asBoolean()) {
            // Such files keep the matches and drop the rest; with a published expression there is no rest.
            if (!behavior.equals("Removed") || PublishedPatterns.splitter(List.of(split.expression())) == null) {
                throw json.refused(pointer + "/invert", "is not supported");
            }
            behavior = "Isolated";
        }
        splits.add(new Split(split.pattern(), behavior(behavior, pointer)));
    }

    private void metaspace(JsonNode step, String pointer) {
        String sign = step.path("replacement").asText();
        String scheme =
                step.path("prepend_scheme").asText(step.path("add_prefix_space").asBoolean(true) ? "always" : "never");
        if (!splits.isEmpty() || sign.codePointCount(0, sign.length()) != 1) {
            throw json.refused(pointer, "expected the first pre-tokenizer, with one character as replacement");
        }
        changes.add(new TextChange.Replace(Pattern.compile(" ", Pattern.LITERAL), sign));
        if (!scheme.equals("never")) {
            changes.add(new TextChange.Prepend(sign, false));
        }
        if (step.path("split").asBoolean(true)) {
            splits.add(new Split(Pattern.compile(Pattern.quote(sign)), Behavior.MERGED_WITH_NEXT));
        }
    }

    private Behavior behavior(String behavior, String pointer) {
        return switch (behavior) {
            case "Isolated" -> Behavior.ISOLATED;
            case "MergedWithPrevious" -> Behavior.MERGED_WITH_PREVIOUS;
            case "MergedWithNext" -> Behavior.MERGED_WITH_NEXT;
            default -> throw json.refused(pointer + "/behavior", behavior + " is not supported");
        };
    }

    private Pattern pattern(JsonNode pattern, String pointer) {
        if (pattern.has("String")) {
            return Pattern.compile(pattern.get("String").asText(), Pattern.LITERAL);
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
        if (REPEATED.matcher(expression).find()) {
            throw json.refused(pointer, "{m,n}+ is not supported: it repeats here, and is possessive elsewhere");
        }
        try {
            return Pattern.compile(expression, FLAGS);
        } catch (PatternSyntaxException e) {
            throw json.refused(pointer, String.valueOf(e.getMessage()));
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
