package smeta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.calibration.CalibrationFile;

/** A log of reported usage is dropped, and the page shows what was learnt from it. */
@QuarkusTest
class CalibrationViewTest {
    private static final int LINES = 600;

    @TestHTTPResource("/")
    String home;

    /** Replies have 200 to 206 tokens, 20 of each 40 prompts' tokens were read from the cache; the last line is no JSON. */
    static String log() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            int words = 20 + i % 90;
            int tokens = 40 + 3 * words;
            log.append(
                            "{\"request\":{\"model\":\"claude-sonnet-4-5-20250929\",\"max_tokens\":3000,\"messages\":[{\"role\":\"user\",\"content\":\"")
                    .append("quiet ".repeat(words))
                    .append(i)
                    .append("\"}]},\"usage\":{\"input_tokens\":")
                    .append(tokens)
                    .append(",\"output_tokens\":")
                    .append(200 + i % 7)
                    .append("},\"timestamp\":\"2026-11-")
                    .append(10 + i % 10)
                    .append("T10:00:00Z\"}\n");
        }
        return log.append("nonsense\n").toString();
    }

    static void calibrate(PageVisit visit) {
        visit.at("#tab-calibration").click();
        visit.at("#calibration-file")
                .setInputFiles(
                        new FilePayload("calls.jsonl", "application/jsonl", log().getBytes(StandardCharsets.UTF_8)));
        visit.at("#calibration-models").waitFor();
        visit.page.waitForFunction("() => window.Chart !== undefined");
    }

    @Test
    void a_log_shows_by_model_how_far_estimates_were_off_and_how_far_they_are_after() {
        try (PageVisit visit = PageVisit.to(home)) {
            calibrate(visit);
            assertThat(visit.at("#calibration-state")).hasText("601 lines read, 600 used.");
            assertThat(visit.at("#calibration-models tbody tr")).hasCount(1);
            List<String> cells = visit.at("#calibration-models tbody td").allInnerTexts();
            assertThat(cells.get(0)).isEqualTo("anthropic/claude-sonnet-4-5-20250929");
            assertThat(cells.get(1)).isEqualTo("600");
            assertThat(percents(cells.get(2)).get(1))
                    .isLessThan(percents(cells.get(2)).get(0));
            // Of 200 to 206 the middle is 203 and the 95th percentile 206; the histogram is as fine as one in 32.
            assertThat(cells.get(5)).matches("20[0-9] / 20[0-9]");
            visit.at("#calibration-problems summary").click();
            assertThat(visit.at("#calibration-problems li")).hasText("not JSON: 1");
            assertThat(visit.at("#view-calibration canvas").getAttribute("aria-label"))
                    .contains("before: ")
                    .contains("after: ")
                    .contains("0.99–1.01: ");
        }
    }

    private static List<Double> percents(String cell) {
        List<Double> all = new ArrayList<>();
        for (String part : cell.split("→")) {
            all.add(Double.parseDouble(part.replaceAll("[^0-9.]", "")));
        }
        return all;
    }

    @Test
    void the_file_that_is_saved_is_one_that_the_service_reads_and_has_no_text_of_the_log() throws IOException {
        try (PageVisit visit = PageVisit.to(home)) {
            calibrate(visit);
            Download file = visit.page.waitForDownload(
                    () -> visit.at("#calibration-save").click());
            assertThat(file.suggestedFilename()).matches("calibration-\\d{4}-\\d\\d-\\d\\d\\.json");
            String text = Files.readString(file.path());
            List<String> defects = new ArrayList<>();
            CalibrationFile read = CalibrationFile.read("own.json", text, defects);
            assertThat(defects).isEmpty();
            assertThat(read.models()).hasSize(1);
            assertThat(text).doesNotContain("quiet");
            JsonNode ratios = new ObjectMapper().readTree(text).at("/models/0/input/ratios");
            assertThat(ratios.at("/after")).isNotEmpty().allMatch(lines -> lines.asInt() >= 20);
        }
    }

    @Test
    void lines_that_are_pasted_are_learnt_from_and_too_few_are_said_to_be() {
        try (PageVisit visit = PageVisit.to(home, "#tab=calibration", PageVisit.english())) {
            visit.at("#view-calibration summary").first().click();
            visit.at("#calibration-text").fill(log().lines().limit(3).reduce("", (all, line) -> all + line + "\n"));
            visit.at("#calibration-start").click();
            assertThat(visit.at("#calibration-state")).hasText("3 lines read, 3 used.");
            assertThat(visit.at("#calibration-result"))
                    .containsText("Fewer than 20 lines, so nothing is said of: anthropic/claude-sonnet-4-5-20250929");
            assertThat(visit.at("#calibration-models")).hasCount(0);
        }
    }

    @Test
    void how_well_files_in_use_fit_stands_in_a_table_of_what_was_promised_and_what_is() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.page.route("**/v1/calibrations*", route -> {
                APIResponse real = route.fetch();
                String drift = ",\"drift\":[{\"model\":\"openai/gpt-4o\",\"made\":\"2026-10-01\",\"lines\":1234,"
                        + "\"now\":{\"lines\":1234,\"median\":0.07,\"inside\":0.6},"
                        + "\"promised\":{\"lines\":500,\"median\":0.01,\"inside\":0.99},\"calibrate_again\":true}]}";
                route.fulfill(new Route.FulfillOptions()
                        .setResponse(real)
                        .setBody(real.text().strip().replaceFirst("\\}$", "") + drift));
            });
            calibrate(visit);
            assertThat(visit.at("#calibration-drift tbody tr")).hasCount(1);
            assertThat(visit.at("#calibration-drift tbody"))
                    .containsText(Pattern.compile(
                            "openai/gpt-4o.*Oct.*1, ?2026.*1,234.*1\\s?% → 7\\s?%.*99\\s?% → 60\\s?%", Pattern.DOTALL));
            assertThat(visit.at("#calibration-drift .over")).hasCount(1);
        }
    }

    @Test
    void a_service_that_does_not_answer_is_told() {
        try (PageVisit visit =
                PageVisit.to(home, "#tab=calibration", PageVisit.english()).failing()) {
            visit.page.route("**/v1/calibrations*", Route::abort);
            visit.at("#calibration-file")
                    .setInputFiles(
                            new FilePayload("a.jsonl", "application/jsonl", "{}".getBytes(StandardCharsets.UTF_8)));
            assertThat(visit.at("#calibration-state")).hasText("The service doesn't answer.");
            assertThat(visit.at("#calibration-cancel")).isDisabled();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ru-RU | Прочитано: 601 строка, использовано: 600.", "zh-CN | 读取 601 行，使用 600。"})
    void each_language_has_its_words(String locale, String said) {
        try (PageVisit visit = PageVisit.to(home, "", new Browser.NewContextOptions().setLocale(locale))) {
            calibrate(visit);
            assertThat(visit.at("#calibration-state")).hasText(said);
            assertThat(visit.text("#view-calibration"))
                    .doesNotContainPattern("(?<![\\w./-])[a-z]+_[a-z_]+(?![\\w./-])");
        }
    }
}
