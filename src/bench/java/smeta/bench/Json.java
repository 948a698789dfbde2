package smeta.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** JSON: this repository's files, then requests and records that are made of real sentences and names. */
final class Json {
    private Json() {}

    static Corpus corpus() {
        Records records = new Records(English.sentences());
        return Corpus.of("json", "this project's files, made requests and records",
                Stream.concat(files(), Stream.generate(records::next)));
    }

    /** Without those that hold media in base64, which is a corpus of its own. */
    private static Stream<String> files() {
        return ProjectFiles.under(Path.of("src"), ".json").stream()
                .filter(file -> !file.getFileName().toString().contains("media"))
                .map(ProjectFiles::read);
    }

    /** The strings in an object of strings. */
    static Stream<String> strings(Path file) {
        try {
            JsonNode tree = new ObjectMapper().readTree(file.toFile());
            return StreamSupport.stream(tree.spliterator(), false).filter(JsonNode::isTextual).map(JsonNode::textValue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
