package smeta.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything of the HTTP contract that is not an estimate: catalogue, exchange rates, headers, errors. */
@QuarkusTest
class ServiceTest {
    private static final String HELLO =
            "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello!\"}]}";

    @TestHTTPResource("/")
    URL service;

    private static ValidatableResponse get(String path) {
        return given().when().get(path).then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }

    @Test
    void models_are_a_superset_of_openais_list() {
        get("/v1/models")
                .statusCode(200)
                .body("object", equalTo("list"))
                .body("data.size()", greaterThanOrEqualTo(118))
                .body("data.object", everyItem(equalTo("model")))
                .body(
                        "data.id",
                        hasItems("openai/gpt-4o", "dashscope/qwen-max", "routerai/google/gemini-2.0-flash-001"))
                .body("data.find { it.id == 'openai/gpt-4o' }.limits.context", equalTo(128_000))
                .body("data.find { it.id == 'openai/gpt-4o' }.rates.lines.input_tokens.amount", equalTo("2.5"))
                .body("data.find { it.id == 'openai/gpt-4o' }.rates.sources.size()", greaterThanOrEqualTo(1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "openai/gpt-4o,openai/gpt-4o",
        "gpt-4o,openai/gpt-4o",
        "qwen-max-0919,dashscope/qwen-max-2024-09-19",
        "dashscope/qwen-max-0919,dashscope/qwen-max-2024-09-19",
        "routerai/google/gemini-2.0-flash-001,routerai/google/gemini-2.0-flash-001"
    })
    void one_model_is_found_by_id_alias_and_full_name(String name, String id) {
        get("/v1/models/" + name)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("price_cards.size()", greaterThanOrEqualTo(1))
                .body("sources", notNullValue());
    }

    @Test
    void routerais_card_shows_the_printed_rate_and_the_doubt() {
        get("/v1/models/routerai/google/gemini-2.0-flash-001")
                .statusCode(200)
                .body("price_cards[0].lines.image_tokens.amount", equalTo("3.91"))
                .body("price_cards[0].lines.image_tokens.per", equalTo(1_000))
                .body("price_cards[0].doubts[0].line", equalTo("image"))
                .body("price_cards[0].doubts[0].why", containsString("258"))
                .body("limits.context", equalTo(1_000_000))
                .body("limits.context_printed", equalTo("1M"));
    }

    @Test
    void an_unknown_model_is_a_404_with_suggestions() {
        problem(get("/v1/models/gtp-4o"), 404, "unknown_model").body("suggestions", hasItem("openai/gpt-4o"));
    }

    @Test
    void the_catalogue_counts_its_providers() {
        get("/v1/catalogue")
                .statusCode(200)
                .body("version", notNullValue())
                .body("providers.dashscope", greaterThanOrEqualTo(76))
                .body("overridden", equalTo(false))
                .body("defects", empty());
    }

    @Test
    void exchange_rates_name_their_day_and_source() {
        get("/v1/exchange-rates?on=2025-12-13")
                .statusCode(200)
                .body("rates.find { it.from == 'USD' }.rate", equalTo("79.7296"))
                .body("rates.find { it.from == 'USD' }.date", equalTo("2025-12-13"))
                .body("rates.source", everyItem(containsString("Bank of Russia")));
        get("/v1/exchange-rates?on=2025-12-12")
                .statusCode(200)
                .body("rates.find { it.from == 'USD' }.date", equalTo("2025-11-21"));
        get("/v1/exchange-rates")
                .statusCode(200)
                .body("on", equalTo("2026-11-22"))
                .body("rates.find { it.from == 'CNY' }.date", equalTo("2026-07-01"));
        problem(get("/v1/exchange-rates?on=never"), 400, "bad_query").body("errors[0].parameter", equalTo("on"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/v1/models",
                "/v1/models/gpt-4o",
                "/v1/models/resolve?name=gpt-4o&name=gtp-4o",
                "/v1/catalogue",
                "/v1/catalogue/snapshot",
                "/v1/exchange-rates"
            })
    void what_did_not_change_is_a_304(String path) {
        String tag = get(path)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-cache"))
                .extract()
                .header("ETag");
        assertThat(tag).startsWith("\"").endsWith("\"");
        given().header("If-None-Match", tag)
                .when()
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        given().header("If-None-Match", "\"something-else\"")
                .when()
                .get(path)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/v1/models", "/v1/models/gpt-4o", "/v1/catalogue", "/v1/exchange-rates"})
    void head_answers_like_get_and_options_says_what_is_allowed(String path) {
        given().when().head(path).then().statusCode(200).header("ETag", notNullValue());
        given().when().options(path).then().statusCode(200).header("Allow", containsString("GET"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/v1/models?colour=blue",
                "/v1/catalogue?colour=blue",
                "/v1/exchange-rates?colour=blue",
                "/v1/models/gpt-4o?colour=blue"
            })
    void an_unknown_query_word_is_a_400(String path) {
        problem(get(path), 400, "bad_query").body("errors[0].parameter", equalTo("colour"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/v1/catalogue?colour=blue", "/v1/catalogue/snapshot?colour=blue"})
    void where_no_query_word_is_expected_the_hint_says_so(String path) {
        problem(get(path), 400, "bad_query").body("hint", equalTo("leave it out: no query values are expected"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/v1", "/v1/", "/v1/nothing", "/v1/estimates/nothing", "/v1/catalogue/nothing"})
    void a_wrong_path_is_a_problem(String path) {
        problem(get(path), 404, "not_found").body("hint", notNullValue());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET,/v1/estimates",
        "PUT,/v1/estimates",
        "DELETE,/v1/models",
        "POST,/v1/catalogue",
        "PATCH,/v1/exchange-rates"
    })
    void a_wrong_method_is_a_problem(String method, String path) {
        problem(given().when().request(method, path).then(), 405, "method_not_allowed");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/v1/models", "/v1/catalogue", "/v1/exchange-rates"})
    void an_answer_in_another_media_type_is_a_406(String path) {
        problem(given().header("Accept", "text/html").when().get(path).then(), 406, "not_acceptable");
    }

    @Test
    void an_estimate_as_html_is_a_406() {
        problem(
                given().header("Accept", "text/html")
                        .contentType("application/json")
                        .body(HELLO)
                        .when()
                        .post("/v1/estimates")
                        .then(),
                406,
                "not_acceptable");
        given().header("Accept", "*/*")
                .contentType("application/json")
                .body(HELLO)
                .when()
                .post("/v1/estimates")
                .then()
                .statusCode(200);
    }

    @Test
    void the_request_id_is_echoed_on_answers_and_on_errors() {
        given().header("X-Request-Id", "abc-123")
                .when()
                .get("/v1/catalogue")
                .then()
                .header("X-Request-Id", equalTo("abc-123"));
        given().header("X-Request-Id", "abc-123")
                .when()
                .get("/v1/models/nope")
                .then()
                .statusCode(404)
                .header("X-Request-Id", equalTo("abc-123"));
        given().header("X-Request-Id", "abc-123")
                .when()
                .get("/v1/nothing")
                .then()
                .statusCode(404)
                .header("X-Request-Id", equalTo("abc-123"));
        given().header("X-Request-Id", "abc-123")
                .contentType("application/json")
                .body(HELLO)
                .when()
                .post("/v1/estimates")
                .then()
                .header("X-Request-Id", equalTo("abc-123"));
        assertThat(given().header("X-Request-Id", "x".repeat(201))
                        .when()
                        .get("/v1/catalogue")
                        .then()
                        .extract()
                        .header("X-Request-Id"))
                .isNull();
    }

    @Test
    void answers_made_from_prompts_are_not_stored_and_say_how_long_they_took() {
        given().contentType("application/json")
                .body(HELLO)
                .when()
                .post("/v1/estimates")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .header("Server-Timing", containsString("read;dur="))
                .header("Server-Timing", containsString("count;dur="))
                .header("Server-Timing", containsString("price;dur="));
        given().contentType("application/json")
                .body("{")
                .when()
                .post("/v1/estimates")
                .then()
                .statusCode(400)
                .header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void a_body_over_the_limit_is_a_413_with_a_problem() throws IOException {
        String answer = raw(
                "POST /v1/estimates?models=gpt-4o HTTP/1.1\r\n"
                        + "Host: x\r\n"
                        + "X-Request-Id: big-1\r\n"
                        + "Content-Type: text/plain\r\n"
                        + "Content-Length: 99000000\r\n\r\n",
                0);
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"code\":\"body_too_large\"")
                .containsIgnoringCase("x-request-id: big-1");
    }

    @Test
    void a_body_without_a_length_that_grows_over_the_limit_is_a_413_with_a_problem() throws IOException {
        String answer = raw(
                "POST /v1/estimates?models=gpt-4o HTTP/1.1\r\n"
                        + "Host: x\r\n"
                        + "Content-Type: text/plain\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n",
                70);
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"code\":\"body_too_large\"");
    }

    /** Sends the head and so many megabytes in chunks, as far as the service reads on, and returns what it answers. */
    private String raw(String head, int megabytes) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("100000\r\n" + "a ".repeat(0x80000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            try {
                for (int i = 0; i < megabytes; i++) {
                    out.write(chunk);
                }
            } catch (IOException e) {
                // the service has answered and reads no further
            }
            StringBuilder answer = new StringBuilder();
            byte[] buffer = new byte[8192];
            try {
                for (int n = socket.getInputStream().read(buffer);
                        n > 0;
                        n = socket.getInputStream().read(buffer)) {
                    answer.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                    if (answer.indexOf("\r\n\r\n") > 0 && answer.toString().endsWith("}")) {
                        break;
                    }
                }
            } catch (IOException e) {
                // what was read so far counts
            }
            return answer.toString();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"messages\":[{\"role\":\"user\",\"content\":\"GEHEIM\"}",
                "{\"messages\":[{\"role\":\"GEHEIM\",\"content\":\"GEHEIM\"}]}",
                "{\"messages\":\"GEHEIM\"}",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,GEHEIM\"}}]}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"GEHEIM\"}]}",
                "GEHEIM",
                "{\"GEHEIM\":GEHEIM}"
            })
    void nothing_of_a_prompt_is_in_the_log_or_in_an_error(String body) {
        List<String> log = new CopyOnWriteArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                log.add(entry.getMessage() + java.util.Arrays.toString(entry.getParameters()) + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(listener);
        try {
            String answer = given().contentType("application/json")
                    .body(body)
                    .when()
                    .post("/v1/estimates?models=gpt-4o")
                    .then()
                    .statusCode(not(equalTo(500)))
                    .extract()
                    .asString();
            assertThat(answer).doesNotContain("GEHEIM");
            assertThat(log).noneMatch(l -> l.contains("GEHEIM"));
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
    }

    @Test
    void operations_answer() {
        get("/q/health/live").statusCode(200).body("status", equalTo("UP"));
        get("/q/health/ready").statusCode(200).body("status", equalTo("UP"));
        get("/q/metrics").statusCode(200);
        given().header("Accept", "application/json")
                .when()
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", notNullValue());
    }
}
