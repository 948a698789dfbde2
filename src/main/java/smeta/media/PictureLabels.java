package smeta.media;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds, among labels such as {@code 1024x1536 high} or {@code 1K/2K}, those that a request may mean. A picture costs
 * the same upright and lying, so {@code 1536x1024} is {@code 1024x1536}, unless the list has both.
 */
public final class PictureLabels {
    private PictureLabels() {}

    /**
     * The labels that no said word contradicts, in their order.
     *
     * @return none if the labels do not know a word that was said
     */
    public static List<String> matching(Collection<String> labels, @Nullable String size, @Nullable String quality) {
        Set<String> known = new TreeSet<>();
        labels.forEach(label -> known.addAll(words(label)));
        List<String> asked = new ArrayList<>();
        for (String said : new String[] {size, quality}) {
            String word = said == null ? "auto" : said.toLowerCase(Locale.ROOT);
            if (!word.equals("auto")) {
                asked.add(known.contains(word) ? word : turned(word));
            }
        }
        return labels.stream().filter(label -> words(label).containsAll(asked)).toList();
    }

    private static List<String> words(String label) {
        return List.of(label.toLowerCase(Locale.ROOT).split("[ /]+"));
    }

    private static String turned(String size) {
        String[] sides = size.split("x", -1);
        return sides.length == 2 ? sides[1] + "x" + sides[0] : size;
    }
}
