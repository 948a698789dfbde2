package smeta.token.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.token.Text;
import smeta.token.Vocabulary;

/**
 * Compares published vocabularies with the reference library; src/test/golden/tokenizer_json.py says how to get them.
 */
@EnabledIfSystemProperty(named = "smeta.reference", matches = ".+")
class TokenizerJsonReferenceTest {
    static Stream<Path> references() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("smeta.reference")))) {
            return files.filter(file -> file.toString().endsWith(".reference.json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void ids_are_those_of_the_reference_library(Path reference) throws IOException {
        String name = reference.getFileName().toString().replace(".reference.json", "");
        Vocabulary vocabulary = TokenizerJson.read(name, reference.resolveSibling(name + ".tokenizer.json"));
        for (JsonNode row : new ObjectMapper().readTree(Files.readAllBytes(reference))) {
            List<Integer> ids = StreamSupport.stream(row.get("ids").spliterator(), false)
                    .map(JsonNode::asInt)
                    .toList();
            Text text = Text.of(row.get("text").asText());
            assertThat(vocabulary.encode(text).ids()).as(text.value()).containsExactly(ids.toArray(Integer[]::new));
            assertThat(vocabulary.tokens(text)).as(text.value()).isEqualTo(ids.size());
        }
    }
}
