package smeta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a newcomer does: paste, look, choose another language. */
@QuarkusTest
class FirstVisitTest {
    @TestHTTPResource("/")
    String home;

    @Test
    void one_paste_shows_tokens_fit_and_cost_of_every_model() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.paste("Hello, world!");
            // OpenAI's tokenizer page splits it so in o200k_base: Hello | , | world | !
            assertThat(visit.at("#token-view .t")).hasText(new String[] {"Hello", ",", " world", "!"});
            assertThat(visit.at("#token-count")).containsText("4 tokens · 13 characters");
            assertThat(visit.at("#detected")).hasText("read as plain");
            assertThat(visit.at("tr[data-id='openai/gpt-4o'] .fits")).hasText("fits");
            assertThat(visit.at("tr[data-id='openai/gpt-4o'] td[data-label='Total']"))
                    .hasText(Pattern.compile("\\$0\\.00\\d+"));
            assertThat(visit.at("#table tbody tr").count()).isBetween(25, 45);
            visit.estimated(() -> visit.at("#which").selectOption("all"));
            assertThat(visit.at("#table tbody tr").count()).isGreaterThan(100);
            // The live region says the first model, once, after a pause.
            assertThat(visit.at("#live")).containsText("fits");
        }
    }

    @Test
    void a_character_of_several_tokens_is_one_box_and_tells_its_ids_and_bytes() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.paste("👩 Й");
            // o200k_base: 28823 102 make the woman (F0 9F 91 A9); the letter with its space follows.
            assertThat(visit.at("#token-view .t").first()).containsText("👩");
            visit.at("#token-view").focus();
            visit.page.keyboard().press("ArrowRight");
            assertThat(visit.at("#token-detail")).containsText("28823, 102");
            assertThat(visit.at("#token-detail")).containsText("f0 9f 91 a9");
            visit.at("#show-ids").check();
            assertThat(visit.at("#token-view .t").first()).containsText("28823 102");
            visit.at("#show-spaces").check();
            assertThat(visit.at("#token-view")).containsText("·Й");
        }
    }

    @Test
    void an_unpublished_vocabulary_is_an_estimate_and_says_so() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.paste("Hello, world!");
            visit.at("#vocabulary").selectOption("claude-3");
            assertThat(visit.at("#token-count")).containsText("estimated");
            assertThat(visit.at("#token-note")).containsText("not published");
            assertThat(visit.at("#token-view .t")).hasCount(0);
        }
    }

    @Test
    void every_example_is_read_and_none_has_a_problem() {
        try (PageVisit visit = PageVisit.to(home)) {
            for (List<String> example : List.of(
                    List.of("ex_ru", "plain"),
                    List.of("ex_zh", "plain"),
                    List.of("ex_picture", "images"),
                    List.of("ex_speech", "speech"),
                    List.of("ex_embedding", "embeddings"),
                    List.of("ex_tools", "openai-chat"),
                    List.of("ex_en", "plain"))) {
                visit.estimated(() -> visit.at("#examples").selectOption(example.get(0)));
                assertThat(visit.at("#detected")).hasText("read as " + example.get(1));
                assertThat(visit.at("#prompt-problem")).isHidden();
            }
            assertThat(visit.at("#token-note")).hasText("The first 20,000 are drawn.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US | en | Estimate | 1 token ·   | 2 tokens ·  | 5 tokens ·   | $",
                "ru-RU | ru | Смета    | 1 токен ·   | 2 токена ·  | 5 токенов ·  | ₽",
                "zh-CN | zh | 估算     | 1 个词元 ·  | 2 个词元 ·  | 5 个词元 ·   | ¥"
            })
    void each_language_has_its_words_plurals_and_money(
            String locale, String language, String tab, String one, String two, String five, String sign) {
        try (PageVisit visit = PageVisit.to(
                home, "", new Browser.NewContextOptions().setLocale(locale).setColorScheme(ColorScheme.LIGHT))) {
            assertThat(visit.at("html")).hasAttribute("lang", language);
            assertThat(visit.at("#tab-estimate")).hasText(tab);
            visit.paste("a");
            assertThat(visit.at("#token-count")).containsText(one);
            visit.paste("a b");
            assertThat(visit.at("#token-count")).containsText(two);
            visit.paste("a b c d e");
            assertThat(visit.at("#token-count")).containsText(five);
            assertThat(visit.at("tr[data-id='openai/gpt-4o'] td.n").nth(2)).containsText(sign);
            // A word without a translation would show as its key.
            assertThat(visit.text("body")).doesNotContainPattern("(?<![\\w./-])[a-z]+_[a-z_]+(?![\\w./-])");
        }
    }

    @Test
    void a_language_in_the_link_wins_over_the_browsers() {
        try (PageVisit visit = PageVisit.to(home, "#lang=ru&currency=EUR", PageVisit.english())) {
            assertThat(visit.at("#tab-budget")).hasText("Бюджет");
            visit.page.locator("#language span[lang=zh]").click();
            assertThat(visit.at("#tab-budget")).hasText("预算");
            assertThat(visit.at("tr[data-id='openai/gpt-4o'] td.n").nth(2)).containsText("€");
        }
    }
}
