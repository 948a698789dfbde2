package smeta.token.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smeta.token.split.Cl100kSplitter;
import smeta.token.split.Gpt2Splitter;
import smeta.token.split.O200kSplitter;
import smeta.token.split.Splitter;
import smeta.token.table.BundledTables;
import smeta.token.table.VocabularyTables;

/** Which counter a text gets, and that both kinds give the same. */
class IdleCountersTest {
    private static final Map<String, Splitter> SPLITTERS = Map.of(
            "o200k_base", new O200kSplitter(),
            "cl100k_base", new Cl100kSplitter(3),
            "p50k_base", new Gpt2Splitter(),
            "r50k_base", new Gpt2Splitter(),
            "qwen", new Cl100kSplitter(1));

    /** Letters of many alphabets, marks, ideographs, kana, Hangul, signs, spaces, digits and emoji. */
    private static final String[] WORDS = {
        "the",
        "uncharacteristically",
        "HTTPServer",
        "don't",
        "Предусмотрительность",
        "и",
        "ελληνικά",
        "שלום",
        "العربية",
        "हिन्दी",
        "ไทยแลนด์",
        "反映了",
        "日本語で",
        "한국어",
        "1234567",
        "::",
        "//",
        "    ",
        "\n\n",
        "\t",
        "🙂",
        "e\u0301",
        "\u2014",
        "ß",
        "ñandú"
    };

    private final VocabularyTables tables = BundledTables.of("o200k_base");
    private final IdleCounters counters = new IdleCounters(tables);

    @ParameterizedTest
    @ValueSource(strings = {"o200k_base", "cl100k_base", "p50k_base", "r50k_base", "qwen"})
    void both_kinds_count_the_same(String name) {
        VocabularyTables tables = BundledTables.of(name);
        Splitter splitter = SPLITTERS.get(name);
        BytePairVocabulary vocabulary = new BytePairVocabulary(name, tables, splitter, false);
        PlainCounter plain = new PlainCounter(tables);
        TokenCounter remembering = new TokenCounter(tables.tokens(), new Merger(tables));
        Random random = new Random(20261129);
        for (int i = 0; i < 4000; i++) {
            StringBuilder text = new StringBuilder();
            for (int words = random.nextInt(12); words >= 0; words--) {
                text.append(random.nextBoolean() ? " " : "").append(WORDS[random.nextInt(WORDS.length)]);
            }
            byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
            int tokens = vocabulary.encode(utf8, splitter).size();
            assertThat(plain.count(utf8, splitter, Long.MAX_VALUE))
                    .as("%s", text)
                    .isEqualTo(tokens);
            assertThat(remembering.count(utf8, splitter, Long.MAX_VALUE))
                    .as("%s", text)
                    .isEqualTo(tokens);
            int limit = random.nextInt(tokens + 2);
            long found = plain.count(utf8, splitter, limit);
            assertThat(found > limit).as("%s up to %d", text, limit).isEqualTo(tokens > limit);
            assertThat(tokens > limit || found == tokens)
                    .as("%s up to %d", text, limit)
                    .isTrue();
        }
    }

    @Test
    void a_few_prompts_are_counted_without_a_memory_of_pieces_and_more_text_with_one() {
        TextCounter first = counters.take(1000);
        assertThat(first).isInstanceOf(PlainCounter.class);
        first.count(new byte[1000], SPLITTERS.get("o200k_base"), Long.MAX_VALUE);
        counters.giveBack(first);
        assertThat(counters.take(64_000)).as("64,000 bytes more fit").isSameAs(first);
        counters.giveBack(first);
        TextCounter second = counters.take(65_000);
        assertThat(second).as("65,000 bytes more don't").isInstanceOf(TokenCounter.class);
        counters.giveBack(second);
        assertThat(counters.take(10)).isSameAs(second);
    }

    @Test
    void who_finds_none_idle_takes_a_plain_one_which_drives_no_other_out() {
        TextCounter remembering = counters.take(100_000);
        assertThat(remembering).isInstanceOf(TokenCounter.class);
        int places = Math.min(8, Runtime.getRuntime().availableProcessors());
        TextCounter[] others = new TextCounter[places];
        for (int i = 0; i < places; i++) {
            others[i] = counters.take(10);
            assertThat(others[i]).isInstanceOf(PlainCounter.class);
        }
        for (TextCounter other : others) {
            counters.giveBack(other);
        }
        counters.giveBack(remembering);
        assertThat(counters.take(10)).as("in place of a plain one").isSameAs(remembering);
        counters.giveBack(new PlainCounter(tables));
        counters.giveBack(remembering);
        assertThat(counters.take(10)).isSameAs(remembering);
    }
}
