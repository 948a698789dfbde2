package smeta.bench;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Texts at random, each with its own generator, so that it doesn't depend on which others are made. */
final class Noise {
    private static final List<String> BLANKS = List.of(" ", "    ", "\n", "\t", "\n\n", "\r\n", "x ");

    private Noise() {}

    static Map<String, Supplier<Corpus>> corpora() {
        Map<String, Function<Random, String>> all = new LinkedHashMap<>();
        all.put("digits", random -> random.nextInt(100_000) + (random.nextBoolean() ? " " : ", "));
        all.put("emoji", random -> Character.toString(0x1F600 + random.nextInt(80)));
        all.put("base64", Noise::base64);
        all.put("white-space", random -> BLANKS.get(random.nextInt(BLANKS.size())).repeat(1 + random.nextInt(6)));
        all.put("random-code-points", random -> point(random.nextInt(0x110000)));
        all.put("random-hanzi", Noise::hanzi);
        all.put("random-letters", Noise::letter);
        Map<String, Supplier<Corpus>> corpora = new LinkedHashMap<>();
        all.forEach((name, next) -> corpora.put(name, () -> {
            Random random = new Random(Corpora.SEED);
            return Corpus.of(name, "random", Stream.generate(() -> next.apply(random)));
        }));
        return corpora;
    }

    static String hanzi(Random random) {
        return Character.toString(0x4E00 + random.nextInt(0x5000));
    }

    static String letter(Random random) {
        return Character.toString('a' + random.nextInt(26));
    }

    private static String point(int point) {
        return Character.toString(point >= 0xD800 && point < 0xE000 ? 0xFFFD : point);
    }

    /** Without padding: pieces are one long text. */
    private static String base64(Random random) {
        byte[] bytes = new byte[3000];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
