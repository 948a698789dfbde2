package smeta.token.split;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.token.table.CharacterClasses;

/**
 * The published splitting expressions that a hand-written splitter stands for, as {@code tokenizer.json} files have
 * them.
 */
public final class PublishedPatterns {
    /** What GPT-2 and those that follow it split by. */
    public static final String GPT2 =
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

    private static final String CONTRACTION = "(?i:'s|'t|'re|'ve|'m|'ll|'d)";
    private static final String LINES = "|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
    private static final String CL100K =
            CONTRACTION + "|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}DIGITS| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*" + LINES;
    /** Qwen 3.5's. */
    private static final String MARKS =
            CONTRACTION + "|[^\\r\\n\\p{L}\\p{N}]?[\\p{L}\\p{M}]+|\\p{N}| ?[^\\s\\p{L}\\p{M}\\p{N}]+[\\r\\n]*" + LINES;

    private static final String O200K = "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*"
            + "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+ENDING|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+"
            + "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*ENDING|\\p{N}DIGITS| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*" + LINES;
    private static final List<String> DEEPSEEK = List.of(
            "\\p{N}{1,3}",
            "[一-龥぀-ゟ゠-ヿ]+",
            "[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~][A-Za-z]+|[^\\r\\n\\p{L}\\p{P}\\p{S}]?[\\p{L}\\p{M}]+"
                    + "| ?[\\p{P}\\p{S}]+[\\r\\n]*" + LINES);
    private static final Map<List<String>, Splitter> SPLITTERS = splitters();

    /**
     * Other ways to write a part. A possessive quantifier changes nothing where what follows can't match what it would
     * give back, nor does the second + of {@code \s*[\r\n]+}, since the run before it takes all lines but the last.
     */
    private static final String[][] NOTATIONS = {
        {"\r", "\\r"},
        {"\n", "\\n"},
        {"'(?i:[sdmt]|ll|ve|re)|", CONTRACTION + "|"},
        {"'(?:[sdmt]|ll|ve|re)|", "'s|'t|'re|'ve|'m|'ll|'d|"},
        {"[^\\r\\n\\p{L}\\p{N}]?+\\p{L}", "[^\\r\\n\\p{L}\\p{N}]?\\p{L}"},
        {"\\p{L}++|", "\\p{L}+|"},
        {" ?\\p{N}++|", " ?\\p{N}+|"},
        {"[^\\s\\p{L}\\p{N}]++", "[^\\s\\p{L}\\p{N}]+"},
        {"|\\s*[\\r\\n]|", "|\\s*[\\r\\n]+|"}
    };

    private PublishedPatterns() {}

    private static Map<List<String>, Splitter> splitters() {
        Map<List<String>, Splitter> all = new HashMap<>();
        for (int digits : new int[] {1, 2, 3}) {
            String cl100k = CL100K.replace("DIGITS", quantifier(digits));
            String o200k = O200K.replace("DIGITS", quantifier(digits));
            all.put(List.of(cl100k), new Cl100kSplitter(digits));
            all.put(List.of(o200k.replace("ENDING", CONTRACTION + "?")), new O200kSplitter(digits, true));
            all.put(List.of(o200k.replace("ENDING", "")), new O200kSplitter(digits, false));
        }
        all.put(List.of(MARKS), new Cl100kSplitter(1, CharacterClasses.MARK));
        all.put(List.of(GPT2), new Gpt2Splitter());
        all.put(List.of("\\p{N}", GPT2), new Gpt2Splitter(true));
        all.put(DEEPSEEK, new DeepSeekSplitter());
        return all;
    }

    private static String quantifier(int digits) {
        return digits == 1 ? "" : "{1," + digits + "}";
    }

    /**
     * The splitter that does what these expressions do, one after another, each match a piece; {@code null} if none
     * does.
     */
    public static @Nullable Splitter splitter(List<String> expressions) {
        return SPLITTERS.get(expressions.stream().map(PublishedPatterns::usual).toList());
    }

    private static String usual(String expression) {
        String usual = expression;
        for (String[] notation : NOTATIONS) {
            usual = usual.replace(notation[0], notation[1]);
        }
        return usual.endsWith("|\\s+(?!\\S)|\\s") ? usual + "+" : usual;
    }
}
