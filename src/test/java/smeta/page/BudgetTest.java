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

    @Test
    void two_scenarios_stand_side_by_side_with_their_difference() throws IOException {
        try (PageVisit visit =
                PageVisit.to(
                        home,
                        VIEW + "&models=openai/gpt-4o&compare=true&requests_b=6000/day",
                        PageVisit.english())) {
            assertThat(visit.at("#budget-table thead th")).hasText(new String[] {
                "Month", "Requests", "openai/gpt-4o Scenario A", "openai/gpt-4o Scenario B", "openai/gpt-4o Difference"
            });
            // B: 31 × 6000 × 0.0075 = 1395.00, and no growth.
            assertThat(visit.at("#budget-table tbody tr").first().locator("td"))
                    .hasText(new String[] {"155,000 / 186,000", "$1,162.50 ▲", "$1,395.00 ▲", "$232.50"});
            Download csv = visit.page.waitForDownload(() -> visit.at("#budget-csv").click());
            assertThat(Files.readString(csv.path())).contains("2026-12,155000,1162.50,1395.00,232.50");
        }
    }

    @Test
    void a_change_is_computed_anew_and_a_bad_value_is_told_beside_its_field() {
        try (PageVisit visit = PageVisit.to(home, VIEW + "&models=openai/gpt-4o", PageVisit.english()).failing()) {
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
    void without_a_prompt_or_a_model_the_budget_says_what_is_missing() {
        try (PageVisit visit = PageVisit.to(home, "#tab=budget", PageVisit.english())) {
            assertThat(visit.at(".empty")).containsText("Paste a prompt and tick at least one model");
            visit.at("#tab-estimate").click();
            visit.paste("Hello");
            visit.at("tr[data-id='openai/gpt-4o'] input").check();
            visit.at("#tab-budget").click();
            assertThat(visit.at("#budget-table tbody tr")).hasCount(12);
        }
    }
}
