package smeta.token.fit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import smeta.token.Tokenizer;

/**
 * Reads the fitted models from the class path: {@code /estimates/o200k.tsv} holds what all families share and their
 * names, {@code /estimates/<family>.tsv} a family's numbers, its reference and its date. Method and coverage are in
 * docs/estimates.md.
 */
public final class FittedFamilies {
    /** What all families share. */
    private record Shared(long[] expected, long[] sizes) {}

    private @Nullable Shared shared;

    /**
     * The estimated families by name, each read when it is first asked for.
     *
     * @param o200k the vocabulary that the estimates are made from
     */
    public static Map<String, Supplier<Tokenizer>> tokenizers(Supplier<Tokenizer> o200k) {
        FittedFamilies fitted = new FittedFamilies();
        TextMeasure measure = new TextMeasure(o200k);
        Map<String, Supplier<Tokenizer>> tokenizers = new LinkedHashMap<>();
        for (String name : fitted.families()) {
            tokenizers.put(name, () -> new EstimatedTokenizer(name, measure, fitted.of(name)));
        }
        return tokenizers;
    }

    /** The names of the families that can be estimated. */
    List<String> families() {
        List<String> families = new ArrayList<>();
        lines("o200k", fields -> {
            if (fields[0].equals("family")) {
                families.add(fields[1]);
            }
        });
        return List.copyOf(families);
    }

    private synchronized Shared shared() {
        if (shared == null) {
            long[] expected = new long[TextFeatures.COUNT];
            List<Long> sizes = new ArrayList<>();
            lines("o200k", fields -> {
                if (fields[0].equals("expected")) {
                    expected[column(fields[1])] = Long.parseLong(fields[2]);
                } else if (fields[0].equals("sizes")) {
                    Arrays.stream(fields).skip(1).forEach(size -> sizes.add(Long.parseLong(size)));
                }
            });
            shared = new Shared(
                    expected, sizes.stream().mapToLong(Long::longValue).toArray());
        }
        return shared;
    }

    FittedEstimate of(String family) {
        long[] sizes = shared().sizes();
        long[] shares = new long[CharacterGroup.values().length];
        long[] extras = new long[LatinExtra.values().length];
        long[] columns = new long[TextFeatures.COUNT];
        int[][][] bounds = new int[TextKind.values().length][][];
        lines(family, fields -> {
            switch (fields[0]) {
                case "share" -> shares[CharacterGroup.valueOf(upper(fields[1])).ordinal()] = Long.parseLong(fields[2]);
                case "extra" -> extras[LatinExtra.valueOf(upper(fields[1])).ordinal()] = Long.parseLong(fields[2]);
                case "column" -> columns[column(fields[1])] = Long.parseLong(fields[2]);
                case "bounds" -> bounds[TextKind.valueOf(upper(fields[1])).ordinal()] = bounds(fields, sizes.length);
                default -> {}
            }
        });
        if (Arrays.asList(bounds).contains(null)) {
            throw new IllegalStateException("/estimates/" + family + ".tsv has no bounds for some kind of text");
        }
        return new FittedEstimate(shared().expected(), shares, extras, columns, sizes, bounds);
    }

    private static int[][] bounds(String[] fields, int sizes) {
        int[][] bounds = new int[sizes][];
        for (int size = 0; size < bounds.length; size++) {
            String[] pair = fields[size + 2].split(" ");
            bounds[size] = new int[] {Integer.parseInt(pair[0]), Integer.parseInt(pair[1])};
        }
        return bounds;
    }

    private static int column(String name) {
        return switch (name) {
            case "words" -> TextFeatures.WORDS;
            case "camel" -> TextFeatures.CAMEL;
            case "th" -> TextFeatures.TH;
            case "umlauts" -> TextFeatures.UMLAUTS;
            case "acutes" -> TextFeatures.ACUTES;
            case "digitruns" -> TextFeatures.DIGIT_RUNS;
            case "punctruns" -> TextFeatures.PUNCT_RUNS;
            case "spaceruns" -> TextFeatures.SPACE_RUNS;
            case "runspaces" -> TextFeatures.RUN_SPACES;
            case "newlineruns" -> TextFeatures.NEWLINE_RUNS;
            case "texts" -> TextFeatures.TEXTS;
            case "contractions" -> TextFeatures.CONTRACTIONS;
            case "apostrophes" -> TextFeatures.APOSTROPHES;
            case "rank2k" -> TextFeatures.RANKS;
            case "rank10k" -> TextFeatures.RANKS + 1;
            case "rank30k" -> TextFeatures.RANKS + 2;
            case "rank60k" -> TextFeatures.RANKS + 3;
            case "rank100k" -> TextFeatures.RANKS + 4;
            case "rankbeyond" -> TextFeatures.RANKS + 5;
            default -> CharacterKind.valueOf(upper(name)).ordinal();
        };
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static void lines(String name, Consumer<String[]> line) {
        String resource = "/estimates/" + name + ".tsv";
        try (InputStream in = FittedFamilies.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the data file " + resource + " is not in the program");
            }
            BufferedReader texts = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String text = texts.readLine(); text != null; text = texts.readLine()) {
                if (!text.isBlank() && !text.startsWith("#")) {
                    line.accept(text.split("\t"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
