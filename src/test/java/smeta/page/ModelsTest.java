package smeta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a person finds models, compares them, and brings a prompt from elsewhere. */
@QuarkusTest
class ModelsTest {
    @TestHTTPResource("/")
    String home;

    @Test
    void the_table_begins_with_widely_used_models_and_a_search_in_any_spelling_finds_the_others() {
        try (PageVisit visit = PageVisit.to(home)) {
            assertThat(visit.at("#table tbody tr").count()).isBetween(25, 45);
            visit.at("#search").fill("anthropic/claude-3.5-sonnet-20240620");
            assertThat(visit.at("#understood")).containsText("→ anthropic/claude-3-5-sonnet-20240620");
            assertThat(visit.at("#table tbody tr")).hasCount(1);
        }
    }

    /** As docs/page.md says: an unknown name gets suggestions, of a link and of a body as well as of a search. */
    @Test
    void a_name_that_nobody_offers_is_said_with_suggestions_and_stays_in_the_address_until_it_is_mended() {
        try (PageVisit visit = PageVisit.to(home, "#lang=en&models=azure/GPT_4o,gtp-4o,zzqqxx", PageVisit.english())) {
            assertThat(visit.at("#unknown li")).hasCount(2);
            assertThat(visit.at("#unknown")).containsText("No seller is known to have “gtp-4o”. Did you mean");
            // nothing is near to it, so nobody is asked whether it was meant
            assertThat(visit.at("#unknown li").last()).hasText("No seller is known to have “zzqqxx”. ✕");
            visit.page.waitForCondition(() -> visit.page.url().contains("models=azure/gpt-4o,gtp-4o,zzqqxx"));
            visit.estimated(
                    () -> visit.at("#unknown .fix:text-is('openai/gpt-4o')").click());
            visit.estimated(
                    () -> visit.at("#unknown [aria-label='Remove zzqqxx']").click());
            visit.page.waitForCondition(() -> visit.page.url().contains("models=azure/gpt-4o,openai/gpt-4o&")
                    || visit.page.url().endsWith("models=azure/gpt-4o,openai/gpt-4o"));
            assertThat(visit.at("#unknown li")).hasCount(0);
        }
    }

