package smeta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reply decides most of the cost: its length, its thinking, its media, and what was assumed of them. */
@QuarkusTest
class ReplyControlTest {
    @TestHTTPResource("/")
    String home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Three words to four tokens.
                "en-US | Reply of openai/gpt-4o  | 800 tokens ≈ 600 words    | 16,384 tokens ≈ 12,288 words  | Assumed: longest reply — the model's maximum (nothing else is known).",
                "ru-RU | Ответ openai/gpt-4o     | 800 токенов ≈ 600 слов    | 16 384 токена ≈ 12 288 слов   | Допущено: самый длинный ответ — максимум модели (другого не известно).",
                "zh-CN | openai/gpt-4o 的回复     | 800 个词元 ≈ 600词        | 16,384 个词元 ≈ 12,288词      | 假定：最长回复 — 模型上限（没有其他依据）。"
            })
    void likely_and_most_are_said_in_tokens_and_in_words_with_what_was_assumed(
            String locale, String of, String likely, String most, String assumed) {
        try (PageVisit visit = PageVisit.to(
                home, "#models=openai/gpt-4o&output=800", new Browser.NewContextOptions().setLocale(locale))) {
            assertThat(visit.at("#reply-of")).hasText(of);
            assertThat(visit.at("#output-words")).hasText(likely);
            assertThat(visit.at("#max_output-words")).hasText(most);
            assertThat(visit.at("#reply-words")).hasText(assumed);
            assertThat(visit.at("#effort-words")).not().hasText("");
        }
    }

    @Test
    void the_effort_of_a_thinking_model_is_read_from_the_body_and_written_to_it() {
        try (PageVisit visit = PageVisit.to(home, "#models=openai/gpt-5", PageVisit.english())) {
            assertThat(visit.at("#effort")).isDisabled();
            visit.paste(
                    "{\"model\":\"gpt-5\",\"reasoning_effort\":\"low\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}");
            assertThat(visit.at("#effort")).hasValue("low");
            visit.estimated(() -> visit.at("#effort").selectOption("high"));
            assertThat((String)
                            visit.page.evaluate("JSON.parse(document.querySelector('#prompt').value).reasoning_effort"))
                    .isEqualTo("high");
            visit.estimated(() -> visit.at("#effort").selectOption(""));
            assertThat(visit.page.evaluate("'reasoning_effort' in JSON.parse(document.querySelector('#prompt').value)"))
                    .isEqualTo(false);
        }
    }

    @Test
    void speech_in_the_reply_is_told_with_its_rate_only_where_the_request_asks_for_it() {
        try (PageVisit visit = PageVisit.to(home, "#models=openai/gpt-audio&currency=USD", PageVisit.english())) {
            visit.paste("Hello");
            assertThat(visit.at("#reply-media"))
                    .hasText("It can also reply with: speech. This request doesn't ask for it.");
            visit.paste(
                    "{\"model\":\"gpt-audio\",\"modalities\":[\"text\",\"audio\"],\"messages\":[{\"role\":\"user\",\"content\":\"Tell me a story\"}]}");
            assertThat(visit.at("#reply-media"))
                    .hasText(Pattern.compile("Speech: [\\d,]+ … 16,384 \\(token\\), \\$64\\.00 / 1M"));
            // No words stand for the tokens of speech.
            assertThat(visit.at("#output-words")).not().containsText("words");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en-US | Nov 20, 2026", "ru-RU | 20 нояб. 2026 г.", "zh-CN | 2026年11月20日"})
    void the_day_of_the_prices_is_said_in_the_readers_language(String locale, String said) {
        try (PageVisit visit =
                PageVisit.to(home, "#on=2026-11-20", new Browser.NewContextOptions().setLocale(locale))) {
            assertThat(visit.at("#on-day")).hasText(said);
        }
    }
}
