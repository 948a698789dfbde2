package smeta.http.vendor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.http.Png;
import smeta.probe.Wave;

/** What the vendors' clients do not show of their count endpoints. */
@QuarkusTest
class CountResourceTest {
    private static final String WAV_OF_ONE_SECOND =
            java.util.Base64.getEncoder().encodeToString(Wave.ofSeconds(1));

    @Test
    void details_by_modality_add_up_to_the_total() {
        var answer = given().contentType("application/json")
                .body("""
                {"contents": [{"role": "user", "parts": [
                  {"text": "What do these have in common?"},
                  {"inlineData": {"mimeType": "image/png", "data": "%s"}},
                  {"inlineData": {"mimeType": "audio/wav", "data": "%s"}}]}]}
                """.formatted(Png.base64(300, 300), WAV_OF_ONE_SECOND))
                .post("/v1beta/models/gemini-2.5-flash:countTokens")
                .then()
                .statusCode(200)
                .body("promptTokensDetails.modality", contains("TEXT", "IMAGE", "AUDIO"))
                // 258 for a small picture, 32 tokens a second of sound
                .body("promptTokensDetails[1].tokenCount", equalTo(258))
                .body("promptTokensDetails[2].tokenCount", equalTo(32))
                .body("$", not(hasKey("cachedContentTokenCount")))
                .extract()
                .jsonPath();
        List<Integer> parts = answer.getList("promptTokensDetails.tokenCount");
        assertThat(parts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(answer.getInt("totalTokens"));
    }

    @Test
    void whole_generate_content_request_counts_its_tools_and_instruction() {
        String content = "\"contents\": [{\"role\": \"user\", \"parts\": [{\"text\": \"How much is 2 + 2?\"}]}]";
        int bare = total("{" + content + "}");
        int wrapped = total("{\"generateContentRequest\": {\"model\": \"models/gemini-2.5-flash\", " + content + "}}");
        int more = total("{\"generateContentRequest\": {\"model\": \"models/gemini-2.5-flash\", " + content
                + ", \"systemInstruction\": {\"parts\": [{\"text\": \"Be brief.\"}]}, \"tools\":"
                + " [{\"functionDeclarations\": [{\"name\": \"add\"}]}]}}");
        assertThat(wrapped).isEqualTo(bare);
        assertThat(more).isGreaterThan(bare + 3);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1beta/models/gemini-2.5-flash:countTokens",
        "/v1/models/gemini-2.5-flash:countTokens",
        "/v1alpha/models/gemini-2.5-flash:countTokens",
        "/v1beta/models/google/gemini-2.5-flash:countTokens",
        "/v1beta/models/google%2Fgemini-2.5-flash:countTokens",
        "/v1beta1/publishers/google/models/gemini-2.5-flash:countTokens",
        "/v1/projects/p/locations/us-central1/publishers/google/models/gemini-2.5-flash:countTokens"
    })
    void paths_of_the_gemini_api_and_of_vertex(String path) {
        given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body("{\"contents\": [{\"parts\": [{\"text\": \"Hi\"}]}]}")
                .post(path)
                .then()
                .statusCode(200)
                .body("totalTokens", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({"GET, 405", "PUT, 405", "DELETE, 405"})
    void wrong_method_is_told_in_the_vendors_shape(String method, int status) {
        given().request(method, "/v1/messages/count_tokens")
                .then()
                .statusCode(status)
                .contentType("application/json")
                .body("type", equalTo("error"))
                .body("error.type", equalTo("invalid_request_error"));
        given().request(method, "/v1/responses/input_tokens")
                .then()
                .statusCode(status)
                .contentType("application/json")
                .body("error.type", equalTo("invalid_request_error"))
                .body("error.param", nullValue());
    }

    @Test
    void any_media_type_is_taken_for_json() {
        given().contentType("application/x-www-form-urlencoded")
                .body("{\"model\":\"gpt-4o\",\"input\":\"Hello!\"}")
                .post("/v1/responses/input_tokens")
                .then()
                .statusCode(200)
                .header("Server-Timing", matchesPattern("read;dur=[\\d.]+, count;dur=[\\d.]+, price;dur=[\\d.]+"))
                .body("input_tokens", equalTo(9));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/messages/count_tokens, error.message",
        "/v1/responses/input_tokens, error.message",
        "/v1beta/models/gemini-2.5-flash:countTokens, error.message"
    })
    void what_is_not_json_is_a_bad_request_in_the_vendors_shape(String path, String message) {
        given().contentType("text/plain")
                .body("Hello!")
                .post(path)
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body(message, containsString("not JSON"))
                .body("$", not(hasKey("title")));
        given().contentType("application/json")
                .post(path)
                .then()
                .statusCode(400)
                .body(message, containsString("empty"));
    }

    @Test
    void unknown_model_of_a_path_is_not_found_in_geminis_shape() {
        given().contentType("application/json")
                .body("{\"contents\": []}")
                .post("/v1beta/models/gemini-9:countTokens")
                .then()
                .statusCode(404)
                .contentType("application/json")
                .body("error.code", equalTo(404))
                .body("error.status", equalTo("NOT_FOUND"));
    }

    @Test
    void other_paths_keep_the_problem_shape() {
        given().contentType("application/json")
                .body("[")
                .post("/v1/estimates")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private static int total(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1beta/models/gemini-2.5-flash:countTokens")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("totalTokens");
    }
}
