package smeta.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A process that has just started reads the compiled catalogue: no parser of YAML, and no JSON where none is asked for. */
class LoadedClassesTest {
    @Test
    void nothing_of_yaml_is_loaded_at_start_and_for_a_first_count() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-verbose:class",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        FirstUse.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(process.waitFor()).as(() -> String.join("\n", said)).isZero();
        assertThat(said).anyMatch(line -> line.contains("smeta.catalogue.compiled.CompiledCatalogue "));
        assertThat(said)
                .as(
                        "if the reader of the files is among them, they are newer than the compiled form: ./mvnw process-classes")
                .noneMatch(line -> line.contains("org.yaml.snakeyaml")
                        || line.contains("smeta.catalogue.yaml.Yaml")
                        || line.contains("com.fasterxml.jackson.databind.ObjectMapper "));
    }
}
