package smeta.token.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.token.Precision;
import smeta.token.Text;
import smeta.token.TokenCount;
import smeta.token.Tokenizer;
import smeta.token.Tokenizers;
import smeta.token.Vocabulary;

class EstimatedTokenizerTest {
    private static final Tokenizers TOKENIZERS = Tokenizers.bundled();
    private static final EstimateFixture FIXTURE = EstimateFixture.read();

    static Stream<String> measured() {
        return FIXTURE.families().stream();
    }

    static Stream<String> all() {
        return new FittedFamilies().families().stream();
    }

    private static Tokenizer tokenizer(String family) {
        return TOKENIZERS.find(family).orElseThrow();
    }

    @Test
    void the_families_of_the_catalogue_are_there() {
        assertThat(new FittedFamilies().families())
                .contains(
                        "llama-2",
                        "llama-3",
                        "mistral-v1",
                        "mistral-nemo",
                        "gemma-2",
                        "gemma-3",
                        "gemma-4",
                        "deepseek-v3",
                        "baichuan-2",
                        "chatglm-3",
                        "yi",
                        "claude-3",
                        "claude-4.7",
                        "qwen-3.5",
                        "minimax",
                        "spark",
                        "ernie",
                        "unpublished");
    }

    @ParameterizedTest
    @MethodSource("measured")
    void low_to_high_contains_the_family_s_own_count_in_95_percent_of_unseen_texts(String family) {
        long inside = FIXTURE.rows().stream()
                .filter(row -> {
                    TokenCount count = tokenizer(family).count(row.text());
                    long truth = row.tokens().get(family);
                    return count.low() <= truth && truth <= count.high();
                })
                .count();
        assertThat(inside * 100).isGreaterThanOrEqualTo(FIXTURE.rows().size() * 95L);
    }

    @ParameterizedTest
    @MethodSource("measured")
    void half_of_the_unseen_texts_are_likely_within_8_percent(String family) {
        double[] errors = FIXTURE.rows().stream()
                .filter(row -> row.tokens().get(family) >= 8)
                .mapToDouble(row -> {
                    double truth = row.tokens().get(family);
                    return Math.abs(tokenizer(family).count(row.text()).likely() - truth) / truth;
                })
                .sorted()
                .toArray();
        assertThat(errors).hasSizeGreaterThan(100);
        assertThat(errors[errors.length / 2]).isLessThanOrEqualTo(0.08);
    }

    /** The texts of the fixture as one prompt: errors cancel out, so the sum must be near. */
    @ParameterizedTest
    @MethodSource("measured")
    void the_sum_of_all_texts_is_within_6_percent(String family) {
        long truth = FIXTURE.rows().stream()
                .mapToLong(row -> row.tokens().get(family))
                .sum();
        TokenCount count = tokenizer(family)
                .count(FIXTURE.rows().stream().map(row -> Text.of(row.text())).toList());
        assertThat((double) count.likely()).isCloseTo(truth, within(truth * 0.06));
        assertThat(truth).isBetween(count.low(), count.high());
    }

    @Test
    void features_are_what_the_fitting_script_reads() {
        for (EstimateFixture.Row row : FIXTURE.rows()) {
            assertThat(features(row.text()).columns()).as(row.text()).isEqualTo(row.features());
        }
    }

    private static TextFeatures features(String text) {
        return new TextMeasure(() -> tokenizer("o200k_base"))
                .of(List.of(Text.of(text)))
                .features();
    }

