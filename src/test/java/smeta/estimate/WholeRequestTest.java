package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.meter.Count;
import smeta.meter.Item;

/**
 * Whole bodies of every dialect, and beside each the quantities with the arithmetic or the published example that they
 * come from. In those lists {@code ~ 14} means that the count is estimated and its bounds hold 14.
 */
class WholeRequestTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void body_comes_to_the_quantities_beside_it(String name) {
        List<String> lines = Whole.text(name + ".txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        Estimate estimate =
                Whole.estimate(Whole.text(name + ".json"), lines.get(0).substring("model ".length()));
        List<Item> items = estimate.items().stream()
                .filter(i -> i.meter().isPromptTokens())
                .toList();
        List<String> found = new ArrayList<>();
        List<String> expected = lines.subList(1, lines.size()).stream()
                .filter(line -> !line.startsWith("total "))
                .toList();
        for (int i = 0; i < items.size(); i++) {
            found.add(line(items.get(i), i < expected.size() ? expected.get(i) : ""));
        }
        assertThat(found)
                .containsExactlyElementsOf(expected.stream()
                        .map(line -> line.replaceAll("\\s+", " "))
                        .toList());
        String total = lines.stream()
                .filter(line -> line.startsWith("total "))
                .findFirst()
                .orElseThrow();
        assertThat("total " + count(estimate.input().tokens(), total.substring(6)))
                .isEqualTo(total);
    }

    static Stream<String> bodies() throws IOException {
        try (Stream<Path> files = Files.list(Whole.FOLDER)) {
            return files
                    .map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".json"))
                    .map(f -> f.substring(0, f.length() - 5))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String line(Item item, String expected) {
        String[] columns = expected.split(" +\\| +");
        String count = count(item.count(), columns.length > 2 ? columns[2].strip() : "");
        return item.name() + " | " + item.meter().wireName() + " | " + count
                + (columns.length > 3 ? " | " + item.how() : "");
    }

    /** As expected if the bounds hold what is expected of an estimate. */
    private static String count(Count count, String expected) {
        if (expected.startsWith("~ ")) {
            long of = Long.parseLong(expected.substring(2));
            return count.low() <= of && of <= count.high() && !count.isExact() ? expected : count.toString();
        }
        return expected.startsWith("likely ") ? "likely " + count.likely() : count.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void functions_count_as_the_api_reports(String name, String model, long tokens, JsonNode body) {
        assertThat(Whole.estimate(body.toString(), model).input().tokens().likely())
                .isEqualTo(tokens);
    }

    /** Those that hmarr/openai-chat-tokens compared with the API, and the cookbook's. */
    static Stream<Object[]> functions() throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(Path.of("src/test/resources/prompt/function-counts.json")
                        .toFile());
        List<Object[]> arguments = new ArrayList<>();
        cases.forEach(c -> arguments.add(new Object[] {
            c.path("name").asText(),
            c.path("vocabulary").asText().equals("o200k_base") ? "gpt-4o" : "gpt-4",
            c.path("tokens").asLong(),
            c.path("body")
        }));
        return arguments.stream();
    }
}
