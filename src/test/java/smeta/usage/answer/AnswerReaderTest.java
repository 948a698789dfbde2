package smeta.usage.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

class AnswerReaderTest {
    @TestFactory
    Stream<DynamicTest> usage_model_time_and_terms_are_found_in_a_whole_answer() throws IOException {
        return cases().map(c -> DynamicTest.dynamicTest(c.get("name").asText(), () -> {
            assertThat(AnswerReader.isAnswer(c.get("answer"))).isTrue();
            WholeAnswer read = AnswerReader.read(c.get("answer"), null);
            assertThat(read.model()).isEqualTo(text(c, "model"));
            assertThat(read.moment() == null ? null : read.moment().toString()).isEqualTo(text(c, "moment"));
            assertThat(read.usage().serviceTier()).isEqualTo(text(c, "tier"));
            assertThat(read.usage().convention().wireName()).isEqualTo(text(c, "convention"));
            assertThat(read.usage().unmetered()).isEqualTo(texts(c, "unmetered"));
            assertThat(read.usage().notes()).extracting(Note::code).isEqualTo(texts(c, "notes"));
            Map<String, String> found = new TreeMap<>();
            read.usage().usage().counts().forEach((meter, count) -> found.put(meter.wireName(), count.toString()));
            Map<String, String> expected = new TreeMap<>();
            c.get("expect")
                    .properties()
                    .forEach(e -> expected.put(e.getKey(), e.getValue().asText()));
            assertThat(found).isEqualTo(expected);
        }));
    }

    @Test
    void a_bill_is_no_answer() throws IOException {
        for (String bill : List.of(
                "{\"model\":\"m\",\"usage\":{\"input_tokens\":1}}",
                "{\"model\":\"m\",\"usageMetadata\":{\"promptTokenCount\":1}}",
                "{\"rates\":[],\"usage\":{\"input_tokens\":1},\"type\":\"x\"}",
                "[]")) {
            assertThat(AnswerReader.isAnswer(json(bill))).as(bill).isFalse();
        }
    }

    @Test
    void a_pointer_leads_to_the_usage_within_the_answer() {
        Unreadable refused = catchThrowableOfType(
                Unreadable.class,
                () -> AnswerReader.read(
                        json("{\"type\":\"x\",\"response\":{\"body\":{\"usage\":{\"prompt_tokens\":-1}}}}"), null));
        assertThat(refused.pointer()).isEqualTo("/response/body/usage/prompt_tokens");
    }

    @Test
    void the_last_usage_of_a_stream_counts_and_the_model_comes_from_any_event() {
        ObjectNode answer = EventStream.answer(bytes("""
                data: {"object":"chat.completion.chunk","model":"gpt-4o","usage":null}

                data: {"object":"chat.completion.chunk","usage":{"prompt_tokens":5,"completion_tokens":1}}

                data: {"object":"chat.completion.chunk","usage":{"prompt_tokens":5,"completion_tokens":9}}

                data: [DONE]
                """));
        WholeAnswer read = AnswerReader.read(answer, null);
        assertThat(read.model()).isEqualTo("gpt-4o");
        assertThat(read.usage().usage().replyTokens().likely()).isEqualTo(9);
    }

    @Test
    void anthropics_start_and_end_are_put_together() {
        ObjectNode answer = EventStream.answer(bytes(": ping\r\n\r\nevent: message_start\r\ndata:"
                + " {\"type\":\"message_start\",\"message\":{\"model\":\"claude-opus-4-8\",\"usage\":{\"input_tokens\":25,"
                + "\"cache_read_input_tokens\":3,\"output_tokens\":1}}}\r\n\r\nevent: message_delta\r\ndata:"
                + " {\"type\":\"message_delta\",\"delta\":{},\"usage\":{\"output_tokens\":15}}\r\n\r\n"));
        WholeAnswer read = AnswerReader.read(answer, null);
        assertThat(read.model()).isEqualTo("claude-opus-4-8");
        assertThat(read.usage().usage().promptTokens().likely()).isEqualTo(28);
        assertThat(read.usage().usage().replyTokens().likely()).isEqualTo(15);
    }

    @Test
    void responses_and_cohere_wrap_their_last_event() {
        assertThat(reply("data: {\"type\":\"response.completed\",\"response\":{\"model\":\"m\",\"usage\":"
                        + "{\"input_tokens\":1,\"output_tokens\":2,\"total_tokens\":3}}}\n\n"))
                .isEqualTo(2);
        assertThat(reply("data: {\"type\":\"message-end\",\"delta\":{\"usage\":{\"billed_units\":"
                        + "{\"input_tokens\":1,\"output_tokens\":4}}}}\n\n"))
                .isEqualTo(4);
    }

    @Test
    void a_stream_is_known_by_its_beginning() {
        assertThat(EventStream.isStream(bytes("\n\ndata: {}"))).isTrue();
        assertThat(EventStream.isStream(bytes("event: x"))).isTrue();
        assertThat(EventStream.isStream(bytes("{\"data\": 1}"))).isFalse();
        assertThat(EventStream.isStream(bytes(""))).isFalse();
        Unreadable refused =
                catchThrowableOfType(Unreadable.class, () -> EventStream.answer(bytes("data: {\"x\":1}\n\n")));
        assertThat(refused.code()).isEqualTo("no_usage");
    }

    private static long reply(String stream) {
        return AnswerReader.read(EventStream.answer(bytes(stream)), null)
                .usage()
                .usage()
                .replyTokens()
                .likely();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        return Body.json(bytes(text));
    }

    private static String text(JsonNode c, String key) {
        return c.has(key) ? c.get(key).asText() : null;
    }

    private static List<String> texts(JsonNode c, String key) {
        return StreamSupport.stream(c.path(key).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Stream<JsonNode> cases() throws IOException {
        try (InputStream in = AnswerReaderTest.class.getResourceAsStream("/usage/answers.json")) {
            return StreamSupport.stream(Body.json(in.readAllBytes()).spliterator(), false);
        }
    }
}