    /** Thousands of tokens make the shares of a part steady: they are those of the whole within a few percent. */
    @Test
    void the_ranks_of_a_long_text_are_seen_in_its_parts() {
        String once = FIXTURE.rows().stream().map(EstimateFixture.Row::text).collect(Collectors.joining("\n"));
        TextFeatures one = features(once);
        assertThat(once.length()).isBetween(5_000, TokenRanks.WHOLE);
        TextFeatures many = features((once + "\n").repeat(40));
        long tokens = TOKENIZERS.vocabulary("o200k_base").orElseThrow().tokens(Text.of((once + "\n").repeat(40)));
        long sum = 0;
        for (int column = TextFeatures.RANKS; column < TextFeatures.COUNT; column++) {
            sum += many.of(column);
            assertThat((double) many.of(column)).isCloseTo(40.0 * one.of(column), withPercentage(15));
        }
        assertThat(sum).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource({"I'm; they've 'd we'll X'S, 4, 0", "zo'n l'eau rock 'n' roll don’t, 0, 3", "it's're 'tis foto's', 3, 0"
    })
    void apostrophes_of_contractions_are_told_from_others(String text, long contractions, long others) {
        TextFeatures features = new TextFeatures().add(text);
        assertThat(features.of(TextFeatures.CONTRACTIONS)).isEqualTo(contractions);
        assertThat(features.of(TextFeatures.APOSTROPHES)).isEqualTo(others);
    }

    @Test
    void the_o200k_count_is_what_the_fitting_script_counts() {
        Vocabulary o200k = TOKENIZERS.vocabulary("o200k_base").orElseThrow();
        for (EstimateFixture.Row row : FIXTURE.rows()) {
            assertThat(o200k.tokens(Text.of(row.text())))
                    .as(row.text())
                    .isEqualTo(row.tokens().get("o200k"));
        }
    }

    /** Google's sample for countTokens prints 10 and 9 for Gemini 1.5, which has Gemma 2's vocabulary. */
    @ParameterizedTest
    @CsvSource({"The quick brown fox jumps over the lazy dog., 10", "Please give a short summary of this file., 9"})
    void the_published_gemini_counts_are_within_gemma_s_bounds(String text, long published) {
        TokenCount count = tokenizer("gemma-2").count(text);
        assertThat(published).isBetween(count.low(), count.high());
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothing_has_no_tokens(String family) {
        assertThat(tokenizer(family).count(List.of()).high()).isZero();
        assertThat(tokenizer(family).count(List.of(Text.of(""), Text.of(""))).high())
                .isZero();
        assertThat(tokenizer(family).precision()).isEqualTo(Precision.ESTIMATED);
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_text_has_at_least_one_token_and_at_most_one_a_byte_and_one_more(String family) {
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            String text = anything(random);
            TokenCount count = tokenizer(family).count(text);
            long bytes = Text.of(text).utf8().length;
            assertThat(count.low()).isBetween(1L, count.likely());
            assertThat(count.high()).isBetween(count.likely(), bytes + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_million_of_one_character_stay_within_the_clamps(String family) {
        for (String one : new String[] {"a", " ", "\n", "哈", "\ud83d"}) {
            String text = one.repeat(100_000);
            TokenCount count = tokenizer(family).count(text);
            assertThat(count.high()).isBetween(count.likely(), text.getBytes(StandardCharsets.UTF_16BE).length * 2L);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void neither_the_order_of_texts_nor_empty_ones_matter(String family) {
        List<Text> texts = new ArrayList<>(FIXTURE.rows().stream()
                .limit(40)
                .map(row -> Text.of(row.text()))
                .toList());
        TokenCount count = tokenizer(family).count(texts);
        Collections.reverse(texts);
        texts.add(7, Text.of(""));
        assertThat(tokenizer(family).count(texts)).isEqualTo(count);
    }

    @ParameterizedTest
    @MethodSource("all")
    void many_texts_together_have_tighter_bounds_than_their_sum(String family) {
        List<Text> texts = FIXTURE.rows().stream()
                .filter(row -> row.kind().equals("en"))
                .map(row -> Text.of(row.text()))
                .toList();
        TokenCount sum = TokenCount.ZERO;
        for (Text text : texts) {
            sum = sum.plus(tokenizer(family).count(text));
        }
        TokenCount together = tokenizer(family).count(texts);
        assertThat(together.high() - together.low()).isLessThan(sum.high() - sum.low());
    }

    @Test
    void what_a_thread_measured_last_is_not_taken_for_other_texts() {
        Tokenizer llama = tokenizer("llama-3");
        List<Text> texts = new ArrayList<>(List.of(Text.of("Hello, world"), Text.of("again")));
        TokenCount two = llama.count(texts);
        texts.set(1, Text.of("quite another text, and a longer one at that"));
        assertThat(llama.count(texts).likely()).isGreaterThan(two.likely());
        texts.remove(1);
        assertThat(llama.count(texts).likely()).isLessThan(two.likely());
    }

    @Test
    void threads_agree() {
        Tokenizer yi = tokenizer("yi");
        ConcurrentHashMap<Integer, TokenCount> seen = new ConcurrentHashMap<>();
        IntStream.range(0, 2000).parallel().forEach(i -> {
            int at = i % FIXTURE.rows().size();
            TokenCount count = yi.count(FIXTURE.rows().get(at).text());
            assertThat(seen.computeIfAbsent(at, none -> count)).isEqualTo(count);
        });
        assertThat(seen).hasSize(FIXTURE.rows().size());
    }

    private static String anything(Random random) {
        int length = 1 + random.nextInt(60);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(5)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.appendCodePoint(0x10000 + random.nextInt(0x30000));
                case 2 -> text.append((char) ('a' + random.nextInt(26)));
                case 3 -> text.append(" \n\t0,.-".charAt(random.nextInt(7)));
                default -> text.append((char) (0x400 + random.nextInt(0x1000)));
            }
        }
        return text.toString();
    }
}
