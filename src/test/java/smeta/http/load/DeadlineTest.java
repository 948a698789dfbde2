package smeta.http.load;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DeadlineTest.Impatient.class)
class DeadlineTest {
    private static final String CANARY = "zebra-canary-7391";

    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("smeta.load.concurrent", "1", "smeta.load.deadline", "1ms");
        }
    }

    @Inject
    Load load;

    @Test
    void without_a_turn_in_time_the_answer_is_a_bound() {
        String body =
                "{\"model\":\"gpt-4o\",\"max_tokens\":10,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
        try (Load.Turn mine = load.take()) {
            // Hello 5 + 1, user 4 + 1, framing 3 + 3
            given().contentType("application/json")
                    .body(body)
                    .post("/v1/checks")
                    .then()
                    .statusCode(200)
                    .header("Smeta-Input-Tokens", "17")
                    .body("input_tokens.precision", equalTo("bound"));
            given().contentType("application/json")
                    .body(body)
                    .post("/v1/estimates")
                    .then()
                    .statusCode(200)
                    .body("estimates[0].input_tokens.precision", equalTo("bound"))
                    .body("estimates[0].input_tokens.because", hasItem("deadline"));
            given().contentType("text/plain")
                    .body("Hello")
                    .post("/v1/tokens?vocabulary=o200k_base")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("code", equalTo("busy"));
        }
    }

    @Test
    void nothing_of_a_prompt_is_in_a_log_a_metric_or_an_error() {
        List<String> bodies = List.of(
                "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"" + CANARY,
                "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"" + CANARY + "\"}]} " + CANARY,
                "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"" + CANARY + "\",\"content\":\"a\"}]}",
                "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"txt\":\""
                        + CANARY + "\"}]}]}",
                "{\"model\":\"gpt-4o\",\"messages\":\"" + CANARY + "\"}",
                "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,"
                        + CANARY + "!\"}}]}]}",
                "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_audio\",\"input_audio\":{\"data\":\""
                        + CANARY + "\",\"format\":\"wav\"}}]}]}",
                "{\"model\":\"gpt-4o\",\"max_tokens\":\"" + CANARY
                        + "\",\"messages\":[{\"role\":\"user\",\"content\":\"" + CANARY + "\"}]}",
                "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"" + CANARY + "\",\"content\":\""
                        + CANARY + "\"}]}",
                "{\"model\":\"gpt-4o\",\"max_tokens\":10,\"messages\":[{\"role\":\"user\",\"content\":\"" + CANARY
                        + "\"}]}");
        Captured log = new Captured();
        Logger root = Logger.getLogger("");
        root.addHandler(log);
        try {
            for (String path : List.of(
                    "/v1/checks",
                    "/v1/checks/v1/chat/completions",
                    "/v1/estimates",
                    "/v1/messages/count_tokens",
                    "/v1/responses/input_tokens")) {
                for (String body : bodies) {
                    String answer = given().contentType("application/json")
                            .body(body)
                            .post(path)
                            .asString();
                    assertThat(answer).as("%s with %s", path, body).isNotEmpty().doesNotContain(CANARY);
                }
            }
            assertThat(given().get("/q/metrics").asString()).doesNotContain(CANARY);
        } finally {
            root.removeHandler(log);
        }
        assertThat(log.lines).noneMatch(line -> line.contains(CANARY));
    }

    private static final class Captured extends Handler {
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        Captured() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(
                    line.getMessage() + " " + java.util.Arrays.toString(line.getParameters()) + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
