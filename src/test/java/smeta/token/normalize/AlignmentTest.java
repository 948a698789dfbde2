package smeta.token.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smeta.token.Text;
import smeta.token.Tokens;

class AlignmentTest {
    /**
     * Letters, marks that compose with them or not, change places or not, jamo, and what falls apart in one form or
     * all.
     */
    private static final int[] POINTS = {
        'e', 'a', 'E', ' ', 'x', 0xE9, 0x301, 0x302, 0x323, 0x316, 0x300, 0x1100, 0x1161, 0x11A8, 0xAC00, 0xAC01,
        0x212B, 0x2126, 0xF900, 0xFB01, 0xFF9E, 0xFF76, 0x3099, 0x304B, 0x9C7, 0x9BE, 0x1EC7, 0x1D15E, 0x10FFFF,
        0x1F600, 0x915, 0x93C, 0x958, 0x344, 0xF71, 0xF73, 0x314F, 0x3131, 0xA8, 0x37A, 0xFDFA, 0x2460, 0x1026, 0x102E,
        0x1025, 0x94D
    };

    /**
     * A place can be a token's end if the form of what is before it and that of what is after it make up the form of
     * the text, and the first of them isn't longer than the tokens up to there. All places are tried: a token's end is
     * no later than the last such one, and no earlier than the last such one with a letter after it, and not a mark or
     * the rest of a syllable.
     */
    @ParameterizedTest
    @EnumSource
    void a_token_ends_where_its_part_of_a_normal_form_ends_in_the_text(Normalizer.Form form) {
        TextChange change = new TextChange.NormalForm(form);
        Random random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder made = new StringBuilder();
            for (int left = 1 + random.nextInt(9); left > 0; left--) {
                made.appendCodePoint(POINTS[random.nextInt(POINTS.length)]);
            }
            String text = made.toString();
            String changed = change.apply(text);
            Tokens each = characters(changed);
            Tokens original = change.alignment(text, changed).original(each, text, changed);
            for (int token = 0; token < each.size(); token++) {
                int end = original.charEnds()[token];
                int most = each.charEnds()[token];
                assertThat(end)
                        .as("%s, %d", text, token)
                        .isBetween(last(change, text, changed, most, true), last(change, text, changed, most, false));
                byte[] before = text.substring(0, end).getBytes(StandardCharsets.UTF_8);
                assertThat(original.byteEnds()[token]).isEqualTo(before.length);
            }
        }
    }

    private static int last(TextChange change, String text, String changed, int end, boolean beforeLetter) {
        for (int place = text.length(); place > 0; place--) {
            if (place == text.length()
                    || !Character.isLowSurrogate(text.charAt(place)) && !(beforeLetter && goesOn(text, place))) {
                String before = change.apply(text.substring(0, place));
                if (before.length() <= end && changed.equals(before + change.apply(text.substring(place)))) {
                    return place;
                }
            }
        }
        return 0;
    }

    private static boolean goesOn(String text, int place) {
        int point = Normalizer.normalize(Character.toString(text.codePointAt(place)), Normalizer.Form.NFKD)
                .codePointAt(0);
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> point >= 0x1161 && point < 0x1200;
        };
    }

    /** One token for each character. */
    private static Tokens characters(String text) {
        int[] chars = text.codePoints().map(Character::charCount).toArray();
        int[] bytes = text.codePoints()
                .map(c -> Character.toString(c).getBytes(StandardCharsets.UTF_8).length)
                .toArray();
        Arrays.parallelPrefix(chars, Integer::sum);
        Arrays.parallelPrefix(bytes, Integer::sum);
        return new Tokens(new int[chars.length], bytes, chars);
    }

    /** e and two marks, 1 + 2 + 2 bytes, are U+1EC7 in 3 bytes: a token that ends within these has the e's start. */
    @Test
    void a_token_that_ends_within_a_composed_character_has_the_start_of_what_was_composed() {
        Tokens composed = new Tokens(new int[4], new int[] {1, 3, 4, 5}, new int[] {1, 1, 2, 3});
        Tokens original = TextChange.original(composed, List.of(TextChange.NormalForm.C), Text.of("xe\u0323\u0302y"));
        assertThat(original.charEnds()).containsExactly(1, 1, 4, 5);
        assertThat(original.byteEnds()).containsExactly(1, 1, 6, 7);
    }

    /**
     * What is left is a, b: each has with it what was taken out after it, and the first what was taken out before it.
     */
    @Test
    void what_is_taken_out_belongs_to_the_token_before_it() {
        TextChange change = new TextChange.Replace(Pattern.compile("-+"), "");
        String changed = change.apply("--a-é---");
        Tokens original = change.alignment("--a-é---", changed).original(characters(changed), "--a-é---", changed);
        assertThat(original.charEnds()).containsExactly(4, 8);
        assertThat(original.byteEnds()).containsExactly(4, 9);
    }

    /** "é x" becomes " é x" (prefix), "▁é▁x" (replaced), "▁e\u0301▁x" (form D): 5 tokens, one for each character. */
    @Test
    void changes_are_undone_from_the_last_to_the_first() {
        List<TextChange> changes = List.of(
                new TextChange.Prepend(" ", false),
                new TextChange.Replace(Pattern.compile(" ", Pattern.LITERAL), "▁"),
                new TextChange.NormalForm(Normalizer.Form.NFD));
        Tokens original = TextChange.original(characters("▁e\u0301▁x"), changes, Text.of("é x"));
        assertThat(original.charEnds()).containsExactly(0, 0, 1, 2, 3);
        assertThat(original.byteEnds()).containsExactly(0, 0, 2, 3, 4);
    }

    /** A lone surrogate is U+FFFD: one UTF-16 unit, three bytes. */
    @Test
    void a_lone_surrogate_keeps_its_place() {
        Tokens original =
                TextChange.original(characters("\uFFFDé"), List.of(TextChange.NormalForm.C), Text.of("\uD83De\u0301"));
        assertThat(original.charEnds()).containsExactly(1, 3);
        assertThat(original.byteEnds()).containsExactly(3, 6);
    }
}
