package smeta.http.checks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChecksResourceTest {
    private static final String HELLO =
            "{\"model\":\"gpt-4o\",\"max_tokens\":1000,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

    private static RequestSpecification json(String body) {
        return given().urlEncodingEnabled(false).contentType("application/json").body(body);
    }

    @Test
    void an_allowed_request_gets_its_hold_in_the_headers() {
        json(HELLO)
                .post("/v1/checks/v1/chat/completions?limit=0.02&on=2026-11-22")
                .then()
                .statusCode(200)
                .header("Smeta-Decision", "allow")
                .header("Smeta-Hold", "0.01002 USD")
                .header("Smeta-Input-Tokens", "8")
                .header("Cache-Control", "no-store")
                .body("decision", equalTo("allow"))
                .body("reasons", hasSize(0))
                .body("model", equalTo("openai/gpt-4o"))
                .body("hold.amount", equalTo("0.01002"))
                .body("limit.amount", equalTo("0.02"))
                .body("fit.verdict", equalTo("fits"));
    }

    @Test
    void a_denial_is_an_answer_of_200_unless_a_status_is_asked_for() {
        json(HELLO)
                .post("/v1/checks?limit=0.01")
                .then()
                .statusCode(200)
                .header("Smeta-Decision", "deny")
                .body("reasons", contains("over_limit"))
                .body("would_fit.max_output", equalTo(998))
                .body("would_cost.amount", equalTo("0.01"));
    }

    @Test
    void what_a_body_asks_for_is_held() {
        String body =
                "{\"model\":\"%s\",\"max_tokens\":1000,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]%s}";
        // at most n tokens in at 5 and 1,000 out at 25 a million; fast mode six times as dear, the United States 1.1
        // times
        held(body.formatted("claude-opus-4-6", ""), "allow", "1");
        held(body.formatted("claude-opus-4-6", ",\"speed\":\"fast\""), "deny", "6");
        held(body.formatted("claude-opus-4-8", ",\"inference_geo\":\"us\""), "allow", "1.1");
    }

    private static void held(String body, String decision, String factor) {
        Response answer = json(body).post("/v1/checks/v1/messages?limit=0.03&currency=USD");
        long in = Long.parseLong(answer.header("Smeta-Input-Tokens"));
        BigDecimal hold = new BigDecimal(in * 5 + 1_000 * 25).movePointLeft(6).multiply(new BigDecimal(factor));
        assertThat(answer.header("Smeta-Decision")).isEqualTo(decision);
        assertThat(new BigDecimal(answer.header("Smeta-Hold").replace(" USD", "")))
                .isEqualByComparingTo(hold.setScale(6, RoundingMode.HALF_UP));
    }

    @Test
    void deny_status_makes_a_denial_a_problem() {
        for (int status : new int[] {402, 403, 413, 429}) {
            json(HELLO)
                    .post("/v1/checks?limit=0.01&deny_status=" + status)
                    .then()
                    .statusCode(status)
                    .contentType("application/problem+json")
                    .header("Smeta-Decision", "deny")
                    .header("Smeta-Hold", "0.01002 USD")
                    .body("code", equalTo("over_limit"))
                    .body("status", equalTo(status))
                    .body("would_fit.max_output", equalTo(998));
        }
    }

    @Test
    void geminis_model_comes_from_the_path() {
        json("{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hello\"}]}]}")
                .post("/v1/checks/v1beta/models/gemini-2.0-flash:generateContent")
                .then()
                .statusCode(200)
                .body("model", equalTo("google/gemini-2.0-flash"));
    }

    @Test
    void anthropics_path_says_how_to_read_an_ambiguous_body() {
        json("{\"model\":\"claude-3-5-haiku-20241022\",\"max_tokens\":10,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}")
                .post("/v1/checks/v1/messages")
                .then()
                .statusCode(200)
                .body("model", equalTo("anthropic/claude-3-5-haiku-20241022"));
    }

    @Test
    void an_unknown_model_is_denied_not_missing() {
        String body = HELLO.replace("gpt-4o", "gtp-4o");
        json(body)
                .post("/v1/checks")
                .then()
                .statusCode(200)
                .header("Smeta-Decision", "deny")
                .body("reasons", contains("unknown_model"))
                .body("suggestions", hasItem("openai/gpt-4o"));
        json(body).post("/v1/checks?deny_status=403").then().statusCode(403).body("code", equalTo("unknown_model"));
        json(body)
                .post("/v1/checks?unknown=allow")
                .then()
                .statusCode(200)
                .header("Smeta-Decision", "allow")
                .header("Smeta-Hold", nullValue())
                .body("not_known", contains("unknown_model"));
    }

    @Test
    void instead_names_models_that_pass() {
        json(HELLO)
                .post("/v1/checks?limit=0.005&currency=USD&alternatives=true")
                .then()
                .statusCode(200)
                .body("instead", hasSize(5))
                .body("instead.model", not(hasItem("openai/gpt-4o")));
    }

    @Test
    void a_missing_cap_is_named_among_what_was_assumed() {
        json(HELLO.replace("\"max_tokens\":1000,", ""))
                .post("/v1/checks")
                .then()
                .statusCode(200)
                .body("assumed.find { it.name == 'max_output' }.value", equalTo("the model's maximum"))
                .header("Smeta-Hold", "0.16386 USD");
    }

    @Test
    void a_long_text_is_counted_until_the_answer_is_certain() {
        json(HELLO.replace("Hello", "hello ".repeat(140_000)))
                .post("/v1/checks")
                .then()
                .statusCode(200)
                .body("counted", equalTo("until certain"))
                .body("input_tokens.more_than", equalTo(128000))
                .header("Smeta-Input-Tokens", nullValue());
    }

    @Test
    void bad_values_are_reported_together() {
        json(HELLO)
                .post("/v1/checks?models=a,b&limit=-1&deny_status=500&unknown=maybe")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("models", "limit", "unknown", "deny_status"));
    }

    @Test
    void other_methods_are_refused() {
        given().get("/v1/checks/v1/chat/completions").then().statusCode(405);
    }
}
