package smeta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bill of one model: the service's figures, whole. */
@QuarkusTest
class BillDialogTest {
    private static final String PROMPT = "Сколько будет стоить этот запрос?";

    @TestHTTPResource("/")
    String home;

    @Test
    void the_bill_shows_the_services_figures_to_the_last_digit() throws IOException {
        try (PageVisit visit = PageVisit.to(home, "#output=801&cached=10&currency=RUB", PageVisit.english())) {
            visit.paste(PROMPT).openBill("openai/gpt-4o");
            JsonNode expected = estimate("openai/gpt-4o");
            List<String> quantities = new ArrayList<>();
            List<String> amounts = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode line : expected.get("lines")) {
                quantities.add(line.get("quantity").asText());
                amounts.add("$" + line.at("/amount/amount").asText());
                sum = sum.add(new BigDecimal(line.at("/amount/amount").asText()));
            }
            assertThat(visit.at("#bill-lines tbody td:nth-child(4)")
                            .evaluateAll("cells => cells.map(cell => cell.dataset.exact)"))
                    .isEqualTo(quantities);
            assertThat(visit.at("#bill-lines tbody td:nth-child(4)").last()).containsText("801 0…16,384");
            assertThat(visit.at("#bill-lines tbody td:nth-child(6)")).hasText(amounts.toArray(String[]::new));
            assertThat(visit.at("#bill-total"))
                    .hasText("$" + expected.at("/cost/billed/amount").asText());
            assertThat(new BigDecimal(expected.at("/cost/billed/amount").asText()))
                    .isEqualByComparingTo(sum);
            assertThat(visit.at("#bill .facts"))
                    .containsText("₽" + expected.at("/cost/likely").asText());
            // The rate of exchange with its day, the price with its source and day.
            assertThat(visit.at("#bill .facts")).containsText("1 USD = ");
            assertThat(visit.at("#bill"))
                    .containsText(expected.at("/price_source/title").asText());
        }
    }

    @Test
    void a_russian_bill_says_remarks_formulas_dates_and_sources_in_russian() {
        try (PageVisit visit =
                PageVisit.to(home, "#currency=RUB", PageVisit.english().setLocale("ru-RU"))) {
            visit.paste(PROMPT).openBill("openai/gpt-4o");
            assertThat(visit.at("#bill li b").first()).hasText("Курс валют устарел: ");
            // The service's clock stands at 22 November 2026, 144 days after the newest rate that ships.
            assertThat(visit.at("#bill"))
                    .containsText("Курс — от 1 июл. 2026 г., старше нужного дня на 144 дня; более нового нет.");
            assertThat(visit.at("#bill .facts")).containsText("официальный курс Банка России");
            assertThat(visit.at("#bill-lines tbody td:last-child").first()).containsText("2,50 $ / 1 млн");
            assertThat(visit.at("#bill-lines")).not().containsText("USD /");
            assertThat(visit.at("#bill-lines")).not().containsText("OpenAI chat");
        }
    }

    private static JsonNode estimate(String model) throws IOException {
        String json = given().contentType("text/plain; charset=utf-8")
                .body(PROMPT)
                .queryParam("models", model)
                .queryParam("output", 801)
                .queryParam("cached", 10)
                .queryParam("currency", "RUB")
                .queryParam("include", "lines")
                .queryParam("scale", 12)
                .post("/v1/estimates")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new ObjectMapper().readTree(json).at("/estimates/0");
    }

    @Test
    void the_bill_copies_as_markdown_and_saves_as_csv_and_prints_alone() throws IOException {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            visit.paste(PROMPT).openBill("openai/gpt-4o");
            visit.at("#copy-markdown").click();
            assertThat(visit.at("#bill")).containsText("copied");
            assertThat((String) visit.page.evaluate("navigator.clipboard.readText()"))
                    .startsWith("## Estimate for openai/gpt-4o")
                    .contains("| No. | Item | Unit |")
                    .contains("**Total**");
            Download csv =
                    visit.page.waitForDownload(() -> visit.at("#bill-csv").click());
            assertThat(csv.suggestedFilename()).isEqualTo("smeta-openai-gpt-4o.csv");
            assertThat(Files.readString(csv.path()))
                    .startsWith("\uFEFFNo.,Item,Unit,")
                    .contains(estimateTotal());
            visit.page.emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(visit.at("#bill-lines")).isVisible();
            assertThat(visit.at("header")).isHidden();
            assertThat(visit.at("#print")).isHidden();
        }
    }

    private static String estimateTotal() {
        return given().contentType("text/plain; charset=utf-8")
                .body(PROMPT)
                .post("/v1/estimates?models=openai/gpt-4o")
                .path("estimates[0].cost.billed.amount");
    }

    @Test
    void what_has_no_price_is_not_shown_as_zero() {
        try (PageVisit visit = PageVisit.to(home, "#search=caila", PageVisit.english())) {
            // Caila prints what it asks for a prompt, not for a reply.
            visit.paste(PROMPT);
            assertThat(visit.at("tr[data-id='caila/GigaChat-2-Pro'] td[data-label=Total]"))
                    .containsText("+ ?");
            visit.openBill("caila/GigaChat-2-Pro");
            assertThat(visit.at("#bill-lines")).containsText("no published price");
            assertThat(visit.at("#bill-total")).containsText("incomplete");
        }
    }
}
