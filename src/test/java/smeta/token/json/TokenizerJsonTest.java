package smeta.token.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.token.Text;
import smeta.token.TokenCount;
import smeta.token.Tokenizers;
import smeta.token.Tokens;
import smeta.token.Vocabulary;
import smeta.token.VocabularyRefused;
import smeta.token.merge.BytePairVocabulary;

class TokenizerJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    /** Bytes have the ids 0 to 255; merges in the order of the list. */
    private static ObjectNode byteLevel(String... merges) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode model = root.putObject("model").put("type", "BPE");
        ObjectNode vocabulary = model.putObject("vocab");
        int next = 256;
        for (int b = 0; b < 256; b++) {
            boolean itself = b >= 33 && b <= 126 || b >= 161 && b <= 172 || b >= 174;
            vocabulary.put(Character.toString(itself ? b : next++), b);
        }
        merges(model, vocabulary, false, merges);
        root.putObject("pre_tokenizer")
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("use_regex", true);
        return root;
    }

    /** Byte tokens have the ids 0 to 255, then the characters, then what is merged; as in Llama 2's file. */
    private static ObjectNode characters(String characters, String... merges) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode model = root.putObject("model").put("type", "BPE").put("byte_fallback", true);
        ObjectNode vocabulary = model.putObject("vocab");
        for (int b = 0; b < 256; b++) {
            vocabulary.put(String.format("<0x%02X>", b), b);
        }
        characters.codePoints().forEach(c -> vocabulary.put(Character.toString(c), vocabulary.size()));
        merges(model, vocabulary, true, merges);
        ArrayNode steps = root.putObject("normalizer").put("type", "Sequence").putArray("normalizers");
        steps.addObject().put("type", "Prepend").put("prepend", "▁");
        steps.addObject()
                .put("type", "Replace")
                .put("content", "▁")
                .putObject("pattern")
                .put("String", " ");
        return root;
    }

    private static void merges(ObjectNode model, ObjectNode vocabulary, boolean pairs, String... merges) {
        ArrayNode list = model.putArray("merges");
        for (String merge : merges) {
            String[] parts = merge.split(" ");
            vocabulary.put(parts[0] + parts[1], vocabulary.size());
            if (pairs) {
                list.addArray().add(parts[0]).add(parts[1]);
            } else {
                list.add(merge);
            }
        }
    }

    private Vocabulary read(ObjectNode root) throws IOException {
        Path file = directory.resolve("some.tokenizer.json");
        JSON.writeValue(file.toFile(), root);
        return TokenizerJson.read("some", file);
    }

    private int[] ids(ObjectNode root, String text) throws IOException {
        Vocabulary vocabulary = read(root);
        int[] ids = vocabulary.encode(Text.of(text)).ids();
        assertThat(vocabulary.tokens(Text.of(text))).isEqualTo(ids.length);
        return ids;
    }

    /** 256 = ll, 257 = he, 258 = hell; "hello" is h e l l o, h e ll o, he ll o, hell o (111). */
    @Test
    void byte_level_merges_go_in_the_order_of_the_list() throws IOException {
        assertThat(ids(byteLevel("l l", "h e", "he ll"), "hello")).containsExactly(258, 111);
        assertThat(ids(byteLevel("e l", "l l", "h e"), "hello")).containsExactly('h', 256, 'l', 'o');
    }

    /** 257 is in the list of tokens, but its merge comes after one that takes away a part. */
    @Test
    void a_piece_that_is_a_token_is_merged_all_the_same_unless_merges_are_ignored() throws IOException {
        ObjectNode root = byteLevel("b c", "a b", "ab c");
        assertThat(ids(root, "abc")).containsExactly('a', 256);
        ((ObjectNode) root.get("model")).put("ignore_merges", true);
        assertThat(ids(root, "abc")).containsExactly(258);
    }

    /** ▁ h i are 256 257 258, "▁h" 259; é is no token, so its bytes C3 A9 (195 169) stand for it. */
    @Test
    void a_character_that_is_no_token_falls_back_to_its_bytes() throws IOException {
        assertThat(ids(characters("▁hi", "▁ h"), "hi é")).containsExactly(259, 258, 256, 195, 169);
        assertThat(ids(characters("▁hi", "▁ h"), "")).isEmpty();
    }

    /** "hi é" is ▁h i ▁ C3 A9: the prefix takes no place, the space one byte, and é's first byte ends within é. */
    @Test
    void offsets_are_those_of_the_text_before_the_normalizer() throws IOException {
        Tokens tokens = read(characters("▁hi", "▁ h")).encode(Text.of("hi é"));
        assertThat(tokens.charEnds()).containsExactly(1, 2, 3, 3, 4);
        assertThat(tokens.byteEnds()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void an_unknown_expression_cuts_as_it_says() throws IOException {
        ObjectNode root = byteLevel("a a", "b b");
        ArrayNode steps =
                root.putObject("pre_tokenizer").put("type", "Sequence").putArray("pretokenizers");
        steps.addObject()
                .put("type", "Split")
                .put("behavior", "Isolated")
                .put("invert", false)
                .putObject("pattern")
                .put("Regex", "a");
        steps.addObject()
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("use_regex", false);
        assertThat(ids(root, "aabb")).containsExactly('a', 'a', 257);
    }

    /** The published files' way: the expressions, then ByteLevel without its own. */
    private static ObjectNode splitting(List<String> expressions, String... merges) {
        ObjectNode root = byteLevel(merges);
        ArrayNode steps =
                root.putObject("pre_tokenizer").put("type", "Sequence").putArray("pretokenizers");
        for (String expression : expressions) {
            steps.addObject()
                    .put("type", "Split")
                    .put("behavior", "Isolated")
                    .put("invert", false)
                    .putObject("pattern")
                    .put("Regex", expression);
        }
        steps.addObject()
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("use_regex", false);
        return root;
    }

    /**
     * A count looks at eight bytes at once where encoding goes by the splitter alone. All pairs merge, so each cut
     * shows.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("smeta.token.json.SplitterTest#published")
    void published_expressions_are_split_without_regex_and_counted_as_encoded(String name, List<String> expressions)
            throws IOException {
        String letters = "abSé1Ġ!'/Ċĉ";
        List<String> merges = new ArrayList<>();
        for (char first : letters.replace("é", "").toCharArray()) {
            for (char second : letters.replace("é", "").toCharArray()) {
                merges.add(first + " " + second);
            }
        }
        Vocabulary vocabulary = read(splitting(expressions, merges.toArray(String[]::new)));
        assertThat(vocabulary).isInstanceOf(BytePairVocabulary.class);
        Random random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = 8 + random.nextInt(16); left > 0; left--) {
                text.append("abSé1 !'/\n\t".charAt(random.nextInt(random.nextBoolean() ? 6 : 11)));
            }
            assertThat(vocabulary.tokens(Text.of(text.toString())))
                    .as(text.toString())
                    .isEqualTo(vocabulary.encode(Text.of(text.toString())).size());
        }
    }

    /** The reference library 0.23.2 cuts "a \nb  " and "a\nb\r\nb" so; Java alone takes $ for the text's end only. */
    @Test
    void a_line_ends_where_the_reference_library_ends_it() throws IOException {
        assertThat(ids(splitting(List.of("\\s+$"), "Ġ Ċ", "Ċ b", "Ġ Ġ"), "a \nb  "))
                .containsExactly('a', ' ', 257, 258);
        assertThat(ids(splitting(List.of("^b"), "Ċ b", "a Ċ", "b č", "b Ċ"), "a\nb\r\nb"))
                .containsExactly(257, 'b', '\r', '\n', 'b');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"model\":{\"type\":\"Unigram\"}} | /model/type",
                "{\"model\":{\"type\":\"BPE\"},\"normalizer\":{\"type\":\"Precompiled\"}} | /normalizer/type",
                "{\"model\":{\"type\":\"BPE\",\"end_of_word_suffix\":\"</w>\"}} | /model/end_of_word_suffix",
                "{\"model\":{\"type\":\"BPE\"},\"pre_tokenizer\":{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Bert\"}]}}"
                        + " | /pre_tokenizer/pretokenizers/0/type",
                "{\"model\":{\"type\":\"BPE\"},\"pre_tokenizer\":{\"type\":\"Split\",\"behavior\":\"Isolated\","
                        + "\"pattern\":{\"Regex\":\"[0-9]{1,3}+\"}}} | /pre_tokenizer/pattern/Regex",
                "{\"model\":{\"type\":\"BPE\",\"merges\":[\"a b c\"]}} | /model/merges/0",
                "{\"model\":{\"type\":\"BPE\"}} | /model/byte_fallback",
                "{\"model\":{\"type\":\"BPE\"},\"else\":1} | /else",
                "{\"model\":{\"type\":\"BPE\",\"vocab\":[]}} | /model/vocab",
                "{} | /model/type"
            })
    void what_is_not_understood_is_refused_with_its_place(String json, String pointer) throws IOException {
        Path file = Files.writeString(directory.resolve("x.tokenizer.json"), json);
        assertThatThrownBy(() -> TokenizerJson.read("x", file))
                .isInstanceOf(VocabularyRefused.class)
                .hasMessageContaining("x.tokenizer.json, " + pointer + ":");
    }

    @Test
    void a_merge_of_what_is_no_token_is_refused() throws IOException {
        ObjectNode root = byteLevel("a b");
        ((ArrayNode) root.get("model").get("merges")).add("a xyz");
        assertThatThrownBy(() -> read(root))
                .isInstanceOf(VocabularyRefused.class)
                .hasMessageContaining("/model/merges/1");
    }

    @Test
    void a_file_of_a_directory_stands_in_for_the_estimate_of_its_name() throws IOException {
        JSON.writeValue(directory.resolve("llama-3.tokenizer.json").toFile(), byteLevel("l l"));
        Tokenizers tokenizers = Tokenizers.with(directory);
        assertThat(Tokenizers.bundled().vocabulary("llama-3")).isEmpty();
        assertThat(tokenizers.vocabulary("llama-3").orElseThrow().count("all")).isEqualTo(TokenCount.exact(2));
        assertThat(tokenizers.vocabulary("o200k_base")).isPresent();
    }
}
