package smeta.http.budgets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BudgetsResourceTest {
    private static final String SCENARIO = """
            start: 2026-12-01
            months: 2
            currency: USD
            limit: 500/month
            workloads:
              - name: chat
                models: gpt-4o
                requests: 5000/day
                input: 1000
                output: 100
              - name: "=reports|x"
                models: [gpt-4o-mini, gpt-4o]
                requests: 100000/month
                output: { p50: 600, p95: 2400 }
                seasons: { 12: 1.5 }
                growth: 5%
                body:
                  messages:
                    - { role: user, content: Hello }
            """;

    @Test
    void figures_need_no_body() {
        // 31 × 5000 × (1000 × 2.50 + 100 × 10) / 1M
        given().post(
                        "/v1/budgets?models=gpt-4o&requests=5000/day&input=1000&output=100&months=1&start=2026-12-01&limit=500")
                .then()
                .statusCode(200)
                .body("workloads[0].models[0].months[0].cost.likely", equalTo("542.50"))
                .body("workloads[0].models[0].months[0].within", equalTo(false))
                .body("workloads[0].models[0].first_over", equalTo("2026-12"))
                .body("workloads[0].models[0].requests_within_limit", equalTo(142857))
                .body("workloads[0].models[0].would_fit.models", hasSize(3))
                .body("total.cost.likely", equalTo("542.50"));
    }

    @Test
    void a_number_with_a_huge_exponent_is_said_and_not_written_out() {
        for (String word : new String[] {"months", "input", "output", "growth"}) {
            for (String number : new String[] {"1e999999999", "1e-999999999"}) {
                String json = "{\"" + word + "\":" + number + ",\"workloads\":[]}";
                given().contentType("application/json")
                        .body(json)
                        .post("/v1/budgets")
                        .then()
                        .statusCode(400)
                        .body("code", equalTo("not_json"));
                String yaml = SCENARIO.replaceFirst(
                        word.equals("growth") ? "growth: 5%" : word + ": [0-9]+", word + ": " + number);
                given().contentType("application/yaml")
                        .body(yaml.getBytes(StandardCharsets.UTF_8))
                        .post("/v1/budgets")
                        .then()
                        .statusCode(400)
                        .body("errors.detail.toString()", containsString("E"));
            }
        }
    }

    @Test
    void a_percentage_with_a_huge_exponent_is_refused() {
        for (String word :
                new String[] {"growth=1e999999999%25", "growth=-1e999999999%25", "seasons=12:1e-999999999"}) {
            given().urlEncodingEnabled(false)
                    .post("/v1/budgets?models=gpt-4o&requests=1/day&input=1&output=1&" + word)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void what_is_written_to_the_cache_is_in_a_plan() {
        // 9,000 × 0.5 + 1,000 × 10 + 500 × 25 = 27,000 / 1M a request, 31 × 1,000 requests
        given().urlEncodingEnabled(false)
                .post(
                        "/v1/budgets?models=claude-opus-4-8&requests=1000/day&input=10000&cached=90%25&cache_write=1000&ttl=1h"
                                + "&output=500&months=1&start=2026-12-01&currency=USD")
                .then()
                .statusCode(200)
                .body("total.cost.likely", equalTo("837.00"))
                .body("total.cost.high", equalTo("837.00"));
    }

    @Test
    void the_null_or_empty_object_of_a_generated_client_is_no_body() {
        for (String nothing : new String[] {"null", "{}", " {}\n"}) {
            // 31 × 5000 × (1000 × 2.50 + 100 × 10) / 1M
            given().contentType("application/json")
                    .body(nothing)
                    .post("/v1/budgets?models=gpt-4o&requests=5000/day&input=1000&output=100&months=1&start=2026-12-01")
                    .then()
                    .statusCode(200)
                    .body("total.cost.likely", equalTo("542.50"));
            // 1000 × 2.50 / 1M, and what 100 tokens of an answer cost
            given().contentType("application/json")
                    .body(nothing)
                    .post("/v1/estimates?models=gpt-4o&input=1000&output=100&on=2026-01-15")
                    .then()
                    .statusCode(200)
                    .body("estimates[0].cost.likely", equalTo("0.0035"));
        }
        given().contentType("application/json")
                .body("[]")
                .post("/v1/estimates?models=gpt-4o&input=1000")
                .then()
                .statusCode(422)
                .body("code", equalTo("body_and_input"));
    }

    @Test
    void a_request_body_is_counted() {
        // 8 tokens of 2.50 and 100 of 10, a million times
        given().contentType("application/json")
                .body("{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}")
                .post("/v1/budgets?requests=1000000/month&output=100&months=1&start=2026-12-01")
                .then()
                .statusCode(200)
                .body("workloads[0].models[0].total.cost.likely", equalTo("1020.00"));
    }

    @Test
    void a_scenario_is_taken_in_yaml() {
        given().contentType("application/yaml")
                .body(SCENARIO.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/budgets")
                .then()
                .statusCode(200)
                .body("workloads.name", hasItem("chat"))
                .body("workloads[1].models", hasSize(2))
                .body("total.months", hasSize(2))
                .body("workloads[1].models[0].months[0].requests", equalTo("150000"))
                .body("total.first_over", equalTo("2026-12"));
    }

    @Test
    void tables_come_as_csv_and_as_markdown() {
        String csv = given().contentType("application/yaml")
                .accept("text/csv")
                .body(SCENARIO.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/budgets")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString();
        assertThat(csv.lines()).contains("chat,openai/gpt-4o,2026-12,155000,542.50,542.50,542.50,USD,false");
        assertThat(csv).contains("\n'=reports|x,");
        String markdown = given().contentType("application/yaml")
                .accept("text/markdown")
                .body(SCENARIO.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/budgets")
                .asString();
        assertThat(markdown.lines())
                .contains("| chat | openai/gpt-4o | 2026-12 | 155000 | 542.50 | 542.50 | 542.50 | USD | false |");
        assertThat(markdown).contains("| =reports\\|x |");
    }

    @Test
    void two_scenarios_are_compared_by_workload_and_in_all() {
        String before =
                "{\"start\":\"2026-12-01\",\"months\":1,\"workloads\":[{\"name\":\"a\",\"models\":\"gpt-4o\",\"requests\":\"1000000/month\",\"input\":1000,\"output\":100}]}";
        String after = before.replace(
                        "]}",
                        ",{\"name\":\"b\",\"models\":\"gpt-4o\",\"requests\":\"1000000/month\",\"input\":200,\"output\":0}]}")
                .replace("\"output\":100", "\"output\":50");
        String both = "{\"before\":" + before + ",\"after\":" + after + "}";
        // a: 3500 → 3000; b: 500, new; in all 3500 → 3500
        given().contentType("application/json")
                .body(both)
                .post("/v1/budgets")
                .then()
                .statusCode(200)
                .body("diff[0].change", equalTo("-500.00"))
                .body("diff[0].percent", equalTo("-14.3%"))
                .body("diff[1].before", equalTo("0.00"))
                .body("diff[1].after", equalTo("500.00"))
                .body("total.change", equalTo("0.00"));
        String markdown = given().contentType("application/json")
                .accept("text/markdown")
                .body(both)
                .post("/v1/budgets")
                .asString();
        assertThat(markdown.lines())
                .contains(
                        "| a | 3500.00 | 3000.00 | -500.00 | -14.3% | USD |",
                        "| b | 0.00 | 500.00 | +500.00 |  | USD |");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        given().contentType("application/json")
                .body(
                        "{\"months\":100,\"workloads\":[{\"models\":\"gpt-4o\",\"requests\":\"5/hour\"},{\"models\":\"gtp-4o\",\"requests\":\"5/day\",\"input\":1,\"output\":1,\"colour\":1}]}")
                .post("/v1/budgets?limit=x")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("months"))
                .body("errors.parameter", hasItem("limit"))
                .body("errors.parameter", hasItem("workloads[0].requests"))
                .body("errors.parameter", hasItem("workloads[1].colour"));
        given().post("/v1/budgets?models=gtp-4o&requests=1/day&input=1&output=1")
                .then()
                .statusCode(404)
                .body("suggestions", hasItem("openai/gpt-4o"));
        given().contentType("application/yaml")
                .body("a: [".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/budgets")
                .then()
                .statusCode(400)
                .body("code", equalTo("not_yaml"));
    }

    @Test
    void the_querys_words_may_come_as_a_form() {
        given().formParam("models", "gpt-4o")
                .formParam("requests", "1000/month")
                .formParam("input", 1000)
                .formParam("output", 100)
                .formParam("months", 1)
                .post("/v1/budgets?currency=USD&start=2026-12-01")
                .then()
                .statusCode(200)
                // 1000 × (1000 × 2.5 + 100 × 10) / 1M
                .body("total.cost.likely", equalTo("3.50"));
    }

    @Test
    void the_querys_words_may_come_as_an_object() {
        given().contentType("application/json")
                .body(
                        "{\"models\": \"gpt-4o\", \"requests\": \"1000/month\", \"input\": 1000, \"output\": 100, \"months\": 1}")
                .post("/v1/budgets?currency=USD&start=2026-12-01")
                .then()
                .statusCode(200)
                // 1000 × (1000 × 2.5 + 100 × 10) / 1M
                .body("total.cost.likely", equalTo("3.50"));
    }
}
