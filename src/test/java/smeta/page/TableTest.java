package smeta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorting, filters, keys and the permalink. */
@QuarkusTest
class TableTest {
    @TestHTTPResource("/")
    String home;

    @Test
    void every_column_sorts_both_ways_and_says_so() {
        try (PageVisit visit = PageVisit.to(home, "#search=openai", PageVisit.english())) {
            visit.paste("Sort me");
            visit.at("th[data-column=input] button").click();
            assertThat(visit.at("th[data-column=input]")).hasAttribute("aria-sort", "ascending");
            assertThat(visit.at("th[aria-sort]")).hasCount(1);
            assertThat(tokens(visit)).isSorted();
            visit.at("th[data-column=input] button").click();
            assertThat(visit.at("th[data-column=input]")).hasAttribute("aria-sort", "descending");
            assertThat(tokens(visit)).isSortedAccordingTo(Comparator.reverseOrder());
            visit.at("th[data-column=model] button").click();
            assertThat(visit.at("#table tbody tr").evaluateAll("rows => rows.map(row => row.dataset.id)"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                    .isSorted();
        }
    }

    private static List<BigDecimal> tokens(PageVisit visit) {
        List<BigDecimal> numbers = new ArrayList<>();
        visit.at("td[data-label=Tokens]")
                .allInnerTexts()
                .forEach(text -> numbers.add(new BigDecimal(text.replaceAll("[^0-9]", ""))));
        return numbers;
    }

    @Test
    void what_cannot_be_had_stands_behind_what_can_when_sorted_by_total() {
        try (PageVisit visit = PageVisit.to(home, "#retired=true&image=100x100", PageVisit.english())) {
            visit.paste("A picture");
            List<String> verdicts =
                    visit.at("#table tbody .verdict > span:first-child").allInnerTexts();
            int firstBad = verdicts.indexOf("takes no images");
            assertThat(firstBad).isPositive();
            assertThat(verdicts.subList(firstBad, verdicts.size())).doesNotContain("fits");
        }
    }

    @Test
    void search_and_filters_narrow_the_table_and_say_how_far() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.estimated(() -> visit.at("#which").selectOption("all"));
            int before = visit.at("#table tbody tr").count();
            visit.at("#search").fill("gpt-4o");
            assertThat(visit.at("#shown")).hasText(Pattern.compile("\\d{1,2} of \\d{3}"));
            assertThat(visit.at("tr[data-id='openai/gpt-4o']")).isVisible();
            visit.at("#provider").selectOption("anthropic");
            assertThat(visit.at("#nothing")).isVisible();
            visit.at("#provider").selectOption("");
            visit.at("#search").fill("");
            assertThat(visit.at("#table tbody tr")).hasCount(before);
            // of one seller, since only so many rows are drawn at once
            visit.at("#provider").selectOption("openai");
            int sold = visit.at("#table tbody tr").count();
            visit.at("#hide-retired").uncheck();
            assertThat(visit.at("#table tbody tr").count()).isGreaterThan(sold).isLessThan(before);
            visit.at("#provider").selectOption("");
            visit.at("#list-currency").selectOption("RUB");
            visit.at("#only-images").check();
            assertThat(visit.at("#table tbody tr").count()).isLessThan(before);
        }
    }

    @Test
    void the_table_saves_as_csv_with_the_services_figures() throws IOException {
        try (PageVisit visit = PageVisit.to(home, "#search=gpt-4o-mini", PageVisit.english())) {
            visit.paste("Save me");
            Download csv =
                    visit.page.waitForDownload(() -> visit.at("#save-csv").click());
            String text = Files.readString(csv.path());
            assertThat(text).startsWith("\uFEFFmodel,verdict,context,").contains("openai/gpt-4o-mini,fits,128000,");
        }
    }

    @Test
    void everything_can_be_done_by_keys() {
        try (PageVisit visit = PageVisit.to(home)) {
            var keys = visit.page.keyboard();
            keys.press("p");
            assertThat(visit.at("#prompt")).isFocused();
            visit.estimated(() -> keys.type("Hi"));
            keys.press("Tab");
            keys.press("?");
            assertThat(visit.at("#help-dialog")).isVisible();
            keys.press("Escape");
            assertThat(visit.at("#help-dialog")).isHidden();
            visit.estimated(() -> keys.press("c"));
            assertThat(visit.at("#currency input[value=CNY]")).isChecked();
            keys.press("/");
            assertThat(visit.at("#search")).isFocused();
            visit.estimated(() -> keys.type("gpt-4o")); // now all models are looked among
            assertThat(visit.at("#table tbody tr:not([data-id*='gpt-4o'])")).hasCount(0);
            visit.at("th[data-column=times] button").focus();
            // The table is one stop of Tab: its first row's box, then its name; the arrows move.
            keys.press("Tab");
            keys.press("Space");
            assertThat(visit.at("#table tbody tr").first().locator("input")).isChecked();
            keys.press("Tab");
            keys.press("ArrowDown");
            assertThat(visit.at("#table tbody tr").nth(1).locator(".name")).isFocused();
            keys.press("End");
            assertThat(visit.at("#table tbody tr").last().locator(".name")).isFocused();
            keys.press("Enter");
            assertThat(visit.at("#bill-lines")).isVisible();
            keys.press("Escape");
            assertThat(visit.at("#bill")).isHidden();
            assertThat(visit.at("#table tbody tr").last().locator(".name")).isFocused();
        }
    }

