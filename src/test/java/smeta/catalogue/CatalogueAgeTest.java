package smeta.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.token.Tokenizers;

/**
 * Prints, for whoever looks after the catalogue, the cards that are older than {@code -Dolder.than=days} on
 * {@code -Don=2026-11-22}.
 */
class CatalogueAgeTest {
    @Test
    void cards_in_force_are_old_by_their_newest_source() {
        String text = """
                provider: p
                sources:
                  old: { title: old, as_of: 2024-03 }
                  new: { title: new, as_of: 2026-11-01 }
                models:
                  both: { tokenizer: t, accepts: [text], gives: [text], rates: [ { unit: USD / 1M tokens, input: 1, source: [old, new] } ] }
                  one: { tokenizer: t, accepts: [text], gives: [text], rates: [ { unit: USD / 1M tokens, input: 1, until: 2026-01-01, source: old }, { unit: USD / 1M tokens, input: 2, from: 2026-01-01, source: old } ] }
                """;
        Catalogue catalogue = new CatalogueReader(1000, Set.of("t")).read(Map.of("p.yaml", text));
        // from 2024-03-01 to 2026-11-22 there are 996 days
        List<CatalogueAge.Old> old = CatalogueAge.olderThan(catalogue, 995, LocalDate.of(2026, 11, 22));
        assertThat(old).singleElement().satisfies(o -> {
            assertThat(o.model().id()).isEqualTo("one");
            assertThat(o.days()).isEqualTo(996);
        });
        assertThat(CatalogueAge.olderThan(catalogue, 996, LocalDate.of(2026, 11, 22)))
                .isEmpty();
    }

    @Test
    void every_bundled_card_has_an_age() {
        Catalogue catalogue = new CatalogueReader(1000, Tokenizers.bundled().names()).read(CatalogueFiles.bundled());
        int days = Integer.getInteger("older.than", 0);
        LocalDate on = LocalDate.parse(System.getProperty("on", "2026-11-22"));
        List<CatalogueAge.Old> old = CatalogueAge.olderThan(catalogue, days, on);
        assertThat(old).allSatisfy(o -> assertThat(o.days()).isLessThan(Long.MAX_VALUE));
        if (Integer.getInteger("older.than") != null) {
            old.forEach(System.out::println);
        }
    }
}
