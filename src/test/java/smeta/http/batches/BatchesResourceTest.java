package smeta.http.batches;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smeta.http.load.Load;

@QuarkusTest
@TestProfile(BatchesResourceTest.ShortLines.class)
class BatchesResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static final class ShortLines implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("smeta.load.batch-line", "2K", "smeta.load.batches", "1", "smeta.load.body", "1K");
        }
    }

    @TestHTTPResource
    URL url;

    @Inject
    Load load;

    private static List<JsonNode> send(String query, String lines) throws Exception {
        String answer = given().urlEncodingEnabled(false)
                .contentType("application/jsonl")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/batches" + query)
                .then()
                .statusCode(200)
                .contentType("application/jsonl")
                .extract()
                .asString();
        List<JsonNode> read = new ArrayList<>();
        for (String line : answer.split("\n")) {
            read.add(JSON.readTree(line));
        }
        return read;
    }

    private static String openAi(String id, String text) {
        return "{\"custom_id\":\"" + id
                + "\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"model\":\"gpt-4o-mini\",\"max_tokens\":100,"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}}";
    }

    @Test
    void lines_of_every_vendor_are_answered_and_added_up() throws Exception {
        List<JsonNode> answer = send(
                "?output=50",
                String.join(
                        "\n",
                        openAi("one", "Hello"),
                        "",
                        "{\"custom_id\":\"two\",\"params\":{\"model\":\"claude-3-5-haiku-20241022\",\"max_tokens\":10,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}}"
                                .replace("\"max_tokens\":10", "\"max_tokens\":100"),
                        "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}",
                        ""));
        assertThat(answer).hasSize(4);
        assertThat(answer.get(0).path("custom_id").asText()).isEqualTo("one");
        assertThat(answer.get(0).at("/estimates/0/input_tokens/likely").asLong())
                .isEqualTo(8);
        assertThat(answer.get(0).at("/estimates/0/verdict").asText()).isEqualTo("fits");
        assertThat(answer.get(1).at("/estimates/0/model").asText()).startsWith("anthropic/");
        assertThat(answer.get(1).path("line").asLong()).isEqualTo(3);
        JsonNode summary = answer.get(3).path("summary");
        assertThat(summary.path("lines").asLong()).isEqualTo(3);
        JsonNode mini = summary.at("/models/0");
        assertThat(mini.path("requests").asLong()).isEqualTo(2);
        assertThat(mini.at("/input_tokens/likely").asLong()).isEqualTo(16);
        // 2 × (8 × 0.15 + 50 × 0.60) / 1M = 0.0000624, in batch half of it
        assertThat(mini.at("/cost/likely").asText()).isEqualTo("0.000062");
        assertThat(mini.at("/batch_tier/saves").asText()).isEqualTo("0.000031");
    }

    @Test
    void a_bad_line_spoils_itself_only() throws Exception {
        List<JsonNode> answer = send(
                "",
                String.join(
                        "\n",
                        openAi("a", "Hello"),
                        "{\"custom_id\":",
                        openAi("long", "x".repeat(4000)),
                        openAi("c", "Hello").replace("gpt-4o-mini", "gtp-4o-mini"),
                        openAi("d", "Hello").replace("\"Hello\"", "5"),
                        openAi("e", "Hello")));
        assertThat(answer).hasSize(7);
        assertThat(answer.get(1).at("/problem/code").asText()).isEqualTo("not_json");
        assertThat(answer.get(2).at("/problem/code").asText()).isEqualTo("line_too_long");
        assertThat(answer.get(3).at("/problem/code").asText()).isEqualTo("unknown_model");
        assertThat(answer.get(4).at("/problem/pointer").asText()).startsWith("/body/messages/0");
        assertThat(answer.get(5).path("custom_id").asText()).isEqualTo("e");
        assertThat(answer.get(6).at("/summary/problems").asLong()).isEqualTo(4);
    }

    @Test
    void order_is_kept_over_many_lines_and_a_batch_has_no_body_limit() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            lines.append(openAi("r" + i, "word ".repeat(i % 50))).append('\n');
        }
        List<JsonNode> answer = send("?models=gpt-4o-mini,gpt-4o", lines.toString());
        assertThat(answer).hasSize(5001);
        for (int i = 0; i < 5000; i++) {
            assertThat(answer.get(i).path("custom_id").asText()).isEqualTo("r" + i);
            assertThat(answer.get(i).path("estimates")).hasSize(2);
        }
        JsonNode summary = answer.get(5000).path("summary");
        assertThat(summary.path("models")).hasSize(2);
        assertThat(summary.path("dearest")).hasSize(10);
        assertThat(summary.at("/dearest/0/model").asText()).isEqualTo("openai/gpt-4o");
        // half of the prompts have at most 25 words; a class of sizes is 1 % wide
        assertThat(summary.at("/models/0/input_tokens/p50").asLong()).isBetween(25L, 40L);
    }

    @Test
    void answers_come_while_the_batch_is_still_being_sent_and_a_client_that_goes_away_stops_the_work()
            throws Exception {
        String piece = (openAi("s", "Hello") + "\n").repeat(2000);
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST /v1/batches HTTP/1.1\r\nHost: x\r\nContent-Type: application/jsonl\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String line = in.readLine();
            assertThat(line).startsWith("HTTP/1.1 200");
            while (!line.contains("\"custom_id\":\"s\"")) {
                line = in.readLine();
            }
            given().contentType("application/jsonl")
                    .body("{}".getBytes(StandardCharsets.UTF_8))
                    .post("/v1/batches")
                    .then()
                    .statusCode(503);
        }
        for (int i = 0; i < 3000 && load.batches() + load.counting() > 0; i++) {
            Thread.sleep(10);
        }
        assertThat(load.batches()).isZero();
        assertThat(load.counting()).isZero();
    }

    @Test
    void all_models_at_once_are_refused() {
        given().contentType("application/jsonl")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/batches?models=*")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("models"));
    }
}
