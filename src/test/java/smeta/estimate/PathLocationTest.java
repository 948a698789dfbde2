package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import smeta.price.Note;
import smeta.price.RateCard;

/** Where Vertex's path lets a request be served; its cards have 1.1 for `us` and `eu`, and 1 for what is global. */
class PathLocationTest {
    private static final RateCard CARD = Given.SHIPPED
            .find("vertex/claude-sonnet-4-5")
            .orElseThrow()
            .card(Given.NOW, null, null)
            .orElseThrow();

    private final Set<Note> notes = new LinkedHashSet<>();

    private String place(String location, String residency) {
        Assumptions.SaidPlace said = Given.now().place().withLocation(location);
        Request request = new Request(
                Given.anthropic("{\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"),
                Given.now().withPlace(residency == null ? said : said.withResidency(residency)),
                Given.TOKENIZERS);
        return AskedTerms.of(request, CARD, notes).place();
    }

    @Test
    void a_location_is_in_the_cards_place() {
        assertThat(CARD.residency()).containsOnlyKeys("us", "eu");
        assertThat(place("us-east5", null)).isEqualTo("us");
        assertThat(place("us", null)).isEqualTo("us");
        assertThat(place("europe-west1", null)).isEqualTo("eu");
        assertThat(place("eu", null)).isEqualTo("eu");
        assertThat(notes).isEmpty();
    }

    @Test
    void any_place_is_no_place_and_what_the_caller_says_comes_first() {
        assertThat(place("global", null)).isNull();
        assertThat(place("us-east5", "eu")).isEqualTo("eu");
    }

    @Test
    void a_location_that_the_card_does_not_name_costs_as_the_dearest_and_a_note_says_so() {
        assertThat(place("asia-southeast1", null)).isIn("us", "eu");
        assertThat(notes).extracting(Note::code).containsExactly("place_not_priced");
    }
}
