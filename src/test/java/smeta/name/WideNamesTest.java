package smeta.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smeta.name.WideNames.FoundBy;

class WideNamesTest {
    /** A thousand names of few words, so that many are spelled alike. */
    private static final List<SpelledName> NAMES = names(new Random(7));

    private static List<SpelledName> names(Random random) {
        List<SpelledName> names = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            String plain = "m " + random.nextInt(90);
            String seller = "s" + i / 100;
            names.add(new SpelledName(
                    seller, "модель-%04d".formatted(i), random.nextBoolean() ? plain : "maker " + plain, plain));
        }
        return names;
    }

    private static byte[] content() {
        StringBuilder text = new StringBuilder("{}\n");
        NAMES.forEach(n -> text.append(String.join(
                        "\t",
                        n.seller(),
                        n.id(),
                        n.whole(),
                        n.plain().equals(n.whole()) ? "" : n.plain(),
                        "{\"of\":\"" + n.id() + "\"}"))
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int[] lookedThrough(FoundBy spelling, String text) {
        return IntStream.range(0, NAMES.size())
                .filter(i -> spelling.of(NAMES.get(i)).equals(text))
                .toArray();
    }

    @Test
    void every_spelling_finds_the_lines_that_looking_through_all_finds() {
        WideNames names = WideNames.of(content());

        assertThat(names.size()).isEqualTo(1000);
        for (int i = 0; i < NAMES.size(); i++) {
            assertThat(names.name(i)).isEqualTo(NAMES.get(i));
            assertThat(names.rest(i)).isEqualTo("{\"of\":\"" + NAMES.get(i).id() + "\"}");
            assertThat(names.find(NAMES.get(i).key())).isEqualTo(i);
            for (FoundBy spelling : FoundBy.values()) {
                String text = spelling.of(NAMES.get(i));
                assertThat(names.all(spelling, text)).isEqualTo(lookedThrough(spelling, text));
            }
        }
        assertThat(names.find("s1/none")).isEqualTo(-1);
        assertThat(names.find("S1/модель-0100")).isEqualTo(-1);
        assertThat(names.all(FoundBy.KEY, "s1/модель-0100")).containsExactly(100);
        assertThat(names.ofSeller("s3")).hasSize(100).startsWith(300);
        assertThat(names.ofSeller("s")).isEmpty();
        assertThat(names.ofSeller("t")).isEmpty();
    }

    @Test
    void tables_that_were_kept_serve_as_those_that_are_made() {
        WideNames made = WideNames.of(content());
        WideNames kept = WideNames.of(content(), made.tables());

        assertThat(kept.tables()).isEqualTo(made.tables());
        NAMES.forEach(name -> assertThat(kept.find(name.key())).isEqualTo(made.find(name.key())));
    }

    @Test
    void tables_of_another_list_do_not_fit() {
        byte[] tables = WideNames.of(content()).tables();
        byte[] other = content();
        other[other.length - 5]++;

        assertThat(WideNames.fit(content(), tables)).isTrue();
        assertThat(WideNames.fit(other, tables)).isFalse();
        assertThat(WideNames.fit(content(), new byte[0])).isFalse();
        assertThatThrownBy(() -> WideNames.of(other, tables)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_list_may_be_empty() {
        WideNames none = WideNames.of("{}\n".getBytes(StandardCharsets.UTF_8));

        assertThat(none.size()).isZero();
        assertThat(none.find("a/b")).isEqualTo(-1);
        assertThat(none.ofSeller("a")).isEmpty();
    }
}
