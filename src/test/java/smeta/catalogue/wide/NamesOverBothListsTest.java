package smeta.catalogue.wide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.NamedModel;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Biller;
import smeta.price.RateCard;
import smeta.price.Terms;
import smeta.token.Tokenizers;

/** Names on the lists that ship, at the price of the offer that they mean. */
class NamesOverBothListsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final CatalogueNames NAMES = CatalogueNames.of(
            new CatalogueReader(1000, Tokenizers.bundled().names())
                    .read(CatalogueFiles.bundled())
                    .with(WideRows.bundled()),
            null);

    private static NamedModel named(String name) {
        return NAMES.find(name, null).orElseThrow();
    }

    /** What a thousand tokens in and as many out cost, in the list's currency. */
    private static String thousand(NamedModel named) {
        RateCard card = named.model().card(NOW, null, null).orElseThrow();
        Usage usage = Usage.of(Meter.INPUT_TOKENS, 1_000).plus(Meter.OUTPUT_TOKENS, 1_000);
        return card.currency() + " "
                + Biller.bill(card, usage, Terms.STANDARD)
                        .likely()
                        .amount()
                        .rounded(8)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /**
     * LiteLLM 2026-08-01 under dashscope/, from alibabacloud.com: qwen3-coder-plus-2025-07-22 1e-06 and 5e-06 up to 32,000
     * tokens, qwen-plus-2025-01-25 4e-07 and 1.2e-06: a thousand of each 0.006 and 0.0016 dollars.
     */
    @ParameterizedTest
    @CsvSource({
        "dashscope/qwen3-coder-plus-2025-07-22, 0.006",
        "qwencloud/qwen3-coder-plus-2025-07-22, 0.006",
        "dashscope/qwen-plus-2025-01-25, 0.0016"
    })
    void litellms_rows_of_dashscope_are_the_international_sites(String name, String cost) {
        NamedModel found = named(name);
        assertThat(found.model().qualifiedId()).isEqualTo("dashscope-intl/" + name.substring(name.indexOf('/') + 1));
        assertThat(thousand(found)).isEqualTo("USD " + cost);
    }

    @Test
    void a_word_that_gateways_use_for_either_site_is_answered_with_a_note_of_the_others_offer() {
        NamedModel beijing = named("dashscope/qwen-plus");
        assertThat(beijing.model().qualifiedId()).isEqualTo("dashscope/qwen-plus");
        // Beijing's list: 0.8 and 2 yuan a million
        assertThat(thousand(beijing)).isEqualTo("CNY 0.0028");
        assertThat(beijing.model().notes())
                .anyMatch(note -> note.contains("either site") && note.contains("dashscope-intl/qwen-plus"));
        for (String name : List.of("qwen-plus", "qwen_ai_platform/qwen-plus", "qwencloud/qwen-plus")) {
            assertThat(named(name).model().notes()).noneMatch(note -> note.contains("either site"));
        }
        assertThat(named("qwen_ai_platform/qwen-plus").model().qualifiedId()).isEqualTo("dashscope/qwen-plus");
        // models.dev 2026-07-02, alibaba/qwen-plus: 0.4 and 1.2
        assertThat(thousand(named("qwencloud/qwen-plus"))).isEqualTo("USD 0.0016");
    }

    @ParameterizedTest
    @CsvSource({"DeepSeek-V3.1", "GLM-4", "Kimi-K2-Instruct", "MiniMax-M1", "GPT-4o", "Qwen3-32B"})
    void letter_case_never_changes_the_offer(String name) {
        NamedModel lower = named(name.toLowerCase(Locale.ROOT));
        assertThat(named(name).isListed()).isEqualTo(lower.isListed());
        assertThat(named(name).counted()).isEqualTo(lower.counted());
    }

    @Test
    void a_price_of_the_one_seller_that_is_not_the_maker_says_whose_it_is() {
        NamedModel found = named("glm-4");
        assertThat(found.model().qualifiedId()).isEqualTo("nano-gpt/glm-4");
        assertThat(found.resolution().by()).contains("not_sold_by_maker");
        assertThat(found.model().notes()).anyMatch(note -> note.contains("the price of nano-gpt"));
        assertThat(named("nano-gpt/glm-4").model().notes()).noneMatch(note -> note.contains("at its maker"));
    }

    /** Anthropic's list: 3 / 15, 15 / 75, 3 / 15, 0.80 / 4 and 15 / 75 dollars a million. */
    @ParameterizedTest
    @CsvSource({
        "anthropic/claude-sonnet-4, claude-sonnet-4-20250514, 0.018",
        "claude-4-sonnet, claude-sonnet-4-20250514, 0.018",
        "claude-opus-4, claude-opus-4-20250514, 0.09",
        "anthropic/claude-3.7-sonnet, claude-3-7-sonnet-20250219, 0.018",
        "anthropic/claude-3.5-haiku, claude-3-5-haiku-20241022, 0.0048",
        "claude-3-opus, claude-3-opus-20240229, 0.09"
    })
    void claudes_names_without_a_day_mean_their_only_release(String name, String id, String cost) {
        assertThat(named(name).model().qualifiedId()).isEqualTo("anthropic/" + id);
        assertThat(thousand(named(name))).isEqualTo("USD " + cost);
    }

    /** Yandex's page: yandexgpt/latest is YandexGPT Pro 5, at 1.2 rubles a thousand; yandexgpt/rc Pro 5.1, at 0.8. */
    @ParameterizedTest
    @CsvSource({
        "gpt://b1g/yandexgpt/latest, yandexgpt-pro-5, 2.4",
        "yandex/yandexgpt/latest, yandexgpt-pro-5, 2.4",
        "gpt://b1g/yandexgpt/rc, yandexgpt-pro-5.1, 1.6"
    })
    void yandexs_branches_mean_what_its_page_says(String name, String id, String cost) {
        assertThat(named(name).model().qualifiedId()).isEqualTo("yandex/" + id);
        assertThat(named(name).resolution().by()).contains("moving_alias");
        assertThat(thousand(named(name))).isEqualTo("RUB " + cost);
    }

    @Test
    void another_sellers_word_in_an_id_is_not_passed_over() {
        NamedModel scout = named("meta-llama/llama-4-scout-17b-16e-instruct");
        assertThat(scout.isListed()).isFalse();
        assertThat(scout.model().qualifiedId()).isEqualTo("meta/llama-4-scout-17b-16e-instruct");
        assertThat(scout.model().rates()).isEmpty();
        assertThat(named("groq/meta-llama/llama-4-scout-17b-16e-instruct").isListed())
                .isTrue();
    }
}
