package smeta.http.bills;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bills of what was reported: on the terms that were served, whole answers, streams, logs. */
@QuarkusTest
class ReportedBillsTest {
    private static ValidatableResponse bill(String query, String body) {
        return given().contentType("application/json")
                .body(body.replace('\'', '"'))
                .when()
                .post("/v1/bills" + query)
                .then();
    }

    @Test
    void a_picture_models_reply_without_details_is_a_picture() {
        // 23 × 5 + 1056 × 32 per million
        bill(
                        "?on=2026-06-15",
                        "{'model':'gpt-image-1.5','usage':{'input_tokens':23,'output_tokens':1056,'total_tokens':1079}}")
                .statusCode(200)
                .body("total.amount", is("0.033907"))
                .body("notes.code", hasItem("reply_is_a_picture"));
    }

    @Test
    void the_tier_that_gemini_served_is_billed() {
        // 7 × 1.5 + 205 × 9 per million, half of it with flex, 1.8 times with priority
        String usage = "{'model':'gemini-3.5-flash','usageMetadata':{'promptTokenCount':7,'candidatesTokenCount':205,"
                + "'totalTokenCount':212,'trafficType':'%s'}}";
        bill("?on=2026-11-01", usage.formatted("ON_DEMAND")).body("total.amount", is("0.0018555"));
        bill("?on=2026-11-01", usage.formatted("ON_DEMAND_FLEX")).body("total.amount", is("0.00092775"));
        bill("?on=2026-11-01", usage.formatted("ON_DEMAND_PRIORITY")).body("total.amount", is("0.0033399"));
        bill("?on=2026-11-01", usage.formatted("PROVISIONED_THROUGHPUT"))
                .statusCode(422)
                .body("code", is("not_billed_by_token"));
    }

    @Test
    void fast_mode_and_the_place_that_anthropic_served_are_billed() {
        // 1000 × 5 per million, 6 times as dear
        bill(
                        "?on=2026-06-01",
                        "{'model':'claude-opus-4-6','usage':{'input_tokens':1000,'output_tokens':0,'speed':'fast','service_tier':'standard'}}")
                .statusCode(200)
                .body("service_tier", is("fast"))
                .body("total.amount", is("0.03"));
        // 1000 × 5 × 1.1 per million
        bill(
                        "?on=2026-11-01",
                        "{'model':'claude-opus-4-8','usage':{'input_tokens':1000,'output_tokens':0,'inference_geo':'us'}}")
                .statusCode(200)
                .body("total.amount", is("0.0055"));
        bill(
                        "?on=2026-11-01&residency=us",
                        "{'model':'claude-opus-4-8','usage':{'input_tokens':1000,'output_tokens':0,'inference_geo':'not_available'}}")
                .body("total.amount", is("0.0055"));
    }

    @Test
    void what_was_served_wins_over_what_was_asked_for_and_a_note_says_so() {
        String usage = "{'model':'gpt-4o','usage':{'prompt_tokens':1000,'completion_tokens':0,'service_tier':'%s'}}";
        // 1000 × 2.50, × 4.25 with priority, × 1.25 in a batch, per million
        bill("?on=2026-01-15&tier=priority", usage.formatted("default"))
                .body("total.amount", is("0.0025"))
                .body("notes.code", hasItem("served_otherwise"));
        bill("?on=2026-01-15&tier=batch", usage.formatted("priority"))
                .body("total.amount", is("0.00425"))
                .body("notes.code", hasItem("served_otherwise"));
        // OpenAI's answers don't say that they came from a batch
        bill("?on=2026-01-15&tier=batch", usage.formatted("default"))
                .body("total.amount", is("0.00125"))
                .body("notes.code", not(hasItem("served_otherwise")));
    }

