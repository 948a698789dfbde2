package smeta.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names that a reader looks up stand in the documents that promise all of them. */
class DocumentedNamesTest {
    private static final Pattern BECAUSE = Pattern.compile("because\\.add\\(\"(\\w+)\"\\)");

    @Test
    void every_setting_of_the_load_is_in_the_readme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(Arrays.stream(SmetaConfig.LoadConfig.class.getDeclaredMethods())
                        .map(Method::getName)
                        .map(name -> "`smeta.load."
                                + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "`"))
                .isNotEmpty()
                .allMatch(readme::contains);
    }

    @Test
    void every_reason_of_an_estimate_that_is_not_exact_is_in_the_document() throws IOException {
        String document = Files.readString(Path.of("docs/requests.md"));
        List<String> reasons = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/smeta/estimate"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                BECAUSE.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult reason) -> "`" + reason.group(1) + "`")
                        .forEach(reasons::add);
            }
        }
        assertThat(reasons).hasSizeGreaterThan(8).allMatch(document::contains);
    }
}
