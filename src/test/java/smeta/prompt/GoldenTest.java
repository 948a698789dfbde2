package smeta.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Request bodies of each dialect, with the reading, part by part, as text beside them. */
public class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/prompt");

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_body_is_read_part_by_part(String name) throws IOException {
        Path body = GOLDEN.resolve(name + ".json");
        Dialect dialect =
                Dialect.named(body.getParent().getFileName().toString()).orElseThrow();

        Prompt prompt = PromptReader.read(Body.json(Files.readAllBytes(body)), dialect, UnknownParts.NOTE);

        assertThat(Listing.of(prompt)).isEqualTo(Files.readString(GOLDEN.resolve(name + ".txt")));
    }

    public static Stream<String> bodies() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            List<String> names = files.filter(f -> f.toString().endsWith(".json"))
                    .sorted()
                    .map(f -> GOLDEN.relativize(f).toString().replace('\\', '/').replace(".json", ""))
                    .toList();
            return names.stream();
        }
    }
}
