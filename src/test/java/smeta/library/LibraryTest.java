package smeta.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LibraryTest {
    /** The jars that levels 0 to 5 use, by the beginning of their names. */
    private static final List<String> JARS = List.of(
            "jackson-core-",
            "jackson-databind-",
            "jackson-annotations-",
            "jackson-dataformat-yaml-",
            "snakeyaml-",
            "jtokkit-",
            "metadata-extractor-",
            "xmpcore-",
            "pdfbox-",
            "pdfbox-io-",
            "fontbox-",
            "commons-logging-",
            "jspecify-");

    private static final List<String> NOT_THERE = List.of(
            "io.quarkus.runtime.Quarkus",
            "jakarta.inject.Inject",
            "jakarta.ws.rs.GET",
            "io.smallrye.config.ConfigMapping",
            "org.jboss.logging.Logger",
            "org.eclipse.microprofile.config.Config");

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void an_estimate_runs_on_a_class_path_without_quarkus() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                Plain.class.getName()));
        command.addAll(NOT_THERE);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        // OpenAI's published sample: 9 tokens; 9 × 2.5 + 100 × 10 = 1,022.5 / 1M
        assertThat(output.lines()).contains("tokens 9", "cost 0.0010225 USD");
        assertThat(output.lines())
                .containsAll(NOT_THERE.stream().map(n -> n + " absent").toList());
    }

    private static String classPath() {
        List<String> all =
                Arrays.asList(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator));
        List<String> parts = new ArrayList<>();
        for (String entry : all) {
            String name = Path.of(entry).getFileName().toString();
            if (name.equals("classes")
                    || name.equals("test-classes")
                    || JARS.stream().anyMatch(name::startsWith)) {
                parts.add(entry);
            }
        }
        assertThat(parts)
                .as("found on the test class path")
                .anyMatch(p -> p.contains("jtokkit"))
                .anyMatch(p -> p.contains("snakeyaml"));
        return String.join(File.pathSeparator, parts);
    }
}
