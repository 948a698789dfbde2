package smeta.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LetterGroupsTest {
    private static Set<String> cut(String text) {
        String padded = "  " + text + " ";
        Set<String> groups = new LinkedHashSet<>();
        for (int i = 0; i + 3 <= padded.length(); i++) {
            groups.add(padded.substring(i, i + 3));
        }
        return groups;
    }

    private static String text(long group) {
        return "" + (char) (group >> 32) + (char) (group >> 16) + (char) group;
    }

    @Test
    void a_texts_groups_are_its_neighbouring_letters_and_blank_ends() {
        for (String text : List.of("", "a", "gpt-4o", "ааааа", "\ud83d\ude00x")) {
            assertThat(LetterGroups.of(text)).hasSize(cut(text).size());
            assertThat(java.util.Arrays.stream(LetterGroups.of(text)).mapToObj(LetterGroupsTest::text))
                    .containsExactlyElementsOf(cut(text));
        }
    }

    @Test
    void the_index_names_the_texts_that_have_a_group() {
        Random random = new Random(3);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            texts.add(random.ints(random.nextInt(20), 'a', 'z')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        LetterGroups groups = new LetterGroups(texts);

        for (String asked : List.of("abcdef", "zzz", texts.get(5), "")) {
            for (long group : LetterGroups.of(asked)) {
                assertThat(groups.having(group))
                        .isEqualTo(IntStream.range(0, texts.size())
                                .filter(i -> cut(texts.get(i)).contains(text(group)))
                                .toArray());
            }
        }
    }
}
