package smeta.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.token.normalize.Composition;
import smeta.token.table.JdkCharacterClasses;

/**
 * Compares with jtokkit on two million code points. jtokkit takes classes and normal forms from the JDK, so on a JDK
 * older than 25 the characters that this JDK does not know, or knows with another class, are left out.
 */
class RandomTextsTest {
    private static final int CODE_POINTS = 400_000;

    static Stream<String> names() {
        return Stream.of(Oracle.NAMES);
    }

    @ParameterizedTest
    @MethodSource("names")
    void random_texts_have_the_tokens_that_jtokkit_gives_them(String name) throws IOException {
        Vocabulary ours = BusyVocabularies.of(name);
        Vocabulary oracle = Oracle.of(name);
        RandomTexts texts = new RandomTexts(20261122, RandomTextsTest::known);
        int points = 0;
        while (points < CODE_POINTS) {
            String value = texts.next();
            points += value.codePointCount(0, value.length());
            Text text = Text.of(value);
            Tokens expected = oracle.encode(text);
            Tokens found = ours.encode(text);
            assertThat(found.ids()).as(value).containsExactly(expected.ids());
            // The oracle's places are those of the normal form; a text in that form has the same ones.
            Tokens places =
                    name.equals("qwen") ? ours.encode(Text.of(Composition.compose(Text.wellFormed(value)))) : found;
            assertThat(places.byteEnds()).as(value).containsExactly(expected.byteEnds());
            assertThat(places.charEnds()).as(value).containsExactly(expected.charEnds());
            assertThat(ours.tokens(text)).as(value).isEqualTo(expected.size());
        }
    }

    private static boolean known(int point) {
        return Runtime.version().feature() >= 25
                || Character.getType(point) != Character.UNASSIGNED && JdkCharacterClasses.agreesOnClass(point);
    }
}
