package smeta.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Inputs that are hard for one or another algorithm. */
public final class Pathological {
    private static final String[] REPEATED = {
        "a", "A", " ", "\n", "-", "!", "哈", "я", "\u200d", "😀", "\t\n", "/\n", "'s", "7", "ab"};

    private Pathological() {}

    /** By name, each of n UTF-16 units or one less. */
    public static Map<String, String> of(int n) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String part : REPEATED) {
            all.put(name(part), part.repeat(n / part.length()));
        }
        Random random = new Random(Corpora.SEED);
        all.put("spaces, then x", " ".repeat(n - 1) + "x");
        all.put("a and marks", "a" + "\u0301".repeat(n - 1));
        all.put("random letters", repeat(n, () -> Noise.letter(random)));
        all.put("random Hanzi", repeat(n, () -> Noise.hanzi(random)));
        all.put("random marks", repeat(n, () -> Character.toString(0x300 + random.nextInt(0x70))));
        return all;
    }

    private static String name(String part) {
        StringBuilder name = new StringBuilder();
        part.codePoints().forEach(c ->
                name.append(c > 32 && c < 127 ? Character.toString(c) : String.format("U+%04X", c)));
        return name.toString();
    }

    private static String repeat(int n, Supplier<String> next) {
        StringBuilder text = new StringBuilder(n);
        while (text.length() < n) {
            text.append(next.get());
        }
        return text.toString();
    }
}
