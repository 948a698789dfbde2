package smeta.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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

/** Usages as clients hold them: each case names where its numbers come from, and has the arithmetic in its name. */
class ReportedShapesTest {
    @TestFactory
    Stream<DynamicTest> what_a_vendor_or_a_client_reported_is_read_as_it_came() throws IOException {
        return cases().map(c -> DynamicTest.dynamicTest(c.get("name").asText(), () -> {
            ReportedUsage read = UsageReader.read(c.get("usage"), null, "/usage");
            assertThat(read.convention().wireName())
                    .isEqualTo(c.get("convention").asText());
            assertThat(counts(read)).isEqualTo(expected(c));
            assertThat(read.notes()).extracting(Note::code).isEqualTo(texts(c, "notes"));
            assertThat(read.unmetered()).isEqualTo(texts(c, "unmetered"));
            assertThat(read.served().serviceTier()).isEqualTo(text(c, "tier"));
            assertThat(read.served().place()).isEqualTo(text(c, "place"));
            assertThat(read.served().searchDepth()).isEqualTo(text(c, "depth"));
            assertThat(
                            read.cost() == null
                                    ? null
                                    : read.cost().amount().stripTrailingZeros().toPlainString())
                    .isEqualTo(text(c, "cost"));
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_shape_that_is_named_is_read_as_the_one_that_is_recognised() throws IOException {
        return cases().map(c -> DynamicTest.dynamicTest(c.get("name").asText(), () -> {
            ReportedUsage recognised = UsageReader.read(c.get("usage"), null, "/usage");
            Convention shape = recognised.convention();
            if (!c.get("usage").has("nativeUsage")) {
                assertThat(UsageReader.read(c.get("usage"), shape, "/usage")).isEqualTo(recognised);
            }
        }));
    }

    @Test
    void an_unknown_number_that_could_cost_is_refused_and_the_shapes_that_were_tried_are_named() {
        Unreadable refused = catchThrowableOfType(
                Unreadable.class,
                () -> UsageReader.read(
                        Body.json("{\"prompt_tokens\":1,\"completion_tokens\":1,\"gold_tokens\":7}".getBytes()),
                        null,
                        "/usage"));
        assertThat(refused.code()).isEqualTo("unknown_usage");
        assertThat(refused.pointer()).isEqualTo("/usage/gold_tokens");
        assertThat(refused.getMessage()).contains("openai-chat");
        assertThat(refused.hint()).contains("codex", "ai-sdk", "langfuse", "bedrock");
    }

    @Test
    void an_unknown_field_that_holds_nothing_costs_nothing() {
        ReportedUsage read = UsageReader.read(
                Body.json("{\"prompt_tokens\":1,\"gold_tokens\":0,\"silver\":null,\"tin\":{}}".getBytes()), null, "");
        assertThat(read.usage().promptTokens().likely()).isEqualTo(1);
    }

    @Test
    void an_adviser_is_another_models_usage() {
        ReportedUsage read = UsageReader.read(
                Body.json(("{\"input_tokens\":10,\"output_tokens\":5,\"iterations\":[{\"type\":\"advisor_message\","
                                + "\"model\":\"claude-opus-4-8\",\"input_tokens\":70,\"output_tokens\":9}]}")
                        .getBytes()),
                null,
                "");
        assertThat(read.usage().replyTokens().likely()).isEqualTo(5);
        assertThat(read.elsewhere()).hasSize(1).first().satisfies(other -> {
            assertThat(other.model()).isEqualTo("claude-opus-4-8");
            assertThat(other.usage().promptTokens().likely()).isEqualTo(70);
        });
    }

    private static Map<String, String> counts(ReportedUsage read) {
        Map<String, String> counts = new TreeMap<>();
        read.usage().counts().forEach((meter, count) -> counts.put(meter.wireName(), count.toString()));
        return counts;
    }

    private static Map<String, String> expected(JsonNode c) {
        Map<String, String> counts = new TreeMap<>();
        c.get("expect")
                .properties()
                .forEach(e -> counts.put(e.getKey(), e.getValue().asText()));
        return counts;
    }

    private static List<String> texts(JsonNode c, String key) {
        return StreamSupport.stream(c.path(key).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String text(JsonNode c, String key) {
        return c.has(key) ? c.get(key).asText() : null;
    }

    private static Stream<JsonNode> cases() throws IOException {
        try (InputStream in = ReportedShapesTest.class.getResourceAsStream("/usage/reported.json")) {
            return StreamSupport.stream(Body.json(in.readAllBytes()).spliterator(), false);
        }
    }
}
