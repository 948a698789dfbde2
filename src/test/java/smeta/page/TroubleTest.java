package smeta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What goes wrong is told where it belongs, and the result before stays. */
@QuarkusTest
class TroubleTest {
    private static final Pattern STALE = Pattern.compile("\\bstale\\b");

    @TestHTTPResource("/")
    String home;

    @Test
    void a_service_that_is_gone_leaves_the_last_result_dimmed_and_can_be_tried_again() {
        try (PageVisit visit = PageVisit.to(home).failing()) {
            visit.paste("Before the failure");
            int rows = visit.at("#table tbody tr").count();
            visit.page.route("**/v1/estimates*", Route::abort);
            visit.page.fill("#prompt", "After it");
            assertThat(visit.at("#failure")).containsText("The service doesn't answer");
            assertThat(visit.at("#table")).hasClass("stale");
            assertThat(visit.at("#token-count")).hasClass(STALE);
            assertThat(visit.at("#table tbody tr")).hasCount(rows);
            visit.page.unroute("**/v1/estimates*");
            visit.at("#failure button").click();
            visit.settled();
            assertThat(visit.at("#failure")).isHidden();
            assertThat(visit.at("#token-count")).not().hasClass(STALE);
        }
    }

    @Test
    void a_view_whose_parts_could_not_be_fetched_says_so_and_is_fetched_again() {
        try (PageVisit visit = PageVisit.to(home).failing()) {
            visit.page.route("**/app/budget.js", Route::abort);
            visit.at("#tab-budget").click();
            assertThat(visit.at("#view-budget")).containsText("The service doesn't answer.");
            visit.page.unroute("**/app/budget.js");
            visit.at("#view-budget button").click();
            assertThat(visit.at("#view-budget #budget")).isVisible();
        }
    }

    @Test
    void a_service_that_breaks_says_so_with_its_status() {
        try (PageVisit visit = PageVisit.to(home).failing()) {
            visit.page.route(
                    "**/v1/estimates*",
                    route -> route.fulfill(
                            new Route.FulfillOptions().setStatus(500).setBody("broken")));
            visit.page.fill("#prompt", "Anything");
            assertThat(visit.at("#failure")).containsText("500");
            assertThat(visit.at("#failure button")).isVisible();
        }
    }

    @Test
    void a_bad_value_is_told_beside_its_field_with_the_fix() {
        try (PageVisit visit = PageVisit.to(home).failing()) {
            visit.paste("Hello");
            visit.page.fill("[name=cached]", "500%");
            assertThat(visit.at("#problem-assumptions-cached")).containsText("for example cached=40%");
            assertThat(visit.at("[name=cached]")).hasAttribute("aria-invalid", "true");
            assertThat(visit.at("[name=cached]")).hasAttribute("aria-describedby", "problem-assumptions-cached");
            assertThat(visit.at("[name=output]")).not().hasAttribute("aria-invalid", "true");
            visit.estimated(() -> visit.page.fill("[name=cached]", "40%"));
            assertThat(visit.at("#problem-assumptions-cached")).hasCount(0);
        }
    }

    @Test
    void a_body_that_is_no_request_is_told_beside_the_prompt_and_can_be_read_as_text() {
        try (PageVisit visit = PageVisit.to(home).failing()) {
            visit.page.fill("#prompt", "{\"colour\": \"red\"}");
            assertThat(visit.at("#prompt-problem")).containsText("The body has the shape of no request");
            assertThat(visit.at("#prompt")).hasAttribute("aria-invalid", "true");
            assertThat(visit.at("#live")).containsText("The body has the shape of no request");
            visit.estimated(() -> visit.at("#prompt-problem button").click());
            assertThat(visit.at("#prompt-problem")).isHidden();
            assertThat(visit.at("#token-count")).containsText("17 characters");
        }
    }

    @Test
    void what_a_prompt_holds_is_text_and_never_markup() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.paste("<img src=x onerror=alert(1)><b>bold</b>");
            assertThat(visit.at("#token-view")).containsText("onerror");
            assertThat(visit.at("#token-view img")).hasCount(0);
            assertThat(visit.at("#token-view b")).hasCount(0);
        }
    }

    @Test
    void only_the_last_of_many_changes_is_shown() {
        try (PageVisit visit = PageVisit.to(home)) {
            for (int i = 1; i <= 5; i++) {
                visit.page.fill("#prompt", "word ".repeat(i * 10));
                visit.page.waitForTimeout(270);
            }
            assertThat(visit.at("#token-count")).hasText(Pattern.compile("5\\d tokens.*"));
            assertThat(visit.settled().text("#token-count")).contains("250 characters");
        }
    }
}
