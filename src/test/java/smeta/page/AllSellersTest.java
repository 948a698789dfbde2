package smeta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thousands of offers of over a hundred sellers, found in any spelling and compared. */
@QuarkusTest
class AllSellersTest {
    @TestHTTPResource("/")
    String home;

    @Test
    void the_wide_list_comes_in_pages_and_a_search_in_it_is_the_services() {
        int total = given().get("/v1/models?list=all&limit=1")
                .then()
                .statusCode(200)
                .extract()
                .path("total");
        int sonnets = given().get("/v1/models?list=all&search=sonnet&limit=1")
                .then()
                .extract()
                .path("total");
        try (PageVisit visit = PageVisit.to(home, "#retired=true", PageVisit.english())) {
            visit.estimated(() -> visit.at("#which").selectOption("wide"));
            assertThat(visit.at("#shown")).hasText("400 of " + String.format("%,d", total));
            assertThat(visit.at("#narrow-down")).isVisible();
            visit.estimated(() -> visit.at("#more").click());
            assertThat(visit.at("#shown")).hasText("800 of " + String.format("%,d", total));
            visit.estimated(() -> visit.at("#search").fill("sonnet"));
            assertThat(visit.at("#shown")).hasText(sonnets + " of " + sonnets);
            assertThat(visit.at("#more")).isHidden();
            visit.estimated(() -> visit.at("#which").selectOption("known"));
            assertThat(visit.at("#table tbody tr").count()).isLessThan(sonnets);
        }
    }

    @Test
    void words_that_nobody_has_leave_an_empty_table_in_the_wide_list() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.estimated(() -> visit.at("#which").selectOption("wide"));
            visit.estimated(() -> visit.at("#search").fill("gtp-4o-nobody"));
            assertThat(visit.at("#table tbody tr")).hasCount(0);
            assertThat(visit.at("#nothing")).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US | azure/GPT_4o → azure/gpt-4o · seller in the name, spelling | sellers",
                "ru-RU | azure/GPT_4o → azure/gpt-4o · продавец в имени, написание  | продав",
                "zh-CN | azure/GPT_4o → azure/gpt-4o · 名称含销售商、写法             | 销售商"
            })
    void a_chip_says_how_a_name_was_understood_and_an_offer_of_the_wide_list_joins_the_table(
            String locale, String said, String sellers) {
        try (PageVisit visit = PageVisit.to(home, "", new Browser.NewContextOptions().setLocale(locale))) {
            visit.at("#search").fill("azure/GPT_4o");
            assertThat(visit.at("#understood .chip")).hasText(said);
            assertThat(visit.at("#sellers")).containsText(sellers);
            assertThat(visit.at("tr[data-id='azure/gpt-4o']")).isVisible();
        }
    }

    @Test
    void an_unknown_name_gets_suggestions_that_are_searched_for_by_a_click() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.at("#search").fill("gtp-4o");
            assertThat(visit.at("#understood")).containsText("Did you mean");
            visit.at("#understood button").first().click();
            assertThat(visit.at("#search")).hasValue("openai/gpt-4o");
            assertThat(visit.at("tr[data-id='openai/gpt-4o']")).isVisible();
        }
    }

    @Test
    void a_name_without_a_price_says_what_it_is_counted_like() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.at("#search").fill("gpt-4o-2031-01-01");
            assertThat(visit.at("#understood"))
                    .containsText(
                            Pattern.compile("no price under this name; counted like openai/gpt-4o.* by its family"));
        }
    }

    @Test
    void the_sellers_of_a_model_stand_side_by_side_as_multiples_of_the_cheapest() {
        List<String> expected = given().contentType("text/plain")
                .body("Hello")
                .post("/v1/estimates?models=claude-sonnet-4-5&offers=all")
                .then()
                .statusCode(200)
                .extract()
                .path("estimates.model");
        try (PageVisit visit = PageVisit.to(home)) {
            visit.paste("Hello");
            visit.at("#search").fill("claude-sonnet-4-5");
            visit.at("#sellers").click();
            assertThat(visit.at("#offers-table tbody td:nth-child(2)")).hasText(expected.toArray(String[]::new));
            assertThat(visit.at("#offers-table tbody td:nth-child(7)")
                            .filter(new com.microsoft.playwright.Locator.FilterOptions()
                                    .setHasText(Pattern.compile("^×1$")))
                            .first())
                    .isVisible();
            String chosen = expected.stream()
                    .filter(id -> id.startsWith("bedrock/"))
                    .findFirst()
                    .orElseThrow();
            visit.estimated(
                    () -> visit.at("#offers tr[data-id='" + chosen + "'] input").check());
            visit.at("#offers .close").click();
            assertThat(visit.at("tr[data-id='" + chosen + "'] input").first()).isChecked();
            visit.page.waitForURL(Pattern.compile(".*models=bedrock.*"));
        }
    }

    @Test
    void a_link_may_name_models_in_any_spelling_and_of_any_seller() {
        try (PageVisit visit = PageVisit.to(home, "#models=GPT-4o,azure/gpt-4o,nobody-7", PageVisit.english())) {
            assertThat(visit.at("tr[data-id='openai/gpt-4o'] input")).isChecked();
            assertThat(visit.at("tr[data-id='azure/gpt-4o'] input")).isChecked();
            assertThat(visit.at("#unknown")).containsText("No seller is known to have “nobody-7”.");
            visit.page.waitForURL(Pattern.compile(".*models=openai/gpt-4o,azure/gpt-4o,nobody-7(&.*)?$"));
        }
    }

    @Test
    void makers_sellers_and_kinds_are_filters() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.at("#maker").selectOption("Anthropic");
            assertThat(visit.at("#table tbody tr:not([data-id*='claude'])")).hasCount(0);
            visit.at("#maker").selectOption("");
            visit.at("#kind").selectOption("picture");
            assertThat(visit.at("tr[data-id='openai/gpt-image-2']")).isVisible();
            assertThat(visit.at("tr[data-id='openai/gpt-4o']")).hasCount(0);
            visit.page.waitForURL(Pattern.compile(".*kind=picture.*"));
        }
    }
}
