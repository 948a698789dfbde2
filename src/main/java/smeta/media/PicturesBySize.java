package smeta.media;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's table: GPT Image by quality and size (272 to 6,240), Gemini 3 by resolution (1,120 and 2,000). Sources of
 * the numbers: the catalogue.
 *
 * @param table  label, such as {@code 1024x1024 high} → tokens
 * @param unsaid the label that the vendor takes where the request says nothing, as published; null if it decides
 * @param usual  the label that is likely where the vendor decides; null for the dearest
 */
record PicturesBySize(
        Map<String, Long> table,
        @Nullable String unsaid,
        @Nullable String usual) implements PictureRule {
    static final String NAME = "by-size";
    private static final Set<String> WORDS = Set.of("unsaid", "usual");

    static PicturesBySize from(Parameters p, Map<String, String> given) {
        Map<String, Long> table = new LinkedHashMap<>();
        for (String label : new TreeMap<>(given).keySet()) {
            if (!WORDS.contains(label)) {
                table.put(label, p.whole(label));
            }
        }
        if (table.isEmpty()) {
            p.defect("missing the sizes, expected for instance '1024x1024 high: 4160'");
        }
        List<String> labels = new ArrayList<>(table.keySet());
        return new PicturesBySize(table, label(p, "unsaid", labels), label(p, "usual", labels));
    }

    private static @Nullable String label(Parameters p, String name, List<String> labels) {
        String found = p.given(name);
        return found == null ? null : p.word(name, found, labels);
    }

    @Override
    public Measured measure(PictureFacts picture) {
        List<String> fitting = PictureLabels.matching(table.keySet(), picture.size(), picture.quality());
        if (fitting.isEmpty()) {
            return spanned(List.copyOf(table.keySet()), "no tokens are published for that size", false);
        }
        Long alone = unsaid == null ? null : table.get(unsaid);
        if (unsaid != null && alone != null && picture.size() == null && picture.quality() == null) {
            return Measured.exact(alone, unsaid);
        }
        return spanned(fitting, String.join(" or ", fitting), true);
    }

    private Measured spanned(List<String> labels, String how, boolean bounded) {
        long low = labels.stream().mapToLong(table::get).min().orElseThrow();
        long high = labels.stream().mapToLong(table::get).max().orElseThrow();
        long likely = usual != null && labels.contains(usual) ? table.getOrDefault(usual, high) : high;
        return bounded ? Measured.between(low, likely, high, how) : Measured.unbounded(low, likely, high, how);
    }

    @Override
    public Description describe() {
        return Description.of(
                NAME,
                "By size and quality: " + new TreeMap<>(table) + ".",
                "the table's number; between its least and its most where the vendor chooses",
                "the vendor's page on generating pictures, given with the numbers in the catalogue",
                "2026-11-22");
    }
}
