package smeta.http.checks;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Checks of every kind of request, sent to the path that it has at its vendor. */
@QuarkusTest
class VendorPathsTest {
    private static final String CLAUDE = "{\"anthropic_version\":\"vertex-2023-10-16\",\"max_tokens\":10,"
            + "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

    private static ValidatableResponse check(String path, String body) {
        return given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body(body)
                .post("/v1/checks/" + path + (path.contains("?") ? "&" : "?") + "currency=USD&on=2026-11-22")
                .then();
    }

    private static ValidatableResponse holds(String path, String body, String amount) {
        return check(path, body).statusCode(200).body("hold.amount", equalTo(amount));
    }

    @Test
    void embeddings() {
        // 3 tokens × 0.02 / 1,000,000, to six decimals
        holds(
                        "v1/embeddings?scale=8",
                        "{\"model\":\"text-embedding-3-small\",\"input\":[[9906,1917],[15339]]}",
                        "0.00000006")
                .body("decision", equalTo("allow"));
        holds("openai/deployments/text-embedding-3-small/embeddings?scale=8", "{\"input\":[15339]}", "0.00000002");
        check("v1beta/models/gemini-embedding-001:embedContent", "{\"content\":{\"parts\":[{\"text\":\"Hi\"}]}}")
                .body("model", equalTo("google/gemini-embedding-001"))
                .body("reasons", hasSize(0));
    }

    @Test
    void pictures_speech_and_films() {
        // 12 characters × 15 / 1,000,000
        holds("v1/audio/speech", "{\"model\":\"tts-1\",\"input\":\"Hello, world\",\"voice\":\"alloy\"}", "0.00018");
        // 0.12 in hd
        holds(
                "v1/images/generations",
                "{\"model\":\"dall-e-3\",\"prompt\":\"A fox\",\"size\":\"1792x1024\",\"quality\":\"hd\"}",
                "0.12");
    }

    @Test
    void claude_on_vertex_is_of_the_paths_model_and_location() {
        String claude = "/publishers/anthropic/models/claude-sonnet-4-5@20250929:rawPredict?scale=8";
        // a prompt of 15 tokens at most × 3 + 10 × 15, per million
        holds("v1/projects/p/locations/global" + claude, CLAUDE, "0.000195")
                .body("model", equalTo("vertex/claude-sonnet-4-5"));
        // endpoints of a region cost 1.1 times as much: 0.000195 × 1.1
        holds("v1/projects/p/locations/us-east5" + claude, CLAUDE, "0.0002145");
        holds("v1/projects/p/locations/europe-west1" + claude, CLAUDE, "0.0002145");
        // of places that the card doesn't name, the dearest
        holds("v1/projects/p/locations/asia-southeast1" + claude, CLAUDE, "0.0002145");
        holds(
                "v1/projects/p/locations/us-east5" + claude.replace("rawPredict", "streamRawPredict"),
                CLAUDE,
                "0.0002145");
        // what the query says comes first: (15 × 5 + 10 × 25) × 1.1, per million
        holds(
                "v1/projects/p/locations/us-east5" + claude + "&models=vertex/claude-opus-4-5&residency=eu",
                CLAUDE,
                "0.0003575");
    }

    @Test
    void a_recording_in_a_form_is_measured() {
        byte[] second = new byte[44 + 16_000];
        System.arraycopy(
                java.util.HexFormat.of()
                        .parseHex("52494646a43e000057415645666d7420100000000100010040"
                                + "1f0000803e00000200100064617461803e0000"),
                0,
                second,
                0,
                44);
        given().config(RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig()))
                .multiPart("file", "a.wav", second, "audio/wav")
                .multiPart("model", "whisper-1")
                .post("/v1/checks/v1/audio/transcriptions?on=2026-11-22")
                .then()
                .statusCode(200)
                // 1 s × 0.006 / 60; the model has no published window
                .body("hold.amount", equalTo("0.0001"));
    }

    @Test
    void conversations_of_other_vendors() {
        check(
                        "model/anthropic.claude-3-5-sonnet-20240620-v1%3A0/converse",
                        "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hi\"}]}],\"inferenceConfig\":{\"maxTokens\":9}}")
                .statusCode(200)
                .body("problem", nullValue());
        check(
                        "foundationModels/v1/completion",
                        "{\"modelUri\":\"gpt://folder/yandexgpt-lite/latest\",\"completionOptions\":{\"maxTokens\":\"100\"},"
                                + "\"messages\":[{\"role\":\"user\",\"text\":\"Привет\"}]}")
                .statusCode(200);
        // 20 tokens of reply at most
        check(
                        "api/chat?models=gpt-4o",
                        "{\"model\":\"llama3.2\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],"
                                + "\"options\":{\"num_predict\":20}}")
                .statusCode(200)
                .body("hold.amount", equalTo("0.00022"));
    }

    @Test
    void a_search_model_is_not_allowed_under_its_fee() {
        // the fee alone is 0.035
        check(
                        "v1/chat/completions?limit=0.03",
                        "{\"model\":\"gpt-4o-search-preview\",\"max_tokens\":50,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                .body("decision", equalTo("deny"));
        check(
                        "v1/chat/completions?limit=0.01",
                        "{\"model\":\"sonar-deep-research\",\"max_tokens\":50,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                .body("decision", equalTo("deny"));
    }
}
