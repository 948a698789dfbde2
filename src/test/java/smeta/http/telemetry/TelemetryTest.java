package smeta.http.telemetry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TelemetryTest.WithCollector.class)
class TelemetryTest {
    private static final String CANARY = "zebra-canary-7391";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final String HELLO =
            "{\"model\":\"gpt-4o\",\"max_tokens\":100," + "\"messages\":[{\"role\":\"user\",\"content\":\"Hello!\"}]}";

    private static Collector collector;

    public static final class WithCollector implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "smeta.telemetry.endpoint", "http://127.0.0.1:" + port() + "/",
                    "smeta.telemetry.headers.X-Key", "of-the-collector",
                    "smeta.telemetry.every", "100ms");
        }
    }

    /** The same for whoever asks first, in whatever class loader. */
    private static synchronized int port() {
        String chosen = System.getProperty("collector.of.the.test.port");
        if (chosen == null) {
            try (ServerSocket free = new ServerSocket(0)) {
                chosen = Integer.toString(free.getLocalPort());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            System.setProperty("collector.of.the.test.port", chosen);
        }
        return Integer.parseInt(chosen);
    }

    @BeforeAll
    static void listen() throws IOException {
        collector = new Collector(port());
    }

    @AfterAll
    static void stop() {
        collector.close();
    }

    private static List<Span> spans(String trace, String body, String path, int status) throws InterruptedException {
        given().contentType("application/json")
                .header("traceparent", "00-" + trace + "-" + PARENT + "-01")
                .body(body)
                .post(path)
                .then()
                .statusCode(status);
        return collector.trace(trace);
    }

    private static Span request(List<Span> spans) {
        return spans.stream()
                .filter(s -> s.getKind() == Span.SpanKind.SPAN_KIND_SERVER)
                .findFirst()
                .orElseThrow();
    }

    private static Span named(List<Span> spans, String name) {
        return spans.stream().filter(s -> s.getName().equals(name)).findFirst().orElseThrow();
    }

    private static Map<String, Object> attributes(List<io.opentelemetry.proto.common.v1.KeyValue> pairs) {
        Map<String, Object> all = new TreeMap<>();
        pairs.forEach(pair -> {
            var value = pair.getValue();
            all.put(
                    pair.getKey(),
                    value.hasStringValue()
                            ? value.getStringValue()
                            : value.hasIntValue()
                                    ? value.getIntValue()
                                    : value.hasBoolValue()
                                            ? value.getBoolValue()
                                            : value.getArrayValue().getValuesList().stream()
                                                    .map(v -> v.getStringValue())
                                                    .toList());
        });
        return all;
    }

    private static Map<String, Object> attributes(Span span) {
        return attributes(span.getAttributesList());
    }

    @Test
    void an_estimate_has_spans_of_its_stages_in_its_callers_trace() throws InterruptedException {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        List<Span> spans = spans(trace, HELLO, "/v1/estimates?models=gpt-4o&output=100", 200);
        Span request = request(spans);
        assertThat(request.getName()).isEqualTo("POST /v1/estimates");
        assertThat(Collector.hex(request.getParentSpanId().toByteArray())).isEqualTo(PARENT);
        assertThat(attributes(request))
                .containsEntry("http.request.method", "POST")
                .containsEntry("http.response.status_code", 200L)
                .containsEntry("http.route", "/v1/estimates")
                .containsEntry("gen_ai.operation.name", "chat")
                .containsEntry("gen_ai.request.model", "gpt-4o")
                .containsEntry("gen_ai.request.max_tokens", 100L)
                .containsEntry("smeta.model", "openai/gpt-4o");
        assertThat(spans)
                .extracting(Span::getName)
                .containsExactlyInAnyOrder("queue", "read", "count", "price", "POST /v1/estimates");
        assertThat(spans).filteredOn(s -> s != request).allSatisfy(s -> {
            assertThat(s.getParentSpanId()).isEqualTo(request.getSpanId());
            assertThat(s.getEndTimeUnixNano()).isGreaterThanOrEqualTo(s.getStartTimeUnixNano());
        });
        assertThat(attributes(named(spans, "read"))).containsEntry("smeta.prompt.dialect", "openai-chat");
        // OpenAI's published sample: 3 for the message, 1 for its role, 2 for its text, 3 for the reply's beginning
        assertThat(attributes(named(spans, "count")))
                .containsEntry("smeta.estimate.input_tokens.likely", 9L)
                .containsEntry("smeta.estimate.input_tokens.high", 9L)
                .containsEntry("smeta.estimate.verdict", "fits");
        // 9 × 2.5 + 100 × 10 = 1,022.5 / 1M
        assertThat(attributes(named(spans, "price")))
                .containsEntry("gen_ai.request.model", "gpt-4o")
                .containsEntry("smeta.estimate.cost.complete", true)
                .containsEntry("smeta.estimate.cost.currency", "USD")
                .containsEntry("smeta.estimate.cost.likely", "0.0010225")
                .containsEntry("smeta.estimate.cost.high", "0.0010225");
        assertThat(collector.keys()).isNotEmpty().containsOnly("of-the-collector");
    }

    @Test
    void several_models_are_events() throws InterruptedException {
        List<Span> spans = spans("4bf92f3577b34da6a3ce929d0e0e4737", HELLO, "/v1/estimates?models=gpt-4o,gpt-4", 200);
        assertThat(attributes(request(spans)))
                .containsEntry("smeta.estimate.models", 2L)
                .doesNotContainKey("gen_ai.request.model");
        assertThat(named(spans, "price").getEventsList())
                .extracting(event -> attributes(event.getAttributesList()).get("smeta.model"))
                .containsExactly("openai/gpt-4o", "openai/gpt-4");
    }

    @Test
    void a_check_has_its_decision_and_a_bill_its_cost() throws InterruptedException {
        List<Span> denied =
                spans("4bf92f3577b34da6a3ce929d0e0e4738", HELLO, "/v1/checks/v1/chat/completions?limit=0.001", 200);
        // 9 × 2.5 + 100 × 10 = 1,022.5 / 1M
        assertThat(attributes(request(denied)))
                .containsEntry("http.route", "/v1/checks/{path}")
                .containsEntry("smeta.check.decision", "deny")
                .containsEntry("smeta.check.reasons", List.of("over_limit"))
                .containsEntry("smeta.check.hold", "0.0010225");
        List<Span> bill = spans(
                "4bf92f3577b34da6a3ce929d0e0e4739",
                "{\"model\":\"gpt-4o\",\"usage\":{\"input\":1000,\"output\":100}}",
                "/v1/bills",
                200);
        // 1,000 × 2.5 + 100 × 10 = 3,500 / 1M
        assertThat(attributes(named(bill, "price")))
                .containsEntry("smeta.model", "openai/gpt-4o")
                .containsEntry("smeta.bill.cost", "0.0035");
    }

    @Test
    void no_text_is_sent_whatever_comes_of_it() throws InterruptedException {
        spans("4bf92f3577b34da6a3ce929d0e0e473a", HELLO.replace("Hello!", CANARY), "/v1/estimates?models=*", 200);
        Span bad = request(spans(
                "4bf92f3577b34da6a3ce929d0e0e473b",
                "{\"model\":\"gpt-4o\",\"messages\":\"" + CANARY,
                "/v1/estimates",
                400));
        assertThat(attributes(bad)).containsEntry("http.response.status_code", 400L);
        spans("4bf92f3577b34da6a3ce929d0e0e473c", CANARY, "/v1/estimates?models=" + CANARY, 400);
        spans("4bf92f3577b34da6a3ce929d0e0e473d", HELLO.replace("Hello!", CANARY), "/v1/responses/input_tokens", 200);
        spans("4bf92f3577b34da6a3ce929d0e0e473e", HELLO, "/v1/" + CANARY, 404);
        assertThat(collector.raw()).contains("gpt-4o").doesNotContain(CANARY);
    }

    @Test
    void a_trace_that_its_caller_does_not_record_is_not_recorded_here() throws InterruptedException {
        String unrecorded = "4bf92f3577b34da6a3ce929d0e0e473f";
        given().contentType("application/json")
                .header("traceparent", "00-" + unrecorded + "-" + PARENT + "-00")
                .body(HELLO)
                .post("/v1/estimates")
                .then()
                .statusCode(200);
        spans("4bf92f3577b34da6a3ce929d0e0e4740", HELLO, "/v1/estimates", 200);
        assertThat(Collector.hex(collector.raw().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                .contains("4bf92f3577b34da6a3ce929d0e0e4740")
                .doesNotContain(unrecorded);
    }
}
