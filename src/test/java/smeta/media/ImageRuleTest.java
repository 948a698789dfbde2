package smeta.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.meter.Count;

class ImageRuleTest {
    private static final ImageRule TILES = ImageRule.named("openai-tiles", Map.of("base", "85", "tile", "170"));
    private static final ImageRule STANDARD =
            ImageRule.named("claude-patches", Map.of("max_edge", "1568", "max_tokens", "1568"));
    private static final ImageRule HIGH =
            ImageRule.named("claude-patches", Map.of("max_edge", "2576", "max_tokens", "4784"));
    private static final List<ImageRule> BOUNDED = List.of(
            TILES,
            STANDARD,
            HIGH,
            ImageRule.named("claude-area", Map.of()),
            ImageRule.named("openai-patches", Map.of("multiplier", "1.2", "budget", "1536")),
            ImageRule.named(
                    "openai-patches",
                    Map.of(
                            "multiplier",
                            "2.46",
                            "budget",
                            "2500",
                            "original",
                            "10000",
                            "original_max_side",
                            "6000",
                            "auto",
                            "original")),
            ImageRule.named("gemini-resolution", Map.of("low", "280", "medium", "560", "high", "1120")),
            ImageRule.named(
                    "qwen-smart-resize",
                    Map.of("factor", "32", "max_tokens", "2560", "high_tokens", "16384", "extra", "2")),
            ImageRule.named("qwen-smart-resize", Map.of("factor", "28", "max_tokens", "1280", "extra", "2")),
            ImageRule.named("fixed", Map.of("tokens", "258")),
            ImageRule.named("at-most", Map.of("tokens", "384")),
            ImageRule.named(
                    "openai-patches", Map.of("multiplier", "1.2", "budget", "2500", "uncertainty_percent", "30")));
    private static final List<ImageRule> UNBOUNDED = List.of(
            ImageRule.named("gemini-tiles", Map.of()),
            ImageRule.named("gemini-tiles", Map.of("min_unit", "1", "max_unit", "1", "tokens", "1000000000")),
            ImageRule.named(
                    "openai-patches", Map.of("multiplier", "1.2", "original", "unbounded", "auto", "original")));

