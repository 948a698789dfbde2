package smeta.http.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model shows by which rules it is counted. */
@QuarkusTest
class ModelRulesTest {
    @ParameterizedTest
    @CsvSource({
        "openai/gpt-4o, image, openai-tiles",
        "openai/gpt-5-mini, image, openai-patches",
        "anthropic/claude-sonnet-4-5, image, claude-patches",
        "google/gemini-2.5-flash, image, gemini-tiles",
        "google/gemini-2.5-flash, audio, per-second",
        "google/gemini-2.5-flash, video, gemini-frames",
        "google/gemini-2.5-flash, document, per-page",
        "dashscope/qwen3-vl-plus, image, qwen-smart-resize"
    })
    void rule_is_told_in_words_with_formula_source_and_date(String model, String medium, String rule) {
        JsonPath json = model(model);
        String at = "media_rules." + medium + ".";
        assertThat(json.getString(at + "rule")).isEqualTo(rule);
        assertThat(json.getString(at + "in_words")).contains(" ");
        assertThat(json.getString(at + "formula")).isNotBlank();
        assertThat(json.getString(at + "source.url")).startsWith("https://");
        assertThat(json.getString(at + "source.as_of")).matches("\\d{4}(-\\d{2}){0,2}");
    }

    @Test
    void framing_has_its_formula() {
        assertThat(model("openai/gpt-4o").getString("framing.formula")).isEqualTo("0 + Σ (3 + role + content) + 3");
    }

    @Test
    void claude_shows_what_its_tools_add() {
        given().get("/v1/models/anthropic/claude-sonnet-5")
                .then()
                .statusCode(200)
                .body("framing.tool_overhead_auto", equalTo(354))
                .body("framing.tool_overhead_any", equalTo(474))
                .body("framing.title", not(blankOrNullString()));
    }

    private static JsonPath model(String name) {
        return given().get("/v1/models/" + name)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
