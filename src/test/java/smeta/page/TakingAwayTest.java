package smeta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person takes from the page, by the clipboard and on paper, and the folder that she brings. */
@QuarkusTest
class TakingAwayTest {
    @TestHTTPResource("/")
    String home;

    @Test
    void the_link_and_a_command_for_this_view_are_copied() {
        try (PageVisit visit = PageVisit.to(home, "#currency=USD&search=gpt-4o-mini&output=321", PageVisit.english())) {
            visit.page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            visit.paste("It's a test");
            visit.at("#copy-link").click();
            assertThat(visit.at("#copied")).hasText("copied");
            assertThat(clipboard(visit))
                    .startsWith(home)
                    .contains("search=gpt-4o-mini")
                    .doesNotContain("test");
            visit.at("#copy-curl").click();
            visit.page.waitForCondition(() -> clipboard(visit).startsWith("curl "));
            Matcher command = Pattern.compile(
                            "curl -s -X POST '([^']+)' -H 'Content-Type: ([^']+)' --data-binary '(.*)'")
                    .matcher(clipboard(visit));
            assertThat(command.matches()).isTrue();
            // A quotation mark inside a quoted word of a shell.
            assertThat(command.group(3)).isEqualTo("It'\\''s a test");
            String total = io.restassured.RestAssured.given()
                    .urlEncodingEnabled(false)
                    .contentType(command.group(2))
                    .body("It's a test")
                    .post(command.group(1))
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("estimates.find { it.model == 'openai/gpt-4o-mini' }.cost.billed.amount");
            assertThat(visit.at("tr[data-id='openai/gpt-4o-mini'] td[data-label=Total]"))
                    .hasAttribute("title", "$" + total + " · $" + total);
        }
    }

    private static String clipboard(PageVisit visit) {
        return (String) visit.page.evaluate("navigator.clipboard.readText()");
    }

    @Test
    void the_printed_bill_has_the_vat_that_was_set_the_rate_with_its_source_and_signatures_if_wanted(
            @TempDir Path folder) throws IOException {
        try (PageVisit visit = PageVisit.to(home, "#currency=RUB&lang=ru", PageVisit.english())) {
            visit.paste("Привет").openBill("openai/gpt-4o");
            assertThat(visit.at("#bill .facts")).not().containsText("НДС");
            visit.at("#vat").fill("20");
            visit.at("#vat").blur();
            assertThat(visit.at("#bill .facts")).containsText("Итого с НДС");
            BigDecimal net = new BigDecimal(visit.at("#bill-total").getAttribute("data-exact"));
            BigDecimal gross = net.multiply(new BigDecimal("1.2")).stripTrailingZeros();
            assertThat(visit.at("#bill .facts"))
                    .containsText(gross.toPlainString().replace('.', ',') + " $ = ");
            visit.at("#sign").check();
            visit.page.waitForURL(Pattern.compile(".*vat=20.*"));
            Path file = folder.resolve("bill.pdf");
            visit.page.pdf(new Page.PdfOptions().setPath(file));
            try (var pdf = Loader.loadPDF(file.toFile())) {
                assertThat(pdf.getNumberOfPages()).isOne();
                assertThat(new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", " "))
                        .contains(
                                "Смета: openai/gpt-4o",
                                "22 нояб. 2026 г.",
                                "НДС 20 %",
                                "официальный курс Банка России",
                                "Утвердил")
                        .doesNotContain("Вставьте текст", "Печать");
            }
            visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(visit.at("#vat")).isHidden();
        }
    }

    @Test
    void a_folder_is_one_prompt_of_its_texts_without_what_is_hidden(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.txt"), "one");
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(folder.resolve("deep/b.md"), "two");
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/config"), "three");
        try (PageVisit visit = PageVisit.to(home)) {
            visit.estimated(() -> visit.at("#folder").setInputFiles(folder));
            assertThat(visit.at("#found")).hasText("2 files as one prompt");
            assertThat(visit.at("#prompt").inputValue())
                    .contains("/a.txt\n\none")
                    .contains("/deep/b.md\n\ntwo")
                    .doesNotContain("three");
        }
    }
}