    @Test
    void perplexitys_deep_research_bills_reasoning_citations_and_searches() {
        // 108 × 2 + 3256 × 8 + 73248 × 3 + 7299 × 2 per million + 74 × 5 per thousand = 0.260606 + 0.37
        bill(
                        "?on=2026-08-01",
                        "{'model':'sonar-deep-research','usage':{'prompt_tokens':108,'completion_tokens':3256,'total_tokens':3364,"
                                + "'citation_tokens':7299,'num_search_queries':74,'reasoning_tokens':73248}}")
                .statusCode(200)
                .body("total.amount", is("0.630606"))
                .body("complete", is(true));
    }

    @Test
    void the_sellers_own_cost_stands_beside_ours() {
        // 13559 × 1 + 122 × 5 per million = 0.014169; OpenRouter charged a cache write that its usage doesn't show
        bill(
                        "",
                        "{'rates':[{'unit':'USD / 1M tokens','input':1,'output':5}],"
                                + "'usage':{'completion_tokens':122,'prompt_tokens':13559,'total_tokens':13681,'cost':0.017558,'is_byok':false}}")
                .statusCode(200)
                .body("total.amount", is("0.014169"))
                .body("reported_cost.amount", is("0.017558"))
                .body("reported_cost.ours", is("0.014169"))
                .body("reported_cost.difference", is("0.003389"));
    }

    @Test
    void an_ambiguous_usage_has_the_dearer_reading_as_its_upper_bound() {
        // 684 × 1 + 316 × 0.5 per million, or 1000 × 1 + 316 × 0.5
        bill(
                        "",
                        "{'rates':[{'unit':'USD / 1M tokens','input':1,'cache_read':0.5,'output':5}],"
                                + "'usage':{'inputTokens':1000,'outputTokens':0,'cachedInputTokens':316}}")
                .statusCode(200)
                .body("total.amount", is("0.000842"))
                .body("total.high", is("0.001158"))
                .body("notes.code", hasItem("cache_in_input_unclear"));
    }

    @Test
    void a_whole_answer_is_a_body() {
        // 2026-01-15T00:00:00Z; 1000 × 2.50 + 100 × 10 per million, and one web search at 10 per thousand is not in it
        bill(
                        "",
                        "{'id':'chatcmpl-1','object':'chat.completion','created':1768435200,'model':'gpt-4o','choices':[],"
                                + "'usage':{'prompt_tokens':1000,'completion_tokens':100,'total_tokens':1100},'service_tier':'default'}")
                .statusCode(200)
                .body("model", is("openai/gpt-4o"))
                .body("on", is("2026-01-15"))
                .body("total.amount", is("0.0035"));
        bill(
                        "?on=2026-01-15",
                        "{'output':{},'stopReason':'end_turn','usage':{'inputTokens':1,'outputTokens':1,'totalTokens':2}}")
                .statusCode(422)
                .body("code", is("model_or_rates"))
                .body("hint", containsString("model=gpt-4o"));
        bill(
                        "?on=2026-01-15&model=gpt-4o",
                        "{'output':{},'stopReason':'end_turn','usage':{'inputTokens':1000,'outputTokens':100,'totalTokens':1100}}")
                .statusCode(200)
                .body("total.amount", is("0.0035"));
    }

    @Test
    void searches_and_pictures_of_a_whole_answer_are_billed_besides() {
        // 1000 × 2 + 100 × 8 per million = 0.0028, one search 0.01, pictures 23 × 5 + 1056 × 32 per million = 0.033907
        bill(
                        "?on=2026-06-15",
                        "{'object':'response','model':'gpt-4.1','created_at':1781481600,"
                                + "'output':[{'type':'web_search_call','action':{'type':'search'}},"
                                + "{'type':'web_search_call','action':{'type':'open_page'}},{'type':'image_generation_call'}],"
                                + "'tools':[{'type':'image_generation','model':'gpt-image-1.5'}],"
                                + "'tool_usage':{'image_gen':{'input_tokens':23,'output_tokens':1056,'total_tokens':1079}},"
                                + "'usage':{'input_tokens':1000,'output_tokens':100,'total_tokens':1100}}")
                .statusCode(200)
                .body("lines.find { it.meter == 'web_searches' }.quantity", is(1))
                .body("lines.find { it.item == 'image_generation.image_output' }.amount.amount", is("0.033792"))
                .body("total.amount", is("0.046707"))
                .body("complete", is(true));
    }

