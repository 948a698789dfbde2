package smeta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Light and dark, narrow and wide, and for everybody. */
@QuarkusTest
class LooksTest {
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final String BUDGET =
            "#models=openai/gpt-4o,openai/gpt-4o-mini&limit=100&currency=USD&compare=true&requests_b=9000/day&search=gpt-4";

    @TestHTTPResource("/")
    String home;

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axe_finds_nothing_serious_in_any_view(ColorScheme scheme) {
        try (PageVisit visit = PageVisit.to(
                home, BUDGET, PageVisit.english().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE))) {
            visit.paste("Is this page for everybody? 👩");
            inspect(visit, "the estimate");
            visit.openBill("openai/gpt-4o");
            inspect(visit, "the bill");
            visit.at("#bill .close").click();
            visit.at("#help").click();
            inspect(visit, "the help");
            visit.at("#help-dialog button").click();
            visit.at("#tab-budget").click();
            visit.at("#budget-table").waitFor();
            inspect(visit, "the budget");
            visit.at("#tab-batch").click();
            visit.at("#view-batch h2").waitFor();
            inspect(visit, "the batch");
            CalibrationViewTest.calibrate(visit);
            inspect(visit, "the calibration");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axe_finds_nothing_serious_at_360_pixels_nor_in_the_dialogs_of_sellers_and_of_models_side_by_side(
            ColorScheme scheme) {
        try (PageVisit visit = PageVisit.to(
                home,
                BUDGET,
                PageVisit.english()
                        .setColorScheme(scheme)
                        .setViewportSize(360, 740)
                        .setReducedMotion(ReducedMotion.REDUCE))) {
            visit.paste("Is this page for everybody?");
            inspect(visit, "the estimate");
            visit.openBill("openai/gpt-4o");
            inspect(visit, "the bill");
            visit.at("#bill-sellers").click();
            visit.at("#offers-table").waitFor();
            inspect(visit, "the sellers");
            visit.at("#offers .close").click();
            visit.at("#compare").click();
            inspect(visit, "models side by side");
            visit.at("#compare-dialog .close").click();
            CalibrationViewTest.calibrate(visit);
            inspect(visit, "the calibration");
        }
    }

    private static void inspect(PageVisit visit, String view) {
        List<Rule> grave = new AxeBuilder(visit.page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .toList();
        assertThat(grave)
                .as(view)
                .extracting(rule -> rule.getId() + ": "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml() + " "
                                        + node.getAny().stream()
                                                .map(check -> check.getMessage())
                                                .toList())
                                .toList())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "ru-RU", "zh-CN"})
    void at_360_pixels_the_table_is_cards_and_nothing_sticks_out(String locale) {
        try (PageVisit visit = PageVisit.to(
                home, BUDGET, new Browser.NewContextOptions().setLocale(locale).setViewportSize(360, 740))) {
            visit.estimated(() -> visit.at("#examples").selectOption("ex_tools"));
            assertThat(visit.at("#table thead")).isHidden();
            assertThat(visit.at("#sort")).isVisible();
            assertFits(visit);
            visit.at("#table tbody .name").first().click();
            visit.at("#bill-lines").waitFor();
            assertFits(visit);
            visit.at("#bill .close").click();
            visit.at("#tab-budget").click();
            visit.at("#budget-table").waitFor();
            assertFits(visit);
            visit.at("#tab-batch").click();
            visit.at("#view-batch h2").waitFor();
            assertFits(visit);
            CalibrationViewTest.calibrate(visit);
            assertFits(visit);
        }
    }

    private static void assertFits(PageVisit visit) {
        assertThat((int) visit.page.evaluate("document.documentElement.scrollWidth"))
                .as("width of what is to be seen")
                .isLessThanOrEqualTo(360);
    }

    @Test
    void the_theme_follows_the_system_until_another_is_chosen_and_that_is_remembered() {
        try (PageVisit visit = PageVisit.to(home, "", PageVisit.english().setColorScheme(ColorScheme.DARK))) {
            assertThat(visit.at("body")).hasCSS("background-color", "rgb(20, 23, 28)");
            visit.at("#theme").click();
            assertThat(visit.at("body")).hasCSS("background-color", "rgb(246, 247, 249)");
            visit.page.reload();
            visit.settled();
            assertThat(visit.at("body")).hasCSS("background-color", "rgb(246, 247, 249)");
            // Nothing else is stored.
            assertThat(visit.page.evaluate("Object.keys(localStorage).join() + document.cookie"))
                    .isEqualTo("theme");
        }
    }

    @Test
    void nothing_moves_for_who_asks_for_that() {
        try (PageVisit visit = PageVisit.to(home, "", PageVisit.english().setReducedMotion(ReducedMotion.REDUCE))) {
            assertThat(visit.at("#table")).hasCSS("transition-duration", "0s");
        }
    }
}
