package smeta.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import smeta.calibration.Observation;
import smeta.token.Text;

/** Lines as proxies, clients and vendors write them; the same call in each: “Hello, world” and 40 reported tokens. */
class LineReaderTest {
    private static final String MODEL = "invented/of-o200k_base";
    private final LineReader reader = Learning.reader(Learning.catalogue("o200k_base", "unpublished"));

    private LineReading read(String line) {
        return reader.read(line.getBytes(StandardCharsets.UTF_8));
    }

    private Observation observation(String line) {
        return ((LineReading.Learnable) read(line)).observation();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/traffic/lines.csv",
            numLinesToSkip = 1,
            quoteCharacter = '\'',
            maxCharsPerColumn = 9000)
    void a_line_of_any_shape_says_how_large_the_prompt_was(String shape, String line, Long reasoning, Long cached) {
        Observation seen = observation(line);
        assertThat(seen.model()).isEqualTo(MODEL);
        assertThat(seen.truth()).isEqualTo(40);
        assertThat(seen.reply()).isEqualTo(7L);
        assertThat(seen.reasoning()).isEqualTo(reasoning);
        assertThat(seen.cached()).isEqualTo(cached == null ? 0 : cached);
        long text = Learning.TOKENIZERS.vocabulary("o200k_base").orElseThrow().tokens(Text.of("Hello, world"));
        assertThat(seen.parts().text().total()).isEqualTo(text * 1000);
        assertThat(seen.parts().textExact()).isTrue();
        assertThat(seen.parts().turns()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/traffic/problems.csv", numLinesToSkip = 1, quoteCharacter = '\'')
    void what_is_wrong_with_a_line_has_a_code(String code, String line) {
        assertThat(read(line)).isEqualTo(new LineReading.Problem(code));
    }

    @Test
    void the_day_is_the_answers_in_utc() {
        assertThat(observation(
                                "{\"request\":{\"model\":\"" + MODEL
                                        + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]},"
                                        + "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":1},\"timestamp\":\"2026-11-20T01:00:00+03:00\"}")
                        .day())
                .isEqualTo(LocalDate.of(2026, 11, 19));
    }

    /** 1,000,000 input tokens at 2 USD and none of output: 2 USD; the seller says 1.8. */
    @Test
    void what_a_seller_says_it_cost_is_compared_with_the_catalogue() {
        assertThat(observation(
                                "{\"request\":{\"model\":\"" + MODEL
                                        + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]},"
                                        + "\"usage\":{\"prompt_tokens\":1000000,\"completion_tokens\":0},\"response_cost\":1.8}")
                        .cost())
                .isEqualTo(900_000L);
    }

    @Test
    void requests_and_results_are_joined_by_custom_id_in_any_order() {
        String asked = "{\"custom_id\":\"a\",\"params\":{\"model\":\"" + MODEL
                + "\",\"max_tokens\":100,\"messages\":[{\"role\":\"user\",\"content\":\"Hello, world\"}]}}";
        String answered = "{\"custom_id\":\"a\",\"result\":{\"type\":\"succeeded\",\"message\":{\"model\":\"claude-x\","
                + "\"usage\":{\"input_tokens\":40,\"output_tokens\":7}}}}";
        for (String[] order : new String[][] {{asked, answered}, {answered, asked}}) {
            TrafficLearner learner = new TrafficLearner(reader);
            learner.add(read(order[0]));
            assertThat(learner.learnt().used()).isZero();
            learner.add(read(order[1]));
            assertThat(learner.learnt().used()).isEqualTo(2);
            assertThat(learner.learnt().problems()).isEmpty();
            assertThat(learner.learnt().tooFew()).containsExactly(MODEL);
        }
    }

    @Test
    void a_request_without_its_result_is_a_problem_at_the_end() {
        TrafficLearner learner = new TrafficLearner(reader);
        learner.add(read("{\"custom_id\":\"a\",\"params\":{\"model\":\"" + MODEL
                + "\",\"max_tokens\":100,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}}"));
        assertThat(learner.learnt().problems()).containsOnlyKeys("no_usage");
    }

    private static String span(String operation, String attributes) {
        return "{\"name\":\"x\",\"startTimeUnixNano\":\"1795168800000000000\",\"attributes\":["
                + "{\"key\":\"gen_ai.operation.name\",\"value\":{\"stringValue\":\"" + operation + "\"}},"
                + "{\"key\":\"gen_ai.request.model\",\"value\":{\"stringValue\":\"" + MODEL + "\"}}" + attributes
                + "]}";
    }

    /** As the collector's file exporter writes spans: here an agent's, its two calls, and a query of a data base. */
    @Test
    void an_export_of_spans_holds_many_calls_in_one_line_and_what_is_no_call_is_left_out() {
        String messages =
                ",{\"key\":\"gen_ai.input.messages\",\"value\":{\"arrayValue\":{\"values\":[{\"kvlistValue\":{\"values\":["
                        + "{\"key\":\"role\",\"value\":{\"stringValue\":\"user\"}},{\"key\":\"parts\",\"value\":{\"arrayValue\":{\"values\":["
                        + "{\"kvlistValue\":{\"values\":[{\"key\":\"type\",\"value\":{\"stringValue\":\"text\"}},"
                        + "{\"key\":\"content\",\"value\":{\"stringValue\":\"Hello, world\"}}]}}]}}}]}}]}}}"
                        + ",{\"key\":\"gen_ai.usage.input_tokens\",\"value\":{\"intValue\":\"40\"}}"
                        + ",{\"key\":\"gen_ai.usage.output_tokens\",\"value\":{\"intValue\":\"7\"}}";
        String query =
                "{\"name\":\"SELECT\",\"attributes\":[{\"key\":\"db.system\",\"value\":{\"stringValue\":\"postgresql\"}}]}";
        String line = "{\"resourceSpans\":[{\"resource\":{},\"scopeSpans\":[{\"spans\":["
                + String.join(",", span("invoke_agent", messages), span("chat", messages), query) + "]},{\"spans\":["
                + span("chat", messages) + "," + span("chat", "") + "]}]}]}";
        List<LineReading> calls = ((LineReading.Several) read(line)).calls();
        assertThat(calls).hasSize(3);
        for (LineReading call : calls.subList(0, 2)) {
            Observation seen = ((LineReading.Learnable) call).observation();
            assertThat(seen.truth()).isEqualTo(40);
            assertThat(seen.reply()).isEqualTo(7L);
            assertThat(seen.parts().turns()).isEqualTo(1);
            // 1795168800 s after 1970 began is 2026-11-20T10:00:00Z
            assertThat(seen.day()).isEqualTo(LocalDate.of(2026, 11, 20));
        }
        assertThat(calls.get(2)).isInstanceOf(LineReading.Problem.class);
        TrafficLearner learner = new TrafficLearner(reader);
        learner.add(read(line));
        assertThat(learner.learnt().read()).isEqualTo(3);
        assertThat(learner.learnt().used()).isEqualTo(2);
    }
}
