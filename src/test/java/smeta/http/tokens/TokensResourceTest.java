package smeta.http.tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokensResourceTest {
    @Test
    void published_example_of_qwen_has_these_ids() {
        // Qwen, tokenization note
        JsonPath answer = tokens("vocabulary=qwen&include=ids", "通义千问具有强大的能力。");
        assertThat(answer.getInt("count")).isEqualTo(8);
        assertThat(answer.getList("tokens.id"))
                .containsExactly(31935, 64559, 99320, 56007, 100629, 104795, 99788, 1773);
        assertThat(answer.getString("precision")).isEqualTo("exact");
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, o200k_base, exact",
        "gpt-4, cl100k_base, exact",
        "anthropic/claude-sonnet-4-5, claude-3, estimated"
    })
    void model_names_its_vocabulary(String model, String vocabulary, String precision) {
        JsonPath answer = tokens("model=" + model, "Hello world");
        assertThat(answer.getString("vocabulary")).isEqualTo(vocabulary);
        assertThat(answer.getString("precision")).isEqualTo(precision);
        assertThat(answer.getInt("low")).isLessThanOrEqualTo(answer.getInt("count"));
        assertThat(answer.getInt("count")).isLessThanOrEqualTo(answer.getInt("high"));
    }

    @Test
    void model_without_a_vocabulary_has_no_ids() {
        given().contentType("text/plain")
                .body("Hello world")
                .post("/v1/tokens?model=claude-sonnet-4-5&include=ids")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("tokens")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"o200k_base", "cl100k_base", "qwen"})
    void offsets_slice_the_text_back(String vocabulary) {
        String text = "Hello, 世界! naïve 👩‍👩‍👧‍👦 family 🏳️‍🌈, \t\tтабуляция\r\n"
                + "1234567 <|endoftext|> Vie\u0323\u0302t нои\u0306.";
        JsonPath answer = tokens("vocabulary=" + vocabulary + "&include=ids", text);
        StringBuilder back = new StringBuilder();
        int last = 0;
        for (Map<String, Integer> token : answer.<Map<String, Integer>>getList("tokens")) {
            assertThat(token.get("start")).isEqualTo(last);
            back.append(text, token.get("start"), token.get("end"));
            last = token.get("end");
        }
        assertThat(back).hasToString(text);
        assertThat(answer.getList("tokens")).hasSize(answer.getInt("count"));
    }

    @Test
    void characters_and_bytes_are_those_of_the_text() {
        // the family: 4 people of 4 bytes and 3 joiners of 3
        JsonPath answer = tokens("vocabulary=o200k_base", "👩‍👩‍👧‍👦");
        assertThat(answer.getInt("characters")).isEqualTo(7);
        assertThat(answer.getInt("bytes")).isEqualTo(4 * 4 + 3 * 3);
    }

    @Test
    void long_text_comes_in_pages() {
        // " a" is one token, the first "a" is one too
        String text = "a" + " a".repeat(99_999);
        List<Integer> ids = new ArrayList<>();
        int pages = 0;
        Integer from = 0;
        int end = 0;
        while (from != null) {
            JsonPath answer = tokens("vocabulary=o200k_base&include=ids&from=" + from, text);
            assertThat(answer.getInt("count")).isEqualTo(100_000);
            List<Integer> page = answer.getList("tokens.id");
            assertThat(page).hasSizeLessThanOrEqualTo(20_000);
            assertThat(answer.getInt("tokens[0].start")).isEqualTo(end);
            end = answer.getInt("tokens[-1].end");
            ids.addAll(page);
            from = answer.get("next_from");
            pages++;
        }
        assertThat(pages).isEqualTo(5);
        assertThat(ids).hasSize(100_000);
        assertThat(end).isEqualTo(text.length());
    }

    @Test
    void page_past_the_end_is_empty() {
        JsonPath answer = tokens("vocabulary=o200k_base&include=ids&from=99", "Hello");
        assertThat(answer.getList("tokens")).isEmpty();
        assertThat(answer.<Integer>get("next_from")).isNull();
    }

    @Test
    void nothing_has_no_tokens() {
        assertThat(tokens("vocabulary=o200k_base&include=ids", "").getInt("count"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "from=0, vocabulary",
        "vocabulary=o200k_base&model=gpt-4o, vocabulary",
        "vocabulary=o900k, o200k_base",
        "vocabulary=o200k_base&from=-1, from",
        "vocabulary=o200k_base&include=words, include",
        "vocabulary=o200k_base&colour=red, colour"
    })
    void bad_query_values_are_problems(String query, String named) {
        given().contentType("text/plain")
                .body("Hello")
                .post("/v1/tokens?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("toString()", containsString(named));
    }

    @Test
    void unknown_model_has_suggestions() {
        given().contentType("text/plain")
                .body("Hello")
                .post("/v1/tokens?model=gpt-4oo")
                .then()
                .statusCode(404)
                .body("suggestions[0]", equalTo("openai/gpt-4o"));
    }

    @Test
    void json_is_not_a_text() {
        given().contentType("application/json")
                .body("{}")
                .post("/v1/tokens?vocabulary=o200k_base")
                .then()
                .statusCode(415);
    }

    @Test
    void what_is_not_utf_8_is_refused() {
        given().contentType("application/octet-stream")
                .body(new byte[] {(byte) 0xC3, 0x28})
                .post("/v1/tokens?vocabulary=o200k_base")
                .then()
                .statusCode(400)
                .body("code", equalTo("not_utf8"));
    }

    private static JsonPath tokens(String query, String text) {
        return given().contentType("text/plain; charset=UTF-8")
                .body(text)
                .post("/v1/tokens?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
