package smeta.name;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.compiled.ShippedCatalogue;
import smeta.catalogue.wide.WideRows;
import smeta.token.Tokenizers;

/**
 * How much of a processor resolving one name takes, for names that mean nothing and for the shapes that walk the most
 * rules. The thread's own time is taken, so that a busy machine doesn't matter.
 */
public final class Resolving {
    private static final int NAMES = 2_000;
    private static final int ROUNDS = 40;
    private static final Random RANDOM = new Random(20_261_128);

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private Resolving() {}

    public static void main(String[] arguments) {
        Catalogue catalogue = ShippedCatalogue.read(ShippedCatalogue.KILO, Tokenizers.bundled().names())
                .with(WideRows.bundled());
        CatalogueNames names = CatalogueNames.of(catalogue, null);
        System.out.println("| names of 200 characters | µs each, best round | median round |");
        System.out.println("|---|---|---|");
        measure(names, "letters", () -> text("abcdefghijklmnopqrstuvwxyz"));
        measure(names, "letters and digits", () -> text("abcdefghijklmnopqrstuvwxyz0123456789"));
        measure(names, "printable ASCII", () -> text(ascii()));
        measure(names, "letters and separators", () -> text("abcde-_.:/@ "));
        measure(names, "digits and separators", () -> text("0123456789-_.:/@ "));
        measure(names, "any character", Resolving::anything);
        measure(names, "slashes", () -> "a/".repeat(100));
        measure(names, "openai/ again and again", () -> "openai/".repeat(28) + text("abcd").substring(0, 4));
        measure(names, "openrouter/openai/ and letters", () -> "openrouter/openai/" + text("abcdefgh").substring(18));
        measure(names, "gpt-4o and words", () -> "gpt-4o-" + text("abcdefgh-").substring(7));
        measure(names, "claude and dates", () -> ("claude-" + "2024-08-06-".repeat(20)).substring(0, 200));
        measure(names, "ft: and words", () -> "ft:gpt-4o:" + text("abcdefgh:").substring(10));
        measure(names, "endings", () -> "gpt-4o" + ":free".repeat(38));
        measure(names, "a path", () -> "projects/p/locations/l/publishers/google/models/" + text("abcdefgh-").substring(48));
    }

    private static void measure(CatalogueNames names, String what, Supplier<String> name) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < NAMES; i++) {
            all.add(name.get());
        }
        long[] rounds = new long[ROUNDS];
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long began = CLOCK.getCurrentThreadCpuTime();
            for (String one : all) {
                found += names.find(one, null).isPresent() ? 1 : 0;
            }
            rounds[round] = CLOCK.getCurrentThreadCpuTime() - began;
        }
        Arrays.sort(rounds);
        System.out.printf(Locale.ROOT, "| %s%s | %.1f | %.1f |%n", what, found > 0 ? " (some mean a model)" : "",
                rounds[0] / 1e3 / NAMES, rounds[ROUNDS / 2] / 1e3 / NAMES);
    }

    private static String text(String letters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append(letters.charAt(RANDOM.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static String anything() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append((char) RANDOM.nextInt(0xd800));
        }
        return text.toString();
    }

    private static String ascii() {
        StringBuilder all = new StringBuilder();
        for (char c = '!'; c <= '~'; c++) {
            all.append(c);
        }
        return all.toString();
    }
}
