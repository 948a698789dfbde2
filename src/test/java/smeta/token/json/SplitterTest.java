package smeta.token.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.token.json.Pipeline.Behavior;
import smeta.token.json.Pipeline.Split;
import smeta.token.split.PublishedPatterns;
import smeta.token.split.Splitter;
import smeta.token.table.JdkCharacterClasses;

/**
 * Compares each hand-written splitter with what {@code java.util.regex} makes of the published expressions, on
 * characters that this JDK knows as Unicode 16 does.
 */
class SplitterTest {
    /** One or two characters of every kind that some expression tells from others, and the edges of its ranges. */
    private static final String[] KINDS = {
        "a",
        "s",
        "Z",
        "é",
        "É",
        "ǅ",
        "ʰ",
        "ß",
        "中",
        "א",
        "一",
        "龥",
        "龦",
        "䷿",
        "の",
        "゙",
        "゛",
        "・",
        "ー",
        "ヿ",
        "㄀",
        "〿",
        "ſ",
        "\u0301",
        "\u0903",
        "\u20dd",
        "1",
        "٣",
        "Ⅷ",
        "½",
        "²",
        "!",
        "'",
        "/",
        "_",
        "’",
        "«",
        "$",
        "+",
        "€",
        "😀",
        "，",
        "\u0000",
        "\u001b",
        "\u007f",
        "\u200d",
        "\u00ad",
        "\ue000",
        "\u0378",
        "\ufffe",
        "\udb40\udc41",
        " ",
        "\t",
        "\u000b",
        "\u0085",
        "\u00a0",
        "\u3000",
        "\u2028",
        "\r",
        "\n"
    };
    /** One of every class that some expression tells from others. */
    private static final String[] FEW = {
        "a", "É", "ß", "中", "龦", "ー", "゙", "・", "\u0301", "1", "!", "'", "€", "/", "\u0000", " ", "\t", "\n"
    };

    private static final String[] CONTRACTIONS = {
        "'s", "'S", "'t", "'re", "'vE", "'LL", "'ll", "'m", "'D", "'ſ", "'l", "'r"
    };

    static Stream<Arguments> published() throws IOException {
        JsonNode all =
                new ObjectMapper().readTree(SplitterTest.class.getResourceAsStream("/splitting/expressions.json"));
        return StreamSupport.stream(((Iterable<Map.Entry<String, JsonNode>>) all::fields).spliterator(), false)
                .map(entry -> Arguments.of(
                        entry.getKey(),
                        StreamSupport.stream(entry.getValue().spliterator(), false)
                                .map(JsonNode::asText)
                                .toList()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void random_texts_are_split_as_the_expressions_say(String name, List<String> expressions) {
        Compared compared = new Compared(expressions);
        Random random = new Random(20261122);
        for (int i = 0; i < 60_000; i++) {
            compared.check(text(random));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void each_text_of_four_characters_is_split_as_the_expressions_say(String name, List<String> expressions) {
        Compared compared = new Compared(expressions);
        for (String a : FEW) {
            for (String b : FEW) {
                for (String c : FEW) {
                    for (String d : FEW) {
                        compared.check(a + b + c + d);
                    }
                }
            }
        }
    }

    /** Few kinds at a time, so that they meet in every order and number. */
    private static String text(Random random) {
        String[] kinds = new String[1 + random.nextInt(6)];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = switch (random.nextInt(8)) {
                case 0 -> CONTRACTIONS[random.nextInt(CONTRACTIONS.length)];
                case 1 -> Character.toString(' ' + random.nextInt(95));
                case 2 -> Character.toString(any(random));
                default -> KINDS[random.nextInt(KINDS.length)];
            };
        }
        StringBuilder text = new StringBuilder();
        for (int left = 1 + random.nextInt(24); left > 0; left--) {
            text.append(kinds[random.nextInt(kinds.length)]);
        }
        return text.toString();
    }

    private static int any(Random random) {
        while (true) {
            int point = random.nextInt(random.nextBoolean() ? 0x3200 : Character.MAX_CODE_POINT + 1);
            if (JdkCharacterClasses.agrees(point)) {
                return point;
            }
        }
    }

    private static final class Compared {
        private final Splitter ours;
        private final Pipeline expressions;

        Compared(List<String> published) {
            Splitter found = PublishedPatterns.splitter(published);
            assertThat(found).as("a splitter for %s", published).isNotNull();
            ours = found;
            expressions = new Pipeline(
                    List.of(),
                    published.stream()
                            .map(one ->
                                    new Split(Pattern.compile(one, Pattern.UNICODE_CHARACTER_CLASS), Behavior.ISOLATED))
                            .toList(),
                    null);
        }

        void check(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            Splitter expected = expressions.splitter(text, utf8);
            for (int at = 0; at < utf8.length; ) {
                int end = expected.end(utf8, at, utf8.length);
                if (ours.end(utf8, at, utf8.length) != end) {
                    assertThat(ours.end(utf8, at, utf8.length))
                            .as("end from %d in %s", at, escaped(text))
                            .isEqualTo(end);
                }
                at = end;
            }
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text).append(' ');
        text.codePoints().forEach(point -> escaped.append(String.format("U+%04X ", point)));
        return escaped.toString();
    }
}
