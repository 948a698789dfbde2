package smeta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A file of requests: totals, the lines that are wrong, and a way to stop. */
@QuarkusTest
class BatchTest {
    @TestHTTPResource("/")
    String home;

    private static String line(int number, String words) {
        return "{\"custom_id\":\"r" + number
                + "\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{\"model\":\"gpt-4o\","
                + "\"messages\":[{\"role\":\"user\",\"content\":\"" + words + "\"}]}}\n";
    }

    private static FilePayload file(String text) {
        return new FilePayload("requests.jsonl", "application/jsonl", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_bad_line_and_one_that_does_not_fit_are_listed_and_the_rest_is_summed_as_the_service_sums() {
        String text = line(1, "Hello, world!") + "{\"custom_id\": broken\n" + line(3, "word ".repeat(130_000))
                + line(4, "How are you?");
        String total = given().config(config().encoderConfig(
                                encoderConfig().encodeContentTypeAs("application/jsonl", ContentType.TEXT)))
                .contentType("application/jsonl")
                .body(text)
                .post("/v1/batches?currency=USD&scale=12")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .reduce((first, second) -> second)
                .orElseThrow();
        String likely = JsonPath.from(total).getString("summary.models[0].cost.likely");
        try (PageVisit visit = PageVisit.to(home, "#tab=batch", PageVisit.english())) {
            visit.at("#batch-file").setInputFiles(file(text));
            assertThat(visit.at("#batch-state")).hasText("Done: 4 lines.");
            assertThat(visit.at("#batch-bad tbody tr")).hasCount(2);
            assertThat(visit.at("#batch-bad tbody tr").first()).containsText("not JSON");
            assertThat(visit.at("#batch-bad tbody tr").nth(1).locator("td").first())
                    .hasText("3");
            assertThat(visit.at("#batch-bad tbody tr").nth(1)).containsText("r3");
            assertThat(visit.at("#batch-totals tbody tr td").first()).hasText("openai/gpt-4o");
            assertThat(visit.at("#batch-totals tbody tr td").nth(4)).hasAttribute("data-exact", likely);
            assertThat(visit.at("#batch-dearest tbody tr").first()).containsText("r3");
        }
    }

    @Test
    void lines_keep_their_numbers_across_the_pieces_in_which_a_long_file_is_sent() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 3000; i++) {
            text.append(i == 2500 ? "\n" : i == 2999 ? "nonsense\n" : line(i, "word ".repeat(50)));
        }
        try (PageVisit visit = PageVisit.to(home, "#tab=batch", PageVisit.english())) {
            visit.at("#batch-file").setInputFiles(file(text.toString()));
            // The blank line counts for the numbers, as in an editor, but is no request.
            assertThat(visit.at("#batch-state")).hasText("Done: 2,999 lines.");
            assertThat(visit.at("#batch-bad tbody tr td").first()).hasText("2,999");
            assertThat(visit.at("#batch-totals tbody tr td").nth(1)).hasText("2,998");
        }
    }

    @Test
    void cancel_stops_the_work_and_keeps_what_was_read() {
        try (PageVisit visit = PageVisit.to(home, "#tab=batch", PageVisit.english())) {
            String text = line(1, "word ".repeat(400)).repeat(4_000);
            visit.at("#batch-file").setInputFiles(file(text));
            assertThat(visit.at("#batch-state")).hasText(Pattern.compile("[\\d,]{2,} lines"));
            visit.at("#batch-cancel").click();
            assertThat(visit.at("#batch-state")).hasText(Pattern.compile("Cancelled after [\\d,]+ lines\\."));
            assertThat(visit.at("#batch-cancel")).isDisabled();
            String then = visit.text("#batch-state");
            visit.page.waitForTimeout(500);
            assertThat(visit.text("#batch-state")).isEqualTo(then);
        }
    }

    @Test
    void a_service_that_breaks_off_is_told_and_what_was_read_stays() {
        try (PageVisit visit =
                PageVisit.to(home, "#tab=batch", PageVisit.english()).failing()) {
            visit.page.route("**/v1/batches*", Route::abort);
            visit.at("#batch-file").setInputFiles(file(line(1, "Hello")));
            assertThat(visit.at("#batch-state")).containsText("The service stopped answering after 0 lines");
        }
    }
}
