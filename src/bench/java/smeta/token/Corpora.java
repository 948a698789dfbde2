package smeta.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Texts to count: those of a directory ({@code *.txt}), or made here from what every JDK has (CLDR's names in many
 * languages), from this project's own sources, and at random. The same seed makes the same texts on the same JDK.
 */
final class Corpora {
    private static final int LENGTH = 1_000_000;
    private final Random random = new Random(20261122);

    Map<String, String> all(Path directory) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        if (directory != null) {
            for (Path file : list(directory, ".txt")) {
                String text = Files.readString(file);
                all.put(file.getFileName().toString().replace(".txt", ""), text.substring(0, Math.min(text.length(), 2 * LENGTH)));
            }
        } else {
            for (String language : new String[] {"en", "ru", "zh", "ja", "de", "ar", "hi"}) {
                List<String> names = names(Locale.forLanguageTag(language));
                all.put("names " + language, fill(() -> names.get(random.nextInt(names.size())) + (random.nextInt(9) == 0 ? ".\n" : " ")));
            }
            String java = sources(Path.of("src"));
            all.put("java", java.repeat(1 + LENGTH / java.length()).substring(0, LENGTH));
            List<String> words = names(Locale.ENGLISH);
            all.put("python", fill(() -> python(words)));
            all.put("json", fill(() -> json(words)));
        }
        all.put("digits", fill(() -> random.nextInt(100_000) + (random.nextBoolean() ? " " : ", ")));
        all.put("emoji", fill(() -> Character.toString(0x1F600 + random.nextInt(80))));
        all.put("base64", Base64.getEncoder().encodeToString(bytes(LENGTH * 3 / 4)));
        all.put("white space", fill(() -> List.of(" ", "    ", "\n", "\t", "\n\n", "\r\n", "x ").get(random.nextInt(7))
                .repeat(1 + random.nextInt(6))));
        all.put("random code points", fill(() -> Character.toString(point(0x110000))));
        all.put("random Hanzi", fill(() -> Character.toString(0x4E00 + random.nextInt(0x5000))));
        all.put("random letters", fill(() -> Character.toString('a' + random.nextInt(26))));
        return all;
    }

    /** Inputs that are hard for one or another algorithm, of n characters. */
    Map<String, String> pathological(int n) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String part : new String[] {"a", "A", " ", "\n", "-", "!", "哈", "я", "\u200d", "😀", "\t\n", "/\n", "'s", "7", "ab"}) {
            all.put(part.codePoints().mapToObj(c -> c > 32 && c < 127 ? Character.toString(c) : String.format("U+%04X", c))
                    .reduce("", (a, b) -> a + b), part.repeat(n / part.length()));
        }
        all.put("spaces, then x", " ".repeat(n - 1) + "x");
        all.put("a and marks", "a" + "\u0301".repeat(n - 1));
        all.put("random letters", make(n, () -> Character.toString('a' + random.nextInt(26))));
        all.put("random Hanzi", make(n, () -> Character.toString(0x4E00 + random.nextInt(0x5000))));
        all.put("random marks", make(n, () -> Character.toString(0x300 + random.nextInt(0x70))));
        return all;
    }

    private String fill(Supplier<String> next) {
        return make(LENGTH, next);
    }

    private static String make(int length, Supplier<String> next) {
        StringBuilder text = new StringBuilder(length + 100);
        while (text.length() < length) {
            text.append(next.get());
        }
        return text.toString();
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private int point(int limit) {
        int point = random.nextInt(limit);
        return point >= 0xD800 && point < 0xE000 ? 0xFFFD : point;
    }

    private static List<String> names(Locale locale) {
        List<String> names = new ArrayList<>();
        for (Locale each : Locale.getAvailableLocales()) {
            names.add(each.getDisplayName(locale));
        }
        for (String country : Locale.getISOCountries()) {
            names.add(new Locale("", country).getDisplayCountry(locale));
        }
        for (String[] zone : DateFormatSymbols.getInstance(locale).getZoneStrings()) {
            names.add(zone[1]);
            names.add(zone[3]);
        }
        java.util.Currency.getAvailableCurrencies().forEach(currency -> names.add(currency.getDisplayName(locale)));
        names.sort(null);
        return names;
    }

    private String word(List<String> words) {
        return words.get(random.nextInt(words.size())).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
    }

    private String python(List<String> words) {
        String name = word(words);
        return "def " + name + "(self, " + word(words) + "=" + random.nextInt(1000) + "):\n    if " + name + " is not None:\n"
                + "        return [x ** 2 for x in self." + word(words) + "[" + random.nextInt(9) + ":]]\n    # " + word(words) + "\n\n";
    }

    private String json(List<String> words) {
        return "{\"id\": " + random.nextInt() + ", \"" + word(words) + "\": \"" + words.get(random.nextInt(words.size()))
                + "\", \"price\": " + random.nextInt(10_000) / 100.0 + ", \"tags\": [\"" + word(words) + "\", null, true]},\n  ";
    }

    private static String sources(Path root) {
        StringBuilder all = new StringBuilder();
        for (Path file : list(root, ".java")) {
            try {
                all.append(Files.readString(file));
            } catch (MalformedInputException e) {
                throw new IllegalStateException("expected UTF-8 in " + file, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.toString();
    }

    private static List<Path> list(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
