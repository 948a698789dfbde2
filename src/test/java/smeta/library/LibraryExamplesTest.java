package smeta.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The programs in {@code docs/library.md} compile as they stand there, and run. */
class LibraryExamplesTest {
    private static final Pattern PROGRAM = Pattern.compile("```java\\n(.*?class (\\w+) .*?)```", Pattern.DOTALL);
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    Path folder;

    @Test
    @Timeout(180)
    void the_documented_programs_compile_and_run() throws IOException, InterruptedException {
        Map<String, Path> programs = programs();
        assertThat(programs).containsOnlyKeys("BeforeTheCall", "AfterTheCall", "LikeTheService");
        int compiled = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--release",
                        "17",
                        "-encoding",
                        "UTF-8",
                        "-d",
                        folder.toString(),
                        "-cp",
                        CLASS_PATH,
                        programs.get("BeforeTheCall").toString(),
                        programs.get("AfterTheCall").toString(),
                        programs.get("LikeTheService").toString());
        assertThat(compiled).isZero();
        assertThat(run("BeforeTheCall"))
                .contains(" tokens, fits")
                .contains(" RUB")
                .contains("over_limit");
        // 1,200 × 3 + 800 × 0.3 + 350 × 15 = 9,090 / 1M
        assertThat(run("AfterTheCall")).contains("anthropic/claude-sonnet-4-5").contains(": 0.00909 USD");
    }

    private Map<String, Path> programs() throws IOException {
        Map<String, Path> programs = new LinkedHashMap<>();
        Matcher matcher = PROGRAM.matcher(Files.readString(Path.of("docs/library.md")));
        while (matcher.find()) {
            programs.put(
                    matcher.group(2), Files.writeString(folder.resolve(matcher.group(2) + ".java"), matcher.group(1)));
        }
        return programs;
    }

    private String run(String program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        folder + File.pathSeparator + CLASS_PATH,
                        program)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