    @ParameterizedTest
    @CsvFileSource(resources = "/media/images.csv", delimiter = '|', maxCharsPerColumn = 500)
    void counts_what_the_source_says(
            String rule, String parameters, long width, long height, Detail detail, String tokens, String source) {
        Measured measured =
                ImageRule.named(rule, TableCells.parameters(parameters)).measure(ImageFacts.of(width, height, detail));

        assertThat(measured.tokens()).as(source).isEqualTo(TableCells.count(tokens));
        assertThat(measured.bounded()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1920,1080,1456,819,1920,1080", "3840,2160,1456,819,2576,1449", "1075,1520,924,1307,1075,1520"})
    void claude_resizes_to_the_published_sizes(long w, long h, long w1, long h1, long w2, long h2) {
        assertThat(((ClaudePatches) STANDARD).resized(new Pixels(w, h))).isEqualTo(new Pixels(w1, h1));
        assertThat(((ClaudePatches) HIGH).resized(new Pixels(w, h))).isEqualTo(new Pixels(w2, h2));
    }

    @Test
    void claude_shrinks_no_more_than_it_must() {
        SplittableRandom random = new SplittableRandom(28);
        for (int i = 0; i < 5000; i++) {
            Pixels size = size(random);
            Pixels seen = ((ClaudePatches) HIGH).resized(size);
            assertThat(fitsHighResolution(seen.width(), seen.height()))
                    .as("%s", size)
                    .isTrue();
            if (!seen.equals(size)) {
                long longer = seen.longer() + 1;
                long shorter = Math.max(1, (long) Math.rint((double) (longer * size.shorter()) / size.longer()));
                assertThat(fitsHighResolution(longer, shorter))
                        .as("%s was shrunk to %s", size, seen)
                        .isFalse();
            }
        }
    }

    private static boolean fitsHighResolution(long width, long height) {
        long columns = (width + 27) / 28;
        long rows = (height + 27) / 28;
        return columns * 28 <= 2576 && rows * 28 <= 2576 && columns * rows <= 4784;
    }

    @Test
    void says_how_it_came_to_the_number() {
        assertThat(TILES.measure(ImageFacts.of(1024, 1024, Detail.HIGH)).how()).isEqualTo("85 + 4 × 170");
        assertThat(HIGH.measure(ImageFacts.of(3840, 2160, Detail.AUTO)).how())
                .isEqualTo("⌈2576/28⌉ × ⌈1449/28⌉, shrunk from 3840×2160");
    }

    @Test
    void the_measured_difference_on_gpt_6_lies_within_thirty_percent() {
        Map<String, String> parameters = Map.of("multiplier", "1.2", "original", "unbounded", "auto", "original");
        ImageRule formula = ImageRule.named("openai-patches", parameters);
        ImageRule uncertain = ImageRule.named(
                "openai-patches",
                Map.of("multiplier", "1.2", "original", "unbounded", "auto", "original", "uncertainty_percent", "30"));
        Count large = uncertain.measure(ImageFacts.of(1536, 864, Detail.AUTO)).tokens();
        Count small = uncertain.measure(ImageFacts.of(512, 288, Detail.AUTO)).tokens();

        // published formula: 48 × 27 × 1.2 - 16 × 9 × 1.2 = 1382.4; measured: 1066
        assertThat(formula.measure(ImageFacts.of(1536, 864, Detail.AUTO))
                                .tokens()
                                .likely()
                        - formula.measure(ImageFacts.of(512, 288, Detail.AUTO))
                                .tokens()
                                .likely())
                .isBetween(1382L, 1383L);
        assertThat(1066L).isBetween(large.low() - small.high(), large.high() - small.low());
        assertThat(large).isEqualTo(Count.between(1556 * 70 / 100, 1556, 2025));
    }

    @Test
    void an_unknown_size_takes_in_every_known_size() {
        SplittableRandom random = new SplittableRandom(20261122);
        for (ImageRule rule : BOUNDED) {
            for (int i = 0; i < 2000; i++) {
                Detail detail = Detail.values()[random.nextInt(Detail.values().length)];
                Count unknown = rule.measure(ImageFacts.unknown(detail)).tokens();
                Pixels size = size(random);
                Count known = rule.measure(ImageFacts.of(size.width(), size.height(), detail))
                        .tokens();
                assertThat(known.low()).as("%s %s %s", rule, size, detail).isGreaterThanOrEqualTo(unknown.low());
                assertThat(known.high()).as("%s %s %s", rule, size, detail).isLessThanOrEqualTo(unknown.high());
            }
        }
    }

    @Test
    void never_throws_and_never_overflows_whatever_the_size() {
        SplittableRandom random = new SplittableRandom(7);
        for (ImageRule rule : UNBOUNDED) {
            for (int i = 0; i < 5000; i++) {
                Detail detail = Detail.values()[random.nextInt(Detail.values().length)];
                Count tokens = rule.measure(new ImageFacts(size(random), detail, null, null))
                        .tokens();
                assertThat(tokens.low()).isPositive();
                assertThat(tokens.high()).isLessThanOrEqualTo(Pixels.MOST_TOKENS + 1);
                assertThat(tokens.times(100).plus(tokens)).isNotNull();
            }
        }
    }

    @Test
    void a_picture_of_unknown_size_without_a_budget_is_not_bounded() {
        assertThat(UNBOUNDED.get(2).measure(ImageFacts.unknown(Detail.AUTO)).bounded())
                .isFalse();
        assertThat(UNBOUNDED.get(2).measure(ImageFacts.unknown(Detail.HIGH)).bounded())
                .isFalse();
    }

    @Test
    void qwen_obeys_the_pixels_that_the_request_states() {
        ImageRule rule = ImageRule.named(
                "qwen-smart-resize",
                Map.of("factor", "32", "max_tokens", "2560", "high_tokens", "16384", "extra", "2"));
        Pixels size = new Pixels(3840, 2160);

        // 1280 tokens as in images.csv for max_tokens=1280
        assertThat(rule.measure(new ImageFacts(size, Detail.AUTO, null, 1280L * 1024))
                        .tokens())
                .isEqualTo(Count.exact(1224));
        assertThat(rule.measure(new ImageFacts(size, Detail.HIGH_RESOLUTION, null, 1280L * 1024))
                        .tokens())
                .isEqualTo(Count.between(8162, 8162, 10551));
        // 100 × 100 px enlarged to at least 64 tokens: 8 × 8 + 2
        assertThat(rule.measure(new ImageFacts(new Pixels(100, 100), Detail.AUTO, 64L * 1024, null))
                        .tokens())
                .isEqualTo(Count.exact(66));
        // nonsense is held within the model's own limits: at most 4 tokens of 16 : 9 are 2 × 1 + 2
        assertThat(rule.measure(new ImageFacts(size, Detail.AUTO, Long.MAX_VALUE, Long.MIN_VALUE))
                        .tokens())
                .isEqualTo(Count.exact(4));
    }

    @Test
    void a_bad_rule_says_what_was_found_and_what_is_expected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageRule.named("tiles", Map.of()))
                .withMessageContaining("'tiles'")
                .withMessageContaining("openai-tiles, openai-patches, claude-patches");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageRule.named("openai-tiles", Map.of("base", "-1", "tyle", "170")))
                .withMessageContaining("base '-1'")
                .withMessageContaining("missing parameter 'tile'")
                .withMessageContaining("parameter 'tyle'")
                .withMessageContaining("expected one of base, fit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageRule.named("openai-patches", Map.of("multiplier", "1e9999999", "auto", "low")))
                .withMessageContaining("1e9999999")
                .withMessageContaining("auto 'low'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageRule.named("fixed", Map.of("tokens", "258", "uncertainty_percent", "100")))
                .withMessageContaining("uncertainty_percent 100");
    }

    @Test
    void every_rule_describes_itself_with_its_constants_and_its_source() {
        for (ImageRule rule : BOUNDED) {
            Description description = rule.describe();
            assertThat(ImageRule.names()).contains(description.rule());
            assertThat(description.source()).startsWith("https://");
            assertThat(description.words()).isNotBlank();
        }
        assertThat(TILES.describe().formula()).contains("85 + 170");
    }

    private static Pixels size(SplittableRandom random) {
        return new Pixels(side(random), side(random));
    }

    /** All magnitudes alike, the extremes among them. */
    private static long side(SplittableRandom random) {
        return 1 + random.nextLong(1L << random.nextInt(32));
    }
}