    @Test
    void a_link_brings_the_view_back_without_the_prompt() {
        String address;
        String total;
        try (PageVisit visit = PageVisit.to(
                home, "#output=321&currency=EUR&search=gpt-4o&sort=-context&lang=en", PageVisit.english())) {
            visit.paste("A secret prompt that stays at home");
            visit.at("tr[data-id='openai/gpt-4o'] input").check();
            total = visit.text("tr[data-id='openai/gpt-4o'] td[data-label=Total]");
            visit.page.waitForURL(Pattern.compile(".*models=openai/gpt-4o.*input=\\d+.*"));
            address = visit.page.url();
            assertThat(address)
                    .contains("output=321")
                    .contains("currency=EUR")
                    .doesNotContain("secret")
                    .doesNotContain("text=");
        }
        try (PageVisit visit = PageVisit.to(home, address.substring(address.indexOf('#')), PageVisit.english())) {
            assertThat(visit.at("#prompt")).hasValue("");
            assertThat(visit.at("[name=output]")).hasValue("321");
            assertThat(visit.at("th[data-column=context]")).hasAttribute("aria-sort", "descending");
            assertThat(visit.at("#detected")).containsText("Counts from the link");
            assertThat(visit.at("tr[data-id='openai/gpt-4o'] input")).isChecked();
            assertThat(visit.at("tr[data-id='openai/gpt-4o'] td[data-label=Total]"))
                    .hasText(total);
        }
    }

    @Test
    void a_link_has_the_text_only_if_that_is_ticked_and_warns_when_it_grows_long() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.paste("Share me");
            visit.at("#link-text").check();
            visit.page.waitForURL(Pattern.compile(".*text=Share\\+me.*"));
            visit.paste("word ".repeat(2000));
            assertThat(visit.at("#link-size")).containsText("The link is long");
            visit.at("#link-text").uncheck();
            assertThat(visit.at("#link-size")).hasText("");
        }
    }

    @Test
    void a_usage_that_is_pasted_fills_the_numbers() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            visit.page.evaluate("navigator.clipboard.writeText('12,345 input 800 output')");
            visit.at("#prompt").focus();
            visit.estimated(() -> visit.page.keyboard().press("Control+V"));
            assertThat(visit.at("[name=output]")).hasValue("800");
            assertThat(visit.at("tr[data-id='openai/gpt-4o'] td[data-label=Tokens]"))
                    .containsText("12,345");
        }
    }

    /** The list has a tier above 272,000 tokens of a prompt: 272,001 is the first count in it. */
    @Test
    void the_bar_names_the_first_count_that_has_other_rates() {
        try (PageVisit visit = PageVisit.to(home, "#models=openai/gpt-5.4", PageVisit.english())) {
            assertThat(visit.at("tr[data-id='openai/gpt-5.4'] .bar"))
                    .hasAttribute("title", Pattern.compile("[\\s\\S]*other rates from 272,001"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_pasted_over_all_of_the_prompt_is_understood_as_in_an_empty_one(boolean everything) {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            visit.paste("What was here before");
            visit.page.evaluate("navigator.clipboard.writeText(\"curl https://example.org/v1 -d "
                    + "'{\\\"model\\\":\\\"gpt-4o\\\",\\\"messages\\\":[]}'\")");
            visit.at("#prompt").focus();
            visit.page.keyboard().press(everything ? "Control+A" : "End");
            visit.estimated(() -> visit.page.keyboard().press("Control+V"));
            if (everything) {
                assertThat(visit.at("#found")).hasText("The request was found in: the command");
            } else {
                assertThat(visit.at("#prompt")).hasValue(Pattern.compile("What was here beforecurl .*"));
            }
        }
    }

    /** WCAG 2.1.4: a shortcut of one character can be turned off. */
    @Test
    void keys_that_are_characters_can_be_switched_off_and_the_address_keeps_that() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.page.keyboard().press("?");
            assertThat(visit.at("#single-keys")).isChecked();
            visit.at("#single-keys").uncheck();
            visit.page.keyboard().press("Escape");
            visit.page.waitForURL(Pattern.compile(".*keys=off.*"));
            visit.page.keyboard().press("/");
            visit.page.keyboard().press("?");
            assertThat(visit.at("#search")).not().isFocused();
            assertThat(visit.at("#help-dialog")).isHidden();
            assertThat(visit.at("[aria-keyshortcuts]")).hasCount(0);
            visit.at("#help").click();
            visit.at("#single-keys").check();
            visit.page.keyboard().press("Escape");
            visit.page.keyboard().press("/");
            assertThat(visit.at("#search")).isFocused();
            assertThat(visit.at("#search")).hasAttribute("aria-keyshortcuts", "/");
        }
    }
}