    @Test
    void the_text_of_an_event_stream_is_a_body_and_its_last_usage_counts() {
        String stream = """
                event: message_start
                data: {"type":"message_start","message":{"model":"claude-opus-4-8","usage":{"input_tokens":1000,"output_tokens":1}}}

                event: message_delta
                data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":200}}

                event: message_stop
                data: {"type":"message_stop"}

                """;
        // 1000 × 5 + 200 × 25 per million
        given().contentType("text/event-stream")
                .body(stream)
                .post("/v1/bills?on=2026-11-01")
                .then()
                .statusCode(200)
                .body("model", is("anthropic/claude-opus-4-8"))
                .body("total.amount", is("0.01"));
        given().contentType("text/event-stream")
                .body(
                        "data: {\"object\":\"chat.completion.chunk\",\"model\":\"gpt-4o\",\"usage\":null}\n\ndata: [DONE]\n\n")
                .post("/v1/bills")
                .then()
                .statusCode(422)
                .body("code", is("no_usage"));
    }

    @Test
    void a_log_settles_in_one_call() {
        String log = """
                {"model":"gpt-4o","usage":{"prompt_tokens":1000,"completion_tokens":100}}
                {"object":"chat.completion","model":"gpt-4o","created":1768435200,"usage":{"prompt_tokens":1000,"completion_tokens":0,"prompt_tokens_details":{"cached_tokens":400}}}
                {"type":"assistant","timestamp":"2026-01-16T10:00:00Z","message":{"model":"gpt-4o-mini","usage":{"input_tokens":1000,"output_tokens":0,"total_tokens":1000}}}
                {"model":"no-such-model","usage":{"prompt_tokens":1}}
                not json
                """;
        String answer = given().contentType("application/jsonl")
                .body(log.getBytes(StandardCharsets.UTF_8))
                .post("/v1/bills?on=2026-01-15")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<JsonPath> lines = answer.lines().map(JsonPath::new).toList();
        assertThat(lines).hasSize(6);
        // 1000 × 2.50 + 100 × 10; 600 × 2.50 + 400 × 1.25; 1000 × 0.15, per million
        assertThat(lines.get(0).getString("total.amount")).isEqualTo("0.0035");
        assertThat(lines.get(1).getString("total.amount")).isEqualTo("0.002");
        assertThat(lines.get(1).getString("day")).isEqualTo("2026-01-15");
        assertThat(lines.get(2).getString("total.amount")).isEqualTo("0.00015");
        assertThat(lines.get(3).getString("problem.code")).isEqualTo("unknown_model");
        assertThat(lines.get(4).getString("problem.code")).isEqualTo("not_json");
        JsonPath summary = lines.get(5);
        assertThat(summary.getInt("summary.lines")).isEqualTo(5);
        assertThat(summary.getInt("summary.priced")).isEqualTo(3);
        assertThat(summary.getString("summary.total[0].amount")).isEqualTo("0.00565");
        assertThat(summary.getString("summary.models.find { it.model == 'openai/gpt-4o' }.total[0].amount"))
                .isEqualTo("0.0055");
        assertThat(summary.getString("summary.days.find { it.day == '2026-01-16' }.total[0].amount"))
                .isEqualTo("0.00015");
        // 400 × (2.50 - 1.25) per million
        assertThat(summary.getString("summary.cache_saved[0].amount")).isEqualTo("0.0005");
        assertThat(summary.getInt("summary.unpriced.lines")).isEqualTo(2);
        assertThat(summary.getInt("summary.unpriced.problems.unknown_model")).isEqualTo(1);
    }
}
