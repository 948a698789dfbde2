package smeta.http.estimates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@code POST /v1/estimates}. */
@QuarkusTest
class EstimatesTest {
    private static final RestAssuredConfig AS_GIVEN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT)
                    .encodeContentTypeAs("application/vnd.acme+json", ContentType.TEXT)
                    .encodeContentTypeAs("application/octet-stream", ContentType.TEXT));
    /** 9 tokens for gpt-4o: the sample of OpenAI's reference. */
    private static final String HELLO =
            "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello!\"}]}";

    private static ValidatableResponse json(String query, String body) {
        return given().config(AS_GIVEN)
                .contentType("application/json")
                .body(body)
                .when()
                .post("/v1/estimates" + query)
                .then();
    }

    private static ValidatableResponse text(String query, String body) {
        return given().config(AS_GIVEN)
                .contentType("text/plain")
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .when()
                .post("/v1/estimates" + query)
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", notNullValue())
                .body("title", notNullValue())
                .body("detail", notNullValue());
    }

    @Test
    void an_answer_has_the_shape_of_the_contract() {
        json("?output=100&max_output=200", HELLO)
                .statusCode(200)
                .contentType("application/json")
                .body("catalogue", notNullValue())
                .body("on", equalTo("2026-11-22"))
                .body("dialect", equalTo("openai-chat"))
                .body("exchange", empty())
                .body("unknown", empty())
                .body("estimates", hasSize(1))
                .body("estimates[0].model", equalTo("openai/gpt-4o"))
                .body("estimates[0].asked", equalTo("gpt-4o"))
                .body("estimates[0].input_tokens.low", equalTo(9))
                .body("estimates[0].input_tokens.likely", equalTo(9))
                .body("estimates[0].input_tokens.high", equalTo(9))
                .body("estimates[0].input_tokens.precision", equalTo("exact"))
                .body("estimates[0].input_tokens.tokenizer", equalTo("o200k_base"))
                .body("estimates[0].output_tokens.likely", equalTo(100))
                .body("estimates[0].output_tokens.high", equalTo(200))
                .body("estimates[0].fit.verdict", equalTo("fits"))
                .body("estimates[0].fit.context", equalTo(128_000))
                .body("estimates[0].fit.room_for_reply", equalTo(16_384))
                .body("estimates[0].cost.complete", equalTo(true))
                .body("estimates[0].cost.currency", equalTo("USD"))
                // 9 × 2.5 + 100 × 10 = 1,022.5 / 1M, half-up to six decimals
                .body("estimates[0].cost.likely", equalTo("0.001023"))
                .body("estimates[0].cost.billed.amount", equalTo("0.0010225"))
                .body("estimates[0].cost.unpriced", empty())
                .body("estimates[0].price_source.as_of", notNullValue())
                .body("assumed.find { it.name == 'output' }.value", equalTo("100"))
                .body("assumed.find { it.name == 'output' }.why", equalTo("query"))
                .body("estimates[0]", not(hasKey("lines")))
                .body("estimates[0]", not(hasKey("parts")))
                .body("estimates[0]", not(hasKey("sources")));
    }

    @Test
    void the_defaults_are_listed_as_assumed() {
        json("", HELLO)
                .statusCode(200)
                .body("assumed.find { it.name == 'output' }.value", equalTo("500"))
                .body("assumed.find { it.name == 'output' }.why", containsString("default"));
        json("", HELLO.replace("{\"model\"", "{\"max_tokens\":77,\"model\""))
                .statusCode(200)
                .body("assumed.find { it.name == 'max_output' }.value", equalTo("77"))
                .body("assumed.find { it.name == 'max_output' }.why", equalTo("body"))
                .body("estimates[0].output_tokens.likely", equalTo(77));
    }

    @ParameterizedTest(name = "scale {0}: {1}")
    @CsvSource({"2,0.00", "4,0.001", "6,0.001023", "7,0.0010225", "18,0.0010225"})
    void amounts_are_rounded_once_half_up_and_lose_trailing_zeros_down_to_two(int scale, String likely) {
        // 0.0010225 USD
        json("?output=100&scale=" + scale, HELLO).statusCode(200).body("estimates[0].cost.likely", equalTo(likely));
    }

    @Test
    void include_adds_lines_parts_and_sources() {
        json("?output=100&include=lines,parts&include=sources", HELLO)
                .statusCode(200)
                .body("estimates[0].lines.amount.amount", hasItem("0.001"))
                .body("estimates[0].lines.rate.per", everyItem(equalTo(1_000_000)))
                .body("estimates[0].lines.formula", hasItem("100 × 10 USD / 1000000"))
                .body("estimates[0].parts.item", hasItem("reply"))
                .body("estimates[0].parts.findAll { it.meter == 'input_tokens' }.quantity.sum()", equalTo(9))
                .body("estimates[0].sources.price.title", not(empty()))
                .body("estimates[0].sources.limits.as_of", not(empty()));
    }

    @Test
    void the_lines_add_up_to_what_is_billed() {
        List<String> amounts = json("?output=100&image=1024x1024&cached=5&include=lines", HELLO)
                .statusCode(200)
                .extract()
                .path("estimates[0].lines.amount.amount");
        BigDecimal sum = amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        // 4 × 2.5 + 5 × 1.25 + 765 × 2.5 + 100 × 10 = 10 + 6.25 + 1,912.5 + 1,000 = 2,928.75 / 1M
        assertThat(sum).isEqualByComparingTo("0.00292875");
    }

    @Test
    void a_cost_in_rubles_names_its_rate_its_day_and_its_age() {
        // Bank of Russia, 2026-07-01: 78.2696; 0.0010225 × 78.2696 = 0.080030666
        json("?output=100&currency=RUB&scale=9", HELLO)
                .statusCode(200)
                .body("estimates[0].cost.currency", equalTo("RUB"))
                .body("estimates[0].cost.likely", equalTo("0.080030666"))
                .body("estimates[0].cost.billed.currency", equalTo("USD"))
                .body("exchange", hasSize(1))
                .body("exchange[0].rate", equalTo("78.2696"))
                .body("exchange[0].date", equalTo("2026-07-01"))
                .body("exchange[0].source", containsString("Bank of Russia"))
                // 30 days of July after the first, 31, 30, 31 and 22 days
                .body("notes[0].code", equalTo("old_exchange_rate"))
                .body("notes[0].values.date", equalTo("2026-07-01"))
                .body("notes[0].values.days", equalTo(144))
                .body("notes[0].text", containsString("144 days"));
    }

    @Test
    void a_day_without_an_exchange_rate_is_a_422() {
        problem(json("?currency=RUB&on=2025-01-01", HELLO), 422, "no_exchange_rate")
                .body("hint", notNullValue());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/octet-stream",
                "application/json",
                "application/json; charset=utf-8",
                "application/vnd.acme+json"
            })
    void json_is_understood_whatever_curl_calls_it(String type) {
        given().config(AS_GIVEN)
                .contentType(type)
                .body(HELLO)
                .when()
                .post("/v1/estimates")
                .then()
                .statusCode(200)
                .body("dialect", equalTo("openai-chat"))
                .body("estimates[0].input_tokens.likely", equalTo(9));
    }

    @Test
    void text_is_a_plain_prompt_even_if_it_looks_like_json() {
        text("?models=gpt-4o", "Hello!")
                .statusCode(200)
                .body("dialect", equalTo("plain"))
                .body("estimates[0].input_tokens.likely", equalTo(9));
        text("?models=gpt-4o", "{\"model\":\"x\"}").statusCode(200).body("dialect", equalTo("plain"));
        given().config(AS_GIVEN)
                .contentType("application/x-www-form-urlencoded")
                .body("Hello!")
                .when()
                .post("/v1/estimates?models=gpt-4o")
                .then()
                .statusCode(200)
                .body("dialect", equalTo("plain"))
                .body("estimates[0].input_tokens.likely", equalTo(9));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "application/xml,415,unsupported_media_type",
        "image/png,415,unsupported_media_type",
        "multipart/form-data,400,not_a_form"
    })
    void another_media_type_or_a_form_without_a_boundary_is_refused(String type, int status, String code) {
        problem(
                given().config(AS_GIVEN)
                        .contentType(type)
                        .body("<a/>".getBytes())
                        .when()
                        .post("/v1/estimates?models=gpt-4o")
                        .then(),
                status,
                code);
    }

    @Test
    void an_unknown_model_among_several_goes_to_unknown_and_the_rest_is_answered() {
        json("?models=gpt-4o,gtp-4o,nothing-like-that-at-all", HELLO)
                .statusCode(200)
                .body("estimates.model", contains("openai/gpt-4o"))
                .body("unknown.asked", contains("gtp-4o", "nothing-like-that-at-all"))
                .body("unknown[0].suggestions", hasItem("openai/gpt-4o"))
                .body("unknown[1].suggestions", empty());
    }

    @Test
    void a_single_unknown_model_is_a_404_with_suggestions() {
        problem(json("?models=gtp-4o", HELLO), 404, "unknown_model")
                .body("suggestions", hasItem("openai/gpt-4o"))
                .body("hint", containsString("gpt-4o"));
        problem(json("", HELLO.replace("gpt-4o", "gtp-4o")), 404, "unknown_model")
                .body("suggestions", hasItem("openai/gpt-4o"));
    }

    @Test
    void without_any_model_it_is_a_400_that_says_where_to_name_one() {
        problem(text("", "Hello!"), 400, "bad_query")
                .body("errors[0].parameter", equalTo("models"))
                .body("errors[0].hint", notNullValue());
    }

    @Test
    void models_may_repeat_and_come_in_the_order_in_which_they_were_asked() {
        json("?models=gpt-4o-mini&models=gpt-4o,gpt-4", HELLO)
                .statusCode(200)
                .body("estimates.asked", contains("gpt-4o-mini", "gpt-4o", "gpt-4"));
    }

    @Test
    void all_models_answer_at_once_the_cheapest_that_fits_first() {
        ValidatableResponse all = text(
                        "?models=*&sort=cost&currency=RUB&output=800", "Сколько будет стоить этот запрос? ".repeat(160))
                .statusCode(200)
                .body("estimates.size()", greaterThan(118))
                .body("unknown", empty())
                .body("estimates[0].fit.verdict", equalTo("fits"));
        List<String> verdicts = all.extract().path("estimates.fit.verdict");
        assertThat(verdicts.indexOf("over") < 0 || verdicts.lastIndexOf("fits") < verdicts.indexOf("over"))
                .isTrue();
        List<String> first = all.extract()
                .path("estimates.findAll { it.fit.verdict == 'fits' && it.cost != null && it.cost.complete"
                        + " }.cost.likely");
        assertThat(first).hasSizeGreaterThan(50);
        assertThat(new BigDecimal(first.get(0))).isLessThanOrEqualTo(new BigDecimal(first.get(20)));
    }

    @Test
    void the_whole_catalogue_is_narrowed_by_provider_modality_and_context() {
        text("?models=*&provider=anthropic", "Hello!")
                .statusCode(200)
                .body("estimates.model", everyItem(matchesPattern("anthropic/.+")));
        text("?models=*&accepts=audio,video", "Hello!")
                .statusCode(200)
                .body("estimates.model", hasItem("google/gemini-2.0-flash"))
                .body("estimates.model", not(hasItem("openai/gpt-4o")));
        text("?models=*&min_context=1000000", "Hello!")
                .statusCode(200)
                .body("estimates.model", not(hasItem("openai/gpt-4o")))
                .body("estimates", not(empty()));
        List<Integer> contexts = text("?models=*&provider=openai&sort=context", "Hello!")
                .statusCode(200)
                .extract()
                .path("estimates.findAll { it.fit.verdict == 'fits' && it.cost != null }.fit.context");
        assertThat(contexts).isNotEmpty();
    }

    @ParameterizedTest(name = "?{0}")
    @CsvFileSource(resources = "/http/bad-queries.csv", numLinesToSkip = 1)
    void a_bad_value_is_a_400_that_names_it(String query, String parameter) {
        problem(
                        given().urlEncodingEnabled(false)
                                .config(AS_GIVEN)
                                .contentType("application/json")
                                .body(HELLO)
                                .when()
                                .post("/v1/estimates?" + query)
                                .then(),
                        400,
                        "bad_query")
                .body("errors.parameter", hasItem(parameter))
                .body("errors.detail", everyItem(not(containsString("null"))));
    }

    @Test
    void every_bad_value_is_reported_at_once() {
        problem(
                        json(
                                "?output=-1&currency=XYZ&on=yesterday&bound=middle&tier=slow&colour=blue&image=big&scale=99",
                                HELLO),
                        400,
                        "bad_query")
                .body("errors.parameter", hasSize(8))
                .body(
                        "errors.parameter",
                        org.hamcrest.Matchers.containsInAnyOrder(
                                "output", "currency", "on", "bound", "tier", "colour", "image", "scale"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/http/bad-bodies.csv", numLinesToSkip = 1)
    void a_bad_body_is_a_problem_with_its_place(String what, String body, int status, String code, String pointer) {
        ValidatableResponse response = problem(json("?models=gpt-4o", body == null ? "" : body), status, code)
                .body("hint", notNullValue());
        response.body("pointer", pointer == null ? nullValue() : equalTo(pointer.equals("-") ? "" : pointer));
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        byte[] latin = {'{', '"', 'a', '"', ':', '"', (byte) 0xE9, '"', '}'};
        problem(
                given().config(AS_GIVEN)
                        .contentType("application/json")
                        .body(latin)
                        .when()
                        .post("/v1/estimates?models=gpt-4o")
                        .then(),
                400,
                "not_utf8");
        problem(
                given().config(AS_GIVEN)
                        .contentType("text/plain")
                        .body(latin)
                        .when()
                        .post("/v1/estimates?models=gpt-4o")
                        .then(),
                400,
                "not_utf8");
    }

    @Test
    void a_zero_character_in_a_prompt_is_text() {
        text("?models=gpt-4o", "a\u0000b").statusCode(200).body("estimates[0].input_tokens.likely", greaterThan(8));
        json("?models=gpt-4o", HELLO.replace("Hello!", "\\u0000\\ud800")).statusCode(200);
    }

    @Test
    void special_tokens_in_a_prompt_are_text() {
        // tiktoken, encode_ordinary("<|endoftext|>"): 7 tokens on o200k_base, not 1
        text("?models=gpt-4o", "<|endoftext|>")
                .statusCode(200)
                .body("estimates[0].input_tokens.likely", greaterThan(10));
    }

    @Test
    void ten_megabytes_of_text_are_counted_and_do_not_fit() {
        text("?models=gpt-4o", "Сколько это стоит? ".repeat(300_000))
                .statusCode(200)
                .body("estimates[0].fit.verdict", equalTo("over"))
                .body("estimates[0].fit.over_by", greaterThan(1_000_000));
    }

    @Test
    void an_unfitting_or_unsupported_request_is_an_answer_and_no_error() {
        json("?models=gpt-4&image=100x100", HELLO)
                .statusCode(200)
                .body("estimates[0].fit.verdict", equalTo("unsupported"))
                .body("estimates[0].fit.reasons", contains("takes_no_images"));
        json("?max_output=20000", HELLO)
                .statusCode(200)
                .body("estimates[0].fit.verdict", equalTo("tight"))
                .body("estimates[0].fit.room_for_reply", equalTo(16_384));
    }

    @Test
    void what_contradicts_itself_is_a_422() {
        problem(json("?cached=10", HELLO), 422, "cached_exceeds_input").body("hint", notNullValue());
        problem(
                json("?output=11", HELLO.replace("{\"model\"", "{\"max_tokens\":10,\"model\"")),
                422,
                "output_exceeds_cap");
    }

    @Test
    void the_dialect_is_detected_or_told() {
        json(
                        "?models=claude-3-5-sonnet-20241022",
                        "{\"model\":\"m\",\"max_tokens\":5,\"system\":\"s\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                .statusCode(200)
                .body("dialect", equalTo("anthropic"));
        json("?models=gemini-2.0-flash", "{\"contents\":[{\"parts\":[{\"text\":\"Hi\"}]}]}")
                .statusCode(200)
                .body("dialect", equalTo("gemini"));
        json("?dialect=anthropic", HELLO.replace("{\"model\"", "{\"max_tokens\":9,\"model\""))
                .statusCode(200)
                .body("dialect", equalTo("anthropic"));
    }

    @Test
    void bound_decides_what_the_fit_is_taken_on() {
        json("?models=gpt-4o&bound=high", HELLO).statusCode(200).body("estimates[0].fit.verdict", equalTo("fits"));
    }

    @Test
    void an_image_in_the_query_is_priced_by_the_vendors_rule() {
        json("?image=1024x1024&include=parts", HELLO)
                .statusCode(200)
                .body("estimates[0].input_tokens.likely", equalTo(9 + 765))
                .body(
                        "estimates[0].parts.find { it.item == 'image[0]' && it.meter == 'image_tokens' }.quantity",
                        equalTo(765));
    }
}
