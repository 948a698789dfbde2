package smeta.http.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as people write them, on the catalogue that ships. */
@QuarkusTest
class ResolveTest {
    /** The third source document's own request: RouterAI, by its code example. */
    private static final String ROUTERAI = "{\"model\": \"google/gemini-2.0-flash-001\","
            + " \"messages\": [{\"role\": \"user\", \"content\": \"Hello, how are you?\"}]}";

    private static ValidatableResponse resolve(String name) {
        return given().queryParam("name", name).when().get("/v1/models/resolve").then();
    }

    private static ValidatableResponse estimate(String query) {
        return given().contentType("application/json")
                .body(ROUTERAI)
                .when()
                .post("/v1/estimates?on=2026-01-15&output=100&" + query)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, openai/gpt-4o, ''",
        "GLM-5, zai/glm-5, case",
        "models/gemini-2.5-flash, google/gemini-2.5-flash, resource_path",
        "claude-3-haiku-20240307, anthropic/claude-3-haiku-20240307, ''",
        "anthropic/claude-sonnet-4.5, anthropic/claude-sonnet-4-5-20250929, seller_prefix"
    })
    void a_name_means_its_makers_offer(String name, String model, String by) {
        resolve(name)
                .statusCode(200)
                .body("resolved[0].asked", equalTo(name))
                .body("resolved[0].model", equalTo(model))
                .body("resolved[0].no_price", nullValue())
                .body("resolved[0].by", by.isEmpty() ? hasSize(0) : hasItem(by));
    }

    /** Both cost the same: USD 2.50 and 10 for gpt-4o's snapshot, 0.50 and 1.50 for the newest Mistral Large. */
    @ParameterizedTest
    @CsvSource({
        "gpt-4o-2024-08-06, openai/gpt-4o, 2.50, 10.00",
        "mistral-large-latest, mistral/mistral-large-2512, 0.50, 1.50"
    })
    void a_snapshot_and_a_moving_alias_cost_what_the_listed_offer_costs(
            String name, String listed, String input, String output) {
        for (String one : new String[] {name, listed}) {
            given().contentType("application/json")
                    .body("{\"model\":\"" + one + "\",\"usage\":{\"input_tokens\":1000000,\"output_tokens\":1000000}}")
                    .when()
                    .post("/v1/bills")
                    .then()
                    .statusCode(200)
                    .body("lines[0].amount.amount", equalTo(input))
                    .body("lines[1].amount.amount", equalTo(output));
        }
    }

    @Test
    void a_family_without_such_a_model_has_its_vocabulary_and_no_price() {
        resolve("gpt-4o-2031-01-01")
                .statusCode(200)
                .body("resolved[0].family", equalTo("gpt-4o"))
                .body("resolved[0].tokenizer", equalTo("o200k_base"))
                .body("resolved[0].no_price", equalTo(true));
        estimate("models=gpt-4o-2031-01-01")
                .body("estimates[0].cost", nullValue())
                .body("estimates[0].input_tokens.tokenizer", equalTo("o200k_base"))
                .body("estimates[0].input_tokens.precision", equalTo("estimated"))
                .body("estimates[0].resolved.family", equalTo("gpt-4o"))
                .body("estimates[0].fit.verdict", equalTo("unknown"));
    }

    @Test
    void a_check_still_denies_what_has_no_price() {
        given().contentType("application/json")
                .body(ROUTERAI.replace("google/gemini-2.0-flash-001", "gpt-4o-2031-01-01"))
                .when()
                .post("/v1/checks?limit=5&currency=USD&max_output=10")
                .then()
                .statusCode(200)
                .body("decision", equalTo("deny"))
                .body("reasons", hasItem("no_price"))
                .body("resolved.family", equalTo("gpt-4o"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "claude", "my-deployment-42"})
    void a_word_that_tells_no_model_is_unknown(String name) {
        resolve(name).statusCode(404).body("code", equalTo("unknown_model"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "claude"})
    void an_unknown_name_gets_suggestions(String name) {
        resolve(name).statusCode(404).body("suggestions", hasItem(containsString(name)));
    }

    /** 15 and 60 RUB / 1M tokens on RouterAI's page; 100 tokens of output are 0.006 RUB. */
    @ParameterizedTest
    @ValueSource(strings = {"seller=routerai", "models=routerai/google/gemini-2.0-flash-001"})
    void routerais_own_request_has_its_ruble_bill(String query) {
        estimate(query + "&include=lines")
                .body("estimates[0].model", equalTo("routerai/google/gemini-2.0-flash-001"))
                .body("estimates[0].cost.currency", equalTo("RUB"))
                .body("estimates[0].lines.rate.amount", hasItem("15"))
                .body("estimates[0].lines.rate.amount", hasItem("60"));
    }

    @Test
    void without_a_seller_the_same_string_means_googles_offer() {
        estimate("include=lines")
                .body("estimates[0].model", containsString("google/gemini-2.0-flash"))
                .body("estimates[0].model", not(containsString("routerai")))
                .body("estimates[0].cost.currency", equalTo("USD"));
    }

    @Test
    void a_makers_name_lists_the_resellers_offers_of_it() {
        resolve("anthropic/claude-sonnet-4.5")
                .body("resolved[0].others", hasItem("routerai/anthropic/claude-sonnet-4.5"));
    }

    @Test
    void several_names_are_answered_in_their_order_and_unknown_ones_apart() {
        given().queryParam("name", "GPT-4o", "nothing-like-it-7", "GLM-5")
                .when()
                .get("/v1/models/resolve")
                .then()
                .statusCode(200)
                .body("resolved.model", contains("openai/gpt-4o", "zai/glm-5"))
                .body("unknown.asked", contains("nothing-like-it-7"));
    }

    @Test
    void all_offers_of_a_model_come_cheapest_first() {
        estimate("models=claude-sonnet-4-5&offers=all&currency=USD")
                .body("estimates.model", hasItem("routerai/anthropic/claude-sonnet-4.5"))
                .body("estimates.model", hasItem("anthropic/claude-sonnet-4-5-20250929"))
                .body("estimates.asked", hasItem("claude-sonnet-4-5"))
                .body("estimates[0].cost", notNullValue());
    }

    @Test
    void a_seller_that_nobody_knows_is_said_to_be_one() {
        given().queryParam("name", "gpt-4o")
                .queryParam("seller", "nobody-7")
                .when()
                .get("/v1/models/resolve")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("nobody-7"));
    }

    @Test
    void no_name_is_a_bad_query() {
        given().when().get("/v1/models/resolve").then().statusCode(400).body("errors[0].hint", notNullValue());
    }

    @Test
    void models_come_in_pages_of_both_lists_that_have_the_words() {
        var first = given().get("/v1/models?list=all&search=claude sonnet&limit=2")
                .then()
                .statusCode(200)
                .body("object", equalTo("list"))
                .body("data.size()", equalTo(2))
                .body("has_more", equalTo(true))
                .body("total", org.hamcrest.Matchers.greaterThan(2))
                .extract();
        assertThat(first.<String>path("last_id")).isEqualTo(first.path("data[1].id"));
        given().queryParam("list", "all")
                .queryParam("search", "claude sonnet")
                .queryParam("limit", 2)
                .queryParam("after", first.<String>path("last_id"))
                .get("/v1/models")
                .then()
                .statusCode(200)
                .body("data.id", org.hamcrest.Matchers.not(hasItem(first.<String>path("last_id"))));
        given().get("/v1/models?list=all&search=azure gpt-4o-2024-11-20")
                .then()
                .body("data.id", hasItem("azure/gpt-4o-2024-11-20"));
        given().get("/v1/models?search=azure gpt-4o-2024-11-20&after=no/such")
                .then()
                .statusCode(400);
    }

    @Test
    void every_model_of_both_lists_is_estimated_where_words_narrow_them() {
        given().contentType("text/plain")
                .body("hi")
                .post("/v1/estimates?models=*&list=all&search=gpt-4o-2024-11-20")
                .then()
                .statusCode(200)
                .body("estimates.model", hasItem("azure/gpt-4o-2024-11-20"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{\"name\": [\"gpt-4o\", \"gtp-4o\"]}", "{\"name\": \"gpt-4o,gtp-4o\"}"})
    void names_may_come_as_an_object_in_the_querys_words(String body) {
        both(given().contentType("application/json")
                .body(body)
                .post("/v1/models/resolve")
                .then());
    }

    @Test
    void names_may_come_as_a_form() {
        both(given().formParam("name", "gpt-4o", "gtp-4o")
                .post("/v1/models/resolve")
                .then());
    }

    private static void both(ValidatableResponse answer) {
        answer.statusCode(200)
                .body("resolved.model", equalTo(List.of("openai/gpt-4o")))
                .body("unknown.asked", equalTo(List.of("gtp-4o")));
    }

    @Test
    void a_body_of_names_is_checked_like_a_query() {
        given().contentType("application/json")
                .body("{\"names\": [\"gpt-4o\"]}")
                .post("/v1/models/resolve")
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("name", "names")));
    }
}
