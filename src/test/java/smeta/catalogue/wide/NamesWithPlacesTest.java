package smeta.catalogue.wide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.NamedModel;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.money.Fraction;
import smeta.name.Resolution;
import smeta.price.Biller;
import smeta.price.RateCard;
import smeta.price.ServiceTier;
import smeta.price.Terms;
import smeta.token.Tokenizers;

/** Addresses that say where a call is processed have that place's price, or none. */
class NamesWithPlacesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final String SONNET = "anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final Catalogue OWN =
            new CatalogueReader(1000, Tokenizers.bundled().names()).read(CatalogueFiles.bundled());
    private static final CatalogueNames NAMES = CatalogueNames.of(OWN.with(WideRows.bundled()), null);

    private static NamedModel named(String name) {
        return NAMES.find(name, null).orElseThrow();
    }

    private static RateCard card(String name) {
        return named(name).model().card(NOW, null, null).orElseThrow();
    }

    private static Fraction millions(RateCard card, Terms terms) {
        return Biller.bill(card, Usage.of(Meter.INPUT_TOKENS, 1_000_000), terms)
                .likely()
                .amount();
    }

    private static Fraction dollars(String amount) {
        return Fraction.of(new BigDecimal(amount));
    }

    private static Fraction millions(String name) {
        return millions(card(name), Terms.STANDARD);
    }

    /** LiteLLM 2026-08-01: input_cost_per_token 3.6e-06, 7.4e-07 and, of the plain id, 3e-06 and 6.2e-07. */
    @ParameterizedTest
    @CsvSource({
        "arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/" + SONNET + ", us-gov-west-1/" + SONNET + ", 3.6",
        "arn:aws:bedrock:ap-northeast-1::foundation-model/deepseek.v3.2, ap-northeast-1/deepseek.v3.2, 0.74",
        "arn:aws:bedrock:us-east-1::foundation-model/deepseek.v3.2, us-east-1/deepseek.v3.2, 0.62"
    })
    void a_region_in_an_address_has_the_price_that_is_listed_for_it(String arn, String id, String input) {
        assertThat(named(arn).model().qualifiedId()).isEqualTo("bedrock/" + id);
        assertThat(millions(arn)).isEqualTo(dollars(input));
    }

    @Test
    void a_region_that_no_list_has_costs_what_the_card_holds_as_a_doubt_or_has_no_price() {
        NamedModel claude = named("arn:aws:bedrock:eu-west-3::foundation-model/" + SONNET);
        assertThat(claude.model().qualifiedId()).isEqualTo("bedrock/" + SONNET);
        assertThat(claude.resolution().by()).containsExactly("resource_path", "seller_region");
        RateCard card = claude.model().card(NOW, null, null).orElseThrow();
        // genai-prices 2026-08-21 prints 1.1 times for calls in one region: 100,000 × 3 × 1.1 / 1M = 0.33
        assertThat(card.doubts()).isNotEmpty();
        assertThat(Biller.bill(card, Usage.of(Meter.INPUT_TOKENS, 100_000), Terms.STANDARD)
                        .high()
                        .amount())
                .isEqualTo(dollars("0.33"));
        NamedModel nova = named("arn:aws:bedrock:ap-northeast-2::foundation-model/amazon.nova-pro-v1:0");
        assertThat(nova.isListed()).isFalse();
        assertThat(nova.counted()).isEqualTo("bedrock/amazon.nova-pro-v1:0");
        assertThat(nova.resolution().by()).contains("seller_region");
    }

    @Test
    void what_is_held_by_a_doubt_has_one_on_its_card() {
        for (String id : List.of(
                "anthropic.claude-fable-5",
                "anthropic.claude-opus-5",
                "anthropic.claude-opus-4-8",
                "anthropic.claude-opus-4-7",
                "anthropic.claude-opus-4-6-v1",
                "anthropic.claude-opus-4-5-20251101-v1:0",
                "anthropic.claude-sonnet-5",
                "anthropic.claude-sonnet-4-6",
                SONNET,
                "anthropic.claude-haiku-4-5-20251001-v1:0")) {
            String arn = "arn:aws:bedrock:eu-north-1::foundation-model/" + id;
            assertThat(card(arn).doubts()).as(id).isNotEmpty();
            assertThat(named("arn:aws-us-gov:bedrock:us-gov-east-1::foundation-model/" + id)
                            .model()
                            .qualifiedId())
                    .as("LiteLLM has another price there, or none is known")
                    .contains("us-gov-east-1/");
        }
    }

    @Test
    void a_profile_says_itself_where_it_runs() {
        for (String kind : List.of("1:inference-profile", ":foundation-model")) {
            assertThat(named("arn:aws:bedrock:eu-west-1:" + kind + "/eu." + SONNET)
                            .model()
                            .qualifiedId())
                    .isEqualTo("bedrock/eu." + SONNET);
        }
    }

    /** Vertex AI, Claude Opus 4.8: 5 dollars a million at the global endpoint, 1.1 times in a region or a multi-region. */
    @ParameterizedTest
    @CsvSource({"europe-west4, 5.5", "us-central1, 5.5", "us, 5.5", "asia-east1, 5.5", "global, 5"})
    void a_location_in_an_address_has_the_places_factor(String location, String input) {
        String name = "projects/p/locations/" + location + "/publishers/anthropic/models/claude-opus-4-8";
        assertThat(named(name).model().qualifiedId()).isEqualTo("vertex/claude-opus-4-8");
        assertThat(named(name).resolution())
                .isInstanceOfSatisfying(
                        Resolution.Listed.class,
                        listed -> assertThat(listed.location()).isEqualTo(location));
        assertThat(millions(name)).isEqualTo(dollars(input));
        assertThat(card(name).notes().stream().anyMatch(note -> note.sentence().contains("Served in " + location)))
                .isEqualTo(!location.equals("global"));
    }

    @Test
    void a_place_that_is_asked_for_goes_before_the_names() {
        RateCard card = card("projects/p/locations/asia-east1/publishers/anthropic/models/claude-opus-4-8");
        assertThat(millions(card, new Terms(ServiceTier.STANDARD, null, "us", null)))
                .isEqualTo(dollars("5.5"));
        assertThat(card.residency().keySet()).containsExactly("us", "eu");
    }

    @Test
    void a_card_without_factors_costs_the_same_everywhere() {
        String name = "projects/p/locations/europe-west4/publishers/google/models/gemini-2.5-flash";
        // Vertex AI, Gemini 2.5 Flash: 0.30
        assertThat(millions(name)).isEqualTo(dollars("0.3"));
    }
}
