package smeta.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with what the reference tokenizer made of the same texts. */
class GoldenTokensTest {
    private static final Tokenizers TOKENIZERS = Tokenizers.bundled();

    record Golden(String text, int[] ids) {}

    static Stream<String> names() {
        return Arrays.stream(Oracle.NAMES);
    }

    @ParameterizedTest
    @MethodSource("names")
    void ids_are_those_of_the_reference_tokenizer(String name) throws IOException {
        Vocabulary vocabulary = TOKENIZERS.vocabulary(name).orElseThrow();
        List<Golden> all = read(name);
        assertThat(all).hasSizeGreaterThan(100);
        for (Golden golden : all) {
            assertThat(vocabulary.encode(Text.of(golden.text)).ids())
                    .as(golden.text)
                    .containsExactly(golden.ids);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_count_is_the_number_of_the_reference_tokenizers_ids(String name) throws IOException {
        Vocabulary busy = BusyVocabularies.of(name);
        Vocabulary vocabulary = TOKENIZERS.vocabulary(name).orElseThrow();
        for (Golden golden : read(name)) {
            assertThat(busy.tokens(Text.of(golden.text))).as(golden.text).isEqualTo(golden.ids.length);
            assertThat(vocabulary.tokens(Text.of(golden.text))).as(golden.text).isEqualTo(golden.ids.length);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_offsets_of_the_last_token_are_the_ends_of_the_text(String name) throws IOException {
        Vocabulary vocabulary = TOKENIZERS.vocabulary(name).orElseThrow();
        for (Golden golden : read(name)) {
            Tokens tokens = vocabulary.encode(Text.of(golden.text));
            String text = golden.text;
            int last = tokens.size() - 1;
            assertThat(last < 0 ? 0 : tokens.charEnds()[last]).as(text).isEqualTo(text.length());
            assertThat(last < 0 ? 0 : tokens.byteEnds()[last])
                    .as(text)
                    .isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    private static List<Golden> read(String name) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Golden> all = new ArrayList<>();
        byte[] file = GoldenTokensTest.class
                .getResourceAsStream("/golden/" + name + ".tsv")
                .readAllBytes();
        for (String line : new String(file, StandardCharsets.US_ASCII).split("\n")) {
            if (!line.startsWith("#")) {
                int tab = line.indexOf('\t');
                String ids = line.substring(tab + 1);
                all.add(new Golden(
                        json.readValue(line.substring(0, tab), String.class),
                        ids.isEmpty()
                                ? new int[0]
                                : Arrays.stream(ids.split(" "))
                                        .mapToInt(Integer::parseInt)
                                        .toArray()));
            }
        }
        return all;
    }
}
