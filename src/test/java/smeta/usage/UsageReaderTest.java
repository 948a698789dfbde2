package smeta.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import smeta.price.Note;
import smeta.prompt.Body;
import smeta.prompt.Unreadable;

class UsageReaderTest {
    @TestFactory
    Stream<DynamicTest> every_shape_is_recognised_and_made_disjoint() throws IOException {
        return cases("/usage/read.json")
                .map(c -> DynamicTest.dynamicTest(c.get("name").asText(), () -> {
                    ReportedUsage read = UsageReader.read(c.get("usage"), asked(c), "/usage");
                    Map<String, Long> found = new TreeMap<>();
                    read.usage().counts().forEach((meter, count) -> found.put(meter.wireName(), count.likely()));
                    Map<String, Long> expected = new TreeMap<>();
                    c.get("expect")
                            .properties()
                            .forEach(e -> expected.put(e.getKey(), e.getValue().asLong()));
                    assertThat(found).isEqualTo(expected);
                    assertThat(read.convention().wireName())
                            .isEqualTo(c.get("convention").asText());
                    assertThat(read.notes())
                            .extracting(Note::code)
                            .containsExactlyElementsOf(
                                    c.has("note")
                                            ? java.util.List.of(c.get("note").asText())
                                            : java.util.List.of());
                    assertThat(read.serviceTier())
                            .isEqualTo(c.has("tier") ? c.get("tier").asText() : null);
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_contradicts_itself_or_is_not_known_is_refused_at_its_place() throws IOException {
        return cases("/usage/refused.json")
                .map(c -> DynamicTest.dynamicTest(c.get("name").asText(), () -> {
                    Unreadable refused = catchThrowableOfType(
                            Unreadable.class, () -> UsageReader.read(c.get("usage"), asked(c), "/usage"));
                    assertThat(refused).isNotNull();
                    assertThat(refused.code()).isEqualTo(c.get("code").asText());
                    assertThat(refused.pointer()).isEqualTo(c.get("pointer").asText());
                }));
    }

    @Test
    void an_unknown_meter_is_answered_with_the_known_ones() {
        Unreadable refused = catchThrowableOfType(
                Unreadable.class, () -> UsageReader.read(Body.json("{\"tokens\":1}".getBytes()), null, "/usage"));
        assertThat(refused.hint())
                .contains(
                        "input_tokens", "cache_write_1h_tokens", "audio_seconds", "web_searches", "pages", "requests");
    }

    private static Convention asked(JsonNode c) {
        return c.has("ask") ? Convention.named(c.get("ask").asText()).orElseThrow() : null;
    }

    private static Stream<JsonNode> cases(String name) throws IOException {
        try (InputStream in = UsageReaderTest.class.getResourceAsStream(name)) {
            return StreamSupport.stream(Body.json(in.readAllBytes()).spliterator(), false);
        }
    }
}