    @Test
    void a_body_of_a_model_that_nobody_offers_says_so_and_its_mend_is_a_click() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.paste("{\"model\":\"gtp-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}");
            assertThat(visit.at("#unknown")).containsText("No seller is known to have “gtp-4o”. Did you mean");
            visit.estimated(
                    () -> visit.at("#unknown .fix:text-is('azure/gpt-4o')").click());
            assertThat(visit.at("#unknown li")).hasCount(0);
            assertThat((String) visit.page.evaluate("JSON.parse(document.querySelector('#prompt').value).model"))
                    .isEqualTo("azure/gpt-4o");
            assertThat(visit.at("tr[data-id='azure/gpt-4o']")).hasCount(1);
        }
    }

    @Test
    void the_other_models_are_asked_for_when_they_are_looked_for_and_only_then() {
        try (PageVisit visit = PageVisit.to(home)) {
            List<String> asked = new CopyOnWriteArrayList<>();
            visit.page.onRequest(request -> {
                if (request.url().contains("/v1/estimates")) {
                    asked.add(URLDecoder.decode(request.url(), StandardCharsets.UTF_8));
                }
            });
            visit.paste("Hello");
            assertThat(asked)
                    .isNotEmpty()
                    .allMatch(url -> url.contains("models=openai/gpt-6.2-sol,") && !url.contains("models=*"));
            asked.clear();
            visit.estimated(() -> visit.at("#provider").selectOption("together"));
            assertThat(visit.at("#table tbody tr:not([data-id^='together/'])")).hasCount(0);
            assertThat(asked).hasSize(1).allMatch(url -> url.contains("models=*"));
            asked.clear();
            visit.at("#provider").selectOption("");
            visit.paste("Hello again");
            assertThat(asked).isNotEmpty().noneMatch(url -> url.contains("models=*"));
            // a request for pictures: none of the widely used models can take it, so all are asked
            asked.clear();
            visit.estimated(() -> visit.at("#examples").selectOption("ex_picture"));
            visit.page.waitForCondition(() -> asked.stream().anyMatch(url -> url.contains("models=*")));
        }
    }

    @Test
    void a_star_keeps_a_favourite_in_the_address_and_nowhere_else() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.at("tr[data-id='openai/gpt-4o'] .star").click();
            visit.at("#which").selectOption("starred");
            assertThat(visit.at("#table tbody tr")).hasCount(1);
            visit.page.waitForCondition(() -> visit.page.url().contains("starred=openai/gpt-4o"));
            assertThat(visit.page.evaluate("Object.keys(localStorage).join() + document.cookie"))
                    .isEqualTo("");
        }
    }

    @Test
    void ticked_models_stand_side_by_side_and_what_differs_is_marked() {
        try (PageVisit visit =
                PageVisit.to(home, "#models=openai/gpt-4o,openai/gpt-4o-mini&currency=USD", PageVisit.english())) {
            visit.at("#compare").click();
            assertThat(visit.at("#compare-table thead th"))
                    .hasText(new String[] {"openai/gpt-4o", "openai/gpt-4o-mini"});
            assertThat(visit.at("#compare-table tr.differs").first()).containsText("≠ differs");
            assertThat(visit.at("#compare-table tbody tr:not(.differs)").first())
                    .containsText("Tokens of the prompt");
        }
    }

    @Test
    void an_old_rate_says_its_day_its_age_and_how_to_mend_it() {
        try (PageVisit visit = PageVisit.to(home, "#currency=RUB&lang=ru", PageVisit.english())) {
            assertThat(visit.at("#rate-line"))
                    .containsText(Pattern.compile(
                            "1 июл\\. 2026.*1 USD = 78,2696 RUB\\. Курсу 144 дня\\..*SMETA_EXCHANGE_FEED=cbr"));
        }
    }

    /** The table of rates begins on 2025-07-31: before it, GigaChat's list is in rubles and OpenAI's is not. */
    @ParameterizedTest
    @CsvSource({
        "en, No exchange rate to RUB is known for Jun 1, 2025",
        "ru, Курс к RUB на 1 июн. 2025 г. неизвестен",
        "zh, 2025年6月1日没有到RUB的已知汇率"
    })
    void a_day_without_a_rate_leaves_prices_in_their_own_currency_and_says_so(String language, String said) {
        try (PageVisit visit = PageVisit.to(
                        home, "#currency=RUB&on=2025-06-01&retired=true&lang=" + language, PageVisit.english())
                .failing()) {
            assertThat(visit.at("#rate-line")).containsText(said);
            assertThat(visit.at("#query-problems")).isHidden();
            assertThat(visit.at("#table tbody tr").first()).hasAttribute("data-id", Pattern.compile("gigachat/.*"));
            assertThat(visit.at("#table tbody tr").first().locator("td:nth-child(6)"))
                    .containsText("₽");
            assertThat(visit.at("tr[data-id='openai/gpt-4o'] td:nth-child(6)")).containsText("$");
            assertThat(visit.at("tr[data-id='openai/gpt-4o'] td:nth-child(8)")).hasText("—");
            visit.openBill("openai/gpt-4o");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            call.py  | `resp = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello " "there"}], stream=True)` | the snippet
            call.js  | `await openai.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Hello ' + 'there' }] });`          | the snippet
            call.sh  | `curl https://example.org/v1 -H 'A: b' -d '{"model":"gpt-4o","messages":[{"role":"user","content":"Hello there"}]}'`            | the command
            """)
    void the_request_is_found_in_a_command_or_a_program(String name, String text, String said) {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.estimated(() -> visit.at("#files")
                    .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8))));
            assertThat(visit.at("#found")).hasText("The request was found in: " + said);
            assertThat((String) visit.page.evaluate(
                            "JSON.parse(document.querySelector('#prompt').value).messages[0].content"))
                    .isEqualTo("Hello there");
            assertThat(visit.at("#detected")).containsText("openai-chat");
        }
    }

    @Test
    void several_files_are_one_prompt() {
        try (PageVisit visit = PageVisit.to(home)) {
            visit.estimated(() -> visit.at("#files").setInputFiles(new FilePayload[] {
                new FilePayload("a.txt", "text/plain", "one".getBytes(StandardCharsets.UTF_8)),
                new FilePayload("b.md", "text/markdown", "two".getBytes(StandardCharsets.UTF_8))
            }));
            assertThat(visit.at("#found")).hasText("2 files as one prompt");
            assertThat(visit.at("#prompt")).hasValue("a.txt\n\none\n\nb.md\n\ntwo");
        }
    }

    @Test
    void signature_lines_are_off_until_they_are_ticked() {
        try (PageVisit visit = PageVisit.to(home).paste("Hello").openBill("openai/gpt-4o")) {
            assertThat(visit.at(".signatures")).isHidden();
            visit.at("#sign").check();
            assertThat(visit.at(".signatures")).containsText("Approved by");
        }
    }
}
