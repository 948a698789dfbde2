package smeta.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Whoever begins with the first example of the documents, or with the containers, has rubles of today. */
class FeedIsOnTest {
    @Test
    void the_first_example_of_the_configuration_turns_the_feed_on() throws IOException {
        List<String> block = Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.equals("## Configuration"))
                .dropWhile(line -> !line.startsWith("```"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("```"))
                .toList();
        assertThat(block).singleElement().asString().startsWith("SMETA_EXCHANGE_FEED=cbr java -jar ");
    }

    @Test
    void the_containers_have_the_feed_on() throws IOException {
        Map<String, Map<String, Map<String, Map<String, ?>>>> compose =
                new Yaml().load(Files.readString(Path.of("docker/compose.yaml")));
        assertThat(compose.get("services").values())
                .hasSize(2)
                .allSatisfy(service -> assertThat(service.get("environment").get("SMETA_EXCHANGE_FEED"))
                        .isEqualTo("cbr"));
    }
}
