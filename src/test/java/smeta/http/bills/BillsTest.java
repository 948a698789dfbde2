package smeta.http.bills;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BillsTest {
    private static ValidatableResponse bill(String query, String body) {
        return given().contentType("application/json")
                .body(body.replace('\'', '"'))
                .when()
                .post("/v1/bills" + query)
                .then();
    }

    @Test
    void a_bill_by_model_has_a_line_for_every_meter() {
        // 1000 × 2.50 + 200 × 1.25 + 100 × 10 per million = 0.0025 + 0.00025 + 0.001
        bill(
                        "?on=2026-01-15",
                        "{'model':'gpt-4o','usage':{'input_tokens':1000,'cache_read_tokens':200,'output_tokens':100,'requests':1}}")
                .statusCode(200)
                .body("model", is("openai/gpt-4o"))
                .body("usage_convention", is("disjoint"))
                .body("lines.find { it.meter == 'input_tokens' }.amount.amount", is("0.0025"))
                .body("lines.find { it.meter == 'cache_read_tokens' }.amount.amount", is("0.00025"))
                .body("lines.find { it.meter == 'output_tokens' }.amount.amount", is("0.001"))
                .body("price_source.as_of", startsWith("202"));
    }

    @Test
    void the_callers_own_rates_are_read_by_the_catalogues_rules() {
        // 1000 × 2.5 + 100 × 10 per million
        bill(
                        "",
                        "{'rates':[{'unit':'USD / 1M"
                                + " tokens','input':'2.5','output':10}],'usage':{'input_tokens':1000,'output_tokens':100}}")
                .statusCode(200)
                .body("total.amount", is("0.0035"))
                .body("total.currency", is("USD"))
                .body("complete", is(true))
                .body("unpriced", hasSize(0));
    }

    @Test
    void fields_that_a_generated_client_leaves_empty_say_nothing() {
        // 1000 × 2.5 + 100 × 10 per million
        String usage = "'usage':{'input_tokens':1000,'output_tokens':100},'usageMetadata':{},'usage_convention':null}";
        bill("", "{'model':null,'rates':[{'unit':'USD / 1M tokens','input':'2.5','output':10}]," + usage)
                .statusCode(200)
                .body("total.amount", is("0.0035"));
        bill("?on=2026-01-15", "{'model':'gpt-4o','rates':[]," + usage)
                .statusCode(200)
                .body("total.amount", is("0.0035"));
        bill(
                        "?on=2026-01-15",
                        "{'model':'gpt-4o','usage':{},'usageMetadata':{'promptTokenCount':1000,'candidatesTokenCount':100}}")
                .statusCode(200)
                .body("total.amount", is("0.0035"));
        bill("", "{'model':'gpt-4o','usage':{'input_tokens':1},'usageMetadata':{'promptTokenCount':1}}")
                .statusCode(422)
                .body("code", is("no_usage"));
        bill("", "{'rates':[],'usage':{'input_tokens':1}}").statusCode(422);
    }

    @Test
    void the_whole_request_is_billed_at_the_tier_of_its_prompt_and_the_answer_says_which() {
        String rates = "{'rates':[{'unit':'USD / 1M"
                + " tokens','input':'2.5','output':'10','tiers':[{'above':200000,'input':'5','output':'15'}]}],'usage':{'input_tokens':%d,'output_tokens':1000}}";
        // 200000 × 2.5 + 1000 × 10 per million; one token more: 200001 × 5 + 1000 × 15
        bill("", rates.formatted(200_000))
                .body("total.amount", is("0.51"))
                .body("tier.threshold", nullValue())
                .body("tier.next", is(200_001));
        bill("", rates.formatted(200_001)).body("total.amount", is("1.015005")).body("tier.threshold", is(200_000));
    }

    @Test
    void what_the_rates_do_not_price_is_listed_and_never_counted_as_nothing() {
        bill(
                        "",
                        "{'rates':[{'unit':'USD / 1M"
                                + " tokens','input':'2.5'}],'usage':{'input_tokens':1000,'output_tokens':100,'web_searches':2}}")
                .statusCode(200)
                .body("complete", is(false))
                .body("unpriced", equalTo(java.util.List.of("output_tokens", "web_searches")))
                .body("total.amount", is("0.0025"))
                .body("lines.find { it.meter == 'web_searches' }.amount", nullValue());
    }

    @Test
    void a_card_with_a_fee_counts_one_request_unless_told_otherwise() {
        String rates = "{'rates':[{'unit':'USD / 1M tokens','input':'1','request':'5 USD / 1K"
                + " requests'}],'usage':{'input_tokens':1000%s}}";
        bill("", rates.formatted("")).body("total.amount", is("0.006"));
        bill("", rates.formatted(",'requests':3")).body("total.amount", is("0.016"));
    }

    @Test
    void every_defect_of_the_rates_is_listed_with_its_place() {
        bill(
                        "",
                        "{'rates':[{'unit':'USD / 1M"
                                + " tokens','input':'free','colour':'red','tiers':[{'input':'1'}]}],'usage':{'input_tokens':1}}")
                .statusCode(422)
                .contentType(containsString("problem+json"))
                .body("code", is("bad_rates"))
                .body("errors.parameter", hasItems("/rates/0/input", "/rates/0/tiers/0", "/rates/0/colour"));
    }

    @Test
    void a_thousand_defects_of_the_rates_are_a_hundred_and_a_word() {
        bill("", "{'rates':[" + "{'colour':'red'},".repeat(1_000) + "{}],'usage':{'input_tokens':1}}")
                .statusCode(422)
                .body("errors.size()", is(101))
                .body("errors[100].detail", containsString("more than 100 defects"));
    }

    @Test
    void rented_capacity_is_refused_with_a_reason() {
        bill("", "{'rates':[{'unit':'CNY / day','input':'121'}],'usage':{'input_tokens':1}}")
                .statusCode(422)
                .body("detail", containsString("rented capacity"));
    }

    @Test
    void rates_of_nothing_are_free() {
        bill("", "{'rates':[{'unit':'USD / 1M tokens','input':0,'output':0}],'usage':{'input_tokens':1000}}")
                .statusCode(200)
                .body("total.amount", is("0.00"))
                .body("complete", is(true))
                .body("notes.code", hasItem("free"));
    }

    @Test
    void a_vendors_usage_is_taken_as_it_came() {
        // (2006 - 1920) × 2.50 + 1920 × 1.25 + 300 × 10 per million = 0.000215 + 0.0024 + 0.003
        bill(
                        "?on=2026-01-15",
                        "{'model':'gpt-4o','usage':{'prompt_tokens':2006,'completion_tokens':300,'total_tokens':2306,"
                                + "'prompt_tokens_details':{'cached_tokens':1920},'completion_tokens_details':{'reasoning_tokens':0}}}")
                .statusCode(200)
                .body("usage_convention", is("openai-chat"))
                .body("total.amount", is("0.005615"));
    }

    @Test
    void contradictory_usage_is_refused_with_a_pointer() {
        bill(
                        "",
                        "{'model':'gpt-4o','usage':{'prompt_tokens':10,'completion_tokens':1,'prompt_tokens_details':{'cached_tokens':11}}}")
                .statusCode(422)
                .body("code", is("contradictory_usage"))
                .body("pointer", is("/usage/prompt_tokens"));
    }

    @Test
    void a_bill_in_another_currency_shows_the_rate_its_day_and_its_source() {
        // 0.0035 USD × 78.5711, the Bank of Russia's rate of 2026-01-15
        bill(
                        "?on=2026-01-15&currency=RUB",
                        "{'rates':[{'unit':'USD / 1M"
                                + " tokens','input':'2.5','output':10}],'usage':{'input_tokens':1000,'output_tokens':100}}")
                .statusCode(200)
                .body("total.amount", is("0.27499885"))
                .body("total.currency", is("RUB"))
                .body("billed.amount", is("0.0035"))
                .body("exchange[0].rate", is("78.5711"))
                .body("exchange[0].date", is("2026-01-15"));
    }

    @Test
    void an_old_exchange_rate_is_used_and_said() {
        // the table has rates of 2026-02-11 and 2026-03-04, nothing between
        bill(
                        "?on=2026-02-20&currency=RUB",
                        "{'rates':[{'unit':'USD / 1M tokens','input':'2.5'}],'usage':{'input_tokens':1000}}")
                .statusCode(200)
                .body("exchange[0].date", is("2026-02-11"))
                .body("notes.code", hasItem("old_exchange_rate"));
        bill(
                        "?on=2026-02-12&currency=RUB",
                        "{'rates':[{'unit':'USD / 1M tokens','input':'2.5'}],'usage':{'input_tokens':1000}}")
                .statusCode(200)
                .body("notes.code", org.hamcrest.Matchers.not(hasItem("old_exchange_rate")));
    }

    @Test
    void a_service_tier_is_the_one_that_the_vendor_reports_else_the_querys() {
        String usage = "{'model':'gpt-4o','usage':{'prompt_tokens':1000,'completion_tokens':0%s}}";
        // 1000 × 2.50, × 4.25 with priority, × 1.25 in a batch, per million
        bill("?on=2026-01-15", usage.formatted(""))
                .body("total.amount", is("0.0025"))
                .body("service_tier", is("standard"));
        bill("?on=2026-01-15", usage.formatted(",'service_tier':'priority'"))
                .body("total.amount", is("0.00425"))
                .body("service_tier", is("priority"));
        bill("?on=2026-01-15&tier=batch", usage.formatted(""))
                .body("total.amount", is("0.00125"))
                .body("service_tier", is("batch"));
        bill("?on=2026-01-15&tier=flex", usage.formatted("")).statusCode(422).body("code", is("tier_not_priced"));
    }

    @Test
    void a_day_without_an_exchange_rate_is_refused() {
        bill(
                        "?on=2020-01-15&currency=RUB",
                        "{'rates':[{'unit':'USD / 1M tokens','input':'2.5'}],'usage':{'input_tokens':1000}}")
                .statusCode(422)
                .body("code", is("no_exchange_rate"));
    }

    @Test
    void model_and_rates_exclude_each_other() {
        bill("", "{'usage':{'input_tokens':1}}").statusCode(422).body("code", is("model_or_rates"));
        bill("", "{'model':'gpt-4o','rates':[{'unit':'USD / 1M tokens','input':1}],'usage':{'input_tokens':1}}")
                .statusCode(422)
                .body("code", is("model_or_rates"));
        bill("", "{'model':'gtp-4o','usage':{'input_tokens':1}}")
                .statusCode(404)
                .body("suggestions", hasItem("openai/gpt-4o"));
        bill("", "{'model':'gpt-4o','usage':{'input_tokens':1},'n':2}")
                .statusCode(422)
                .body("pointer", is("/n"));
    }
}
