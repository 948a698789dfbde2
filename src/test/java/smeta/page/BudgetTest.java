package smeta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Volume over months against a limit, as the service answers it. */
@QuarkusTest
class BudgetTest {
    private static final String VIEW =
            "#tab=budget&currency=USD&input=1000&output=500&start=2026-12-01&requests=5000/day&growth=10&limit=1000";

    @TestHTTPResource("/")
    String home;

    @Test
    void a_budget_shows_the_services_months_the_month_that_is_too_dear_and_what_would_fit() {
        JsonPath expected = given().queryParam("models", "openai/gpt-4o")
                .queryParam("input", 1000)
                .queryParam("output", 500)
                .queryParam("start", "2026-12-01")
                .queryParam("requests", "5000/day")
                .queryParam("growth", "10%")
                .queryParam("limit", 1000)
                .queryParam("currency", "USD")
                .post("/v1/budgets")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        // December: 31 × 5000 requests of 1000 × 2.50 / 1M + 500 × 10.00 / 1M = 0.0075 dollars.
        assertThat(new BigDecimal("0.0075").multiply(BigDecimal.valueOf(31 * 5000)))
                .isEqualByComparingTo(expected.getString("workloads[0].models[0].months[0].cost.likely"));
        try (PageVisit visit = PageVisit.to(home, VIEW + "&models=openai/gpt-4o", PageVisit.english())) {
            List<String> months = expected.getList("workloads[0].models[0].months.cost.likely");
            for (int i = 0; i < months.size(); i++) {
                assertThat(visit.at("#budget-table tbody tr")
                                .nth(i)
                                .locator("td")
                                .nth(1))
                        .hasAttribute("data-exact", months.get(i));
            }
            assertThat(visit.at("#budget-table tbody tr").first()).containsText("$1,162.50 ▲");
            assertThat(visit.at(".verdicts")).containsText("over the limit in December 2026");
            assertThat(visit.at(".verdicts")).containsText("Would fit");
            assertThat(visit.page.getByRole(AriaRole.IMG))
                    .hasAttribute("aria-label", Pattern.compile("Cost by month.*"));
            visit.page.waitForCondition(() -> (boolean) visit.page.evaluate("() => window.Chart !== undefined"));
        }
    }

    /** The address takes the API's words in the API's forms; nothing is sent that is one with its sign twice. */
    @Test
    void a_link_in_the_words_of_the_api_is_the_same_budget() {
        try (PageVisit visit = PageVisit.to(
                home,
                "#tab=budget&currency=USD&models=gpt-4o&input=1000&output=500&requests=5000/day&start=2026-12-01"
                        + "&growth=10%/month&limit=1000/month&cached=40%",
                PageVisit.english())) {
            // December: 31 × 5000 × (600 × 2.50 / 1M + 400 × 1.25 / 1M + 500 × 10.00 / 1M) = 155,000 × 0.0070 = 1085.00
            assertThat(visit.at("#budget-table tbody tr").first()).containsText("$1,085.00 ▲");
            // January has as many days: 31 × 5500 × 0.0070 = 1193.50
            assertThat(visit.at("#budget-table tbody tr").nth(1)).containsText("$1,193.50 ▲");
            assertThat(visit.at("#budget-problems")).isHidden();
        }
    }

    @Test
    void two_scenarios_stand_side_by_side_with_their_difference() throws IOException {
        try (PageVisit visit = PageVisit.to(
                home, VIEW + "&models=openai/gpt-4o&compare=true&requests_b=6000/day", PageVisit.english())) {
            assertThat(visit.at("#budget-table thead th")).hasText(new String[] {
                "Month", "Requests", "openai/gpt-4o Scenario A", "openai/gpt-4o Scenario B", "openai/gpt-4o Difference"
            });
            // B: 31 × 6000 × 0.0075 = 1395.00, and no growth.
            assertThat(visit.at("#budget-table tbody tr").first().locator("td"))
                    .hasText(new String[] {"155,000 / 186,000", "$1,162.50 ▲", "$1,395.00 ▲", "$232.50"});
            Download csv =
                    visit.page.waitForDownload(() -> visit.at("#budget-csv").click());
            assertThat(Files.readString(csv.path())).contains("2026-12,155000,1162.50,1395.00,232.50");
        }
    }

    @Test
    void a_change_is_computed_anew_and_a_bad_value_is_told_beside_its_field() {
        try (PageVisit visit = PageVisit.to(home, VIEW + "&models=openai/gpt-4o", PageVisit.english())
                .failing()) {
            assertThat(visit.at("#budget-table tbody tr")).hasCount(12);
            visit.at("[name=months]").fill("3");
            assertThat(visit.at("#budget-table tbody tr")).hasCount(3);
            visit.at("[name=share]").fill("200");
            assertThat(visit.at("#problem-budget-share")).containsText("percentage");
            assertThat(visit.at("#budget-table tbody tr")).hasCount(3);
            visit.at("[name=share]").fill("50");
            assertThat(visit.at("#problem-budget-share")).hasCount(0);
        }
    }

