package smeta.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import smeta.meter.Count;

class DocumentRuleTest {
    private static final ImageRule TILES = ImageRule.named("openai-tiles", Map.of("base", "85", "tile", "170"));

    @ParameterizedTest
    @CsvFileSource(resources = "/media/documents.csv", delimiter = '|', maxCharsPerColumn = 500)
    void lies_within_what_the_source_says(
            String rule,
            String parameters,
            Integer pages,
            Long text,
            Detail detail,
            long low,
            long high,
            String source) {
        Measured measured = DocumentRule.named(rule, TableCells.parameters(parameters), null)
                .measure(new DocumentFacts(pages, text == null ? null : Count.exact(text), detail));

        assertThat(measured.tokens().low()).as(source).isEqualTo(low);
        assertThat(measured.tokens().high()).as(source).isEqualTo(high);
        assertThat(measured.bounded()).isTrue();
    }

    @Test
    void openai_adds_each_page_as_an_image_of_the_models_own_rule() {
        DocumentRule rule = DocumentRule.named("text-and-pages", Map.of(), TILES);

        // a page: one tile (255) to eight (1445), a letter page four (765)
        assertThat(rule.measure(DocumentFacts.of(3, Count.exact(1000))))
                .isEqualTo(new Measured(
                        Count.between(3 * 255 + 1000, 3 * 765 + 1000, 3 * 1445 + 1000),
                        "3 × 255…765…1445 a page + 1000 of text",
                        true));
        assertThat(rule.describe().formula()).contains("85 + 170");
    }

    @Test
    void an_unknown_number_of_pages_is_bounded_only_by_the_longest_document_taken() {
        DocumentRule open = DocumentRule.named("per-page", Map.of("page", "258"), null);
        DocumentRule closed = DocumentRule.named("per-page", Map.of("page", "258", "longest", "1000"), null);

        assertThat(open.measure(DocumentFacts.unknown()).bounded()).isFalse();
        assertThat(closed.measure(DocumentFacts.unknown()).tokens()).isEqualTo(Count.between(258, 2580, 258_000));
        assertThat(closed.measure(DocumentFacts.unknown()).bounded()).isTrue();
    }

    @Test
    void says_whether_the_text_is_worth_extracting() {
        assertThat(DocumentRule.named("per-page", Map.of("page", "560"), null).countsText())
                .isFalse();
        assertThat(DocumentRule.named("per-page", Map.of("page", "560", "text", "unclear"), null)
                        .countsText())
                .isTrue();
        assertThat(DocumentRule.named("text-and-pages", Map.of(), TILES).countsText())
                .isTrue();
    }

    @Test
    void two_billion_pages_do_not_overflow() {
        DocumentRule rule = DocumentRule.named("text-and-pages", Map.of("page_likely", "1000000000"), null);

        assertThat(rule.measure(DocumentFacts.of(Integer.MAX_VALUE)).tokens().high())
                .isPositive();
    }

    @Test
    void a_bad_rule_says_what_is_expected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DocumentRule.named("pages", Map.of(), null))
                .withMessageContaining("per-page, text-and-pages, text-only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DocumentRule.named("text-and-pages", Map.of(), null))
                .withMessageContaining("rule for pictures");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DocumentRule.named("text-only", Map.of("text_low", "9", "text_likely", "1"), null))
                .withMessageContaining("in order");
    }
}