    @Test
    void without_tokens_or_a_model_the_budget_says_what_is_missing_and_a_prompt_stands_in_for_the_tokens() {
        try (PageVisit visit = PageVisit.to(home, "#tab=budget", PageVisit.english())) {
            assertThat(visit.at(".empty")).containsText("Enter the tokens of one request");
            visit.at("#tab-estimate").click();
            visit.paste("Hello");
            visit.at("#search").fill("gpt-4o");
            visit.at("tr[data-id='openai/gpt-4o'] input").check();
            visit.at("#tab-budget").click();
            assertThat(visit.at("#budget-table tbody tr")).hasCount(12);
        }
    }

    @Test
    void a_planner_who_comes_with_numbers_needs_no_prompt_and_any_spelling_of_a_model() {
        try (PageVisit visit =
                PageVisit.to(home, "#tab=budget&currency=USD&start=2026-12-01&limit=1000", PageVisit.english())) {
            visit.at("#budget [name=tokens_in]").fill("1000");
            visit.at("#budget [name=tokens_out]").fill("500");
            visit.at("#budget [name=models]").fill("GPT-4o, gtp-4o");
            visit.at("#budget [name=models]").press("Enter");
            assertThat(visit.at(".understood")).containsText("GPT-4o → openai/gpt-4o");
            assertThat(visit.at(".understood")).containsText("gtp-4o is not known; did you mean openai/gpt-4o");
            // 31 days × 5000 requests of 1000 × 2.50 / 1M + 500 × 10.00 / 1M = 0.0075 dollars
            assertThat(visit.at("#budget-table tbody tr").first().locator("td"))
                    .hasText(new String[] {"155,000", "$1,162.50 ▲"});
        }
    }

    @Test
    void the_first_day_stands_beside_its_field_in_the_pages_language() {
        try (PageVisit visit = PageVisit.to(home, "#tab=budget&lang=ru&start=2026-12-01", PageVisit.english())) {
            assertThat(visit.at("#start-day")).hasText(Pattern.compile("1 дек\\. 2026\\sг\\."));
            visit.at("#budget input[name=start]").fill("2027-01-15");
            assertThat(visit.at("#start-day")).hasText(Pattern.compile("15 янв\\. 2027\\sг\\."));
            visit.page.waitForURL(Pattern.compile(".*start=2027-01-15.*"));
        }
    }

    @Test
    void a_change_that_would_fit_is_applied_by_a_click_which_shows_the_difference_and_goes_back() {
        try (PageVisit visit = PageVisit.to(
                home,
                "#tab=budget&currency=USD&start=2026-12-01&months=1&limit=1000&tokens_in=1000&tokens_out=500&models=openai/gpt-4o",
                PageVisit.english())) {
            visit.at(".fix")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("in batch"))
                    .click();
            // Batch costs half: 1162.5 × (1 − s/2) ≤ 1000 from s = 28 % on, which leaves 999.75.
            assertThat(visit.at("#mended")).containsText("Changed: $1,162.50 → $999.75 (-$162.75).");
            assertThat(visit.at("#budget [name=batch_share]")).hasValue("28");
            visit.at("#mended button").click();
            assertThat(visit.at("#budget-table tbody td").nth(1)).hasText("$1,162.50 ▲");
            assertThat(visit.at("#budget [name=batch_share]")).hasValue("");
        }
    }

    @Test
    void workloads_are_added_named_saved_as_the_apis_scenario_and_opened_again() throws IOException {
        String view = "#tab=budget&currency=USD&start=2026-12-01&months=1&limit=5000&tokens_in=1000&tokens_out=500"
                + "&models=openai/gpt-4o&name=chat";
        try (PageVisit visit = PageVisit.to(home, view, PageVisit.english())) {
            visit.at("#budget-table").waitFor();
            visit.at("#add-workload").click();
            visit.at("[name=name_2]").fill("reports");
            visit.at("[name=tokens_in_2]").fill("2000");
            visit.at("[name=tokens_out_2]").fill("100");
            // 31 days × 100 requests of 2000 × 2.50 / 1M + 100 × 10.00 / 1M = 0.006 dollars are 18.60 more
            assertThat(visit.at("#budget-sum")).containsText("All workloads: $1,181.10");
            Download file =
                    visit.page.waitForDownload(() -> visit.at("#save-scenario").click());
            String scenario = Files.readString(file.path());
            given().contentType("application/json")
                    .body(scenario)
                    .post("/v1/budgets")
                    .then()
                    .statusCode(200)
                    .body("total.cost.likely", org.hamcrest.Matchers.equalTo("1181.10"))
                    .body("workloads.name", org.hamcrest.Matchers.contains("chat", "reports"));
            visit.at("[name=tokens_in_2]").fill("999");
            visit.at("#open-scenario")
                    .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                            "plan.json",
                            "application/json",
                            scenario.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            assertThat(visit.at("[name=tokens_in_2]")).hasValue("2000");
            assertThat(visit.at("#budget-sum")).containsText("$1,181.10");
            visit.at("#open-scenario")
                    .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                            "other.json", "application/json", "[]".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            assertThat(visit.at("#budget-problems")).containsText("no scenario file");
        }
    }
}
