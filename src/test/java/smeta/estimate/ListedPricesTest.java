package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.catalogue.Model;
import smeta.media.PictureFacts;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.money.Fraction;
import smeta.price.Bill;
import smeta.price.Biller;
import smeta.price.RateCard;
import smeta.price.Terms;

/** What widely called models of the catalogue that ships cost, by the figures that their sources print. */
class ListedPricesTest {
    private static RateCard card(String model) {
        return Given.SHIPPED
                .find(model)
                .orElseThrow()
                .card(Given.NOW, null, null)
                .orElseThrow();
    }

    private static Usage usage(String written) {
        Usage usage = Usage.of(Meter.INPUT_TOKENS, 0);
        for (String line : written.split(" ")) {
            String[] meterAndCount = line.split("=");
            usage = usage.plus(Meter.named(meterAndCount[0]).orElseThrow(), Long.parseLong(meterAndCount[1]));
        }
        return usage;
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/estimate/listed-prices.csv", numLinesToSkip = 1)
    void a_listed_model_costs_what_its_sources_print(String model, String written, String total, String arithmetic) {
        Bill bill = Biller.bill(card(model), usage(written), Terms.STANDARD);
        assertThat(bill.isComplete()).isTrue();
        assertThat(bill.likely().amount()).as(arithmetic).isEqualTo(Fraction.of(total));
    }

    @Test
    void a_region_that_a_bedrock_name_leaves_open_is_within_the_bounds() {
        Bill bill = Biller.bill(
                card("bedrock/anthropic.claude-sonnet-4-6"),
                Usage.of(Meter.INPUT_TOKENS, 1_000).plus(Meter.OUTPUT_TOKENS, 500),
                Terms.STANDARD);
        // 1,000 × 3 + 500 × 15 through the global profile, 1.1 times that in a region
        assertThat(bill.low().amount()).isEqualTo(Fraction.of("0.0105"));
        assertThat(bill.high().amount()).isEqualTo(Fraction.of("0.01155"));
    }

    @Test
    void a_picture_whose_price_no_source_has_is_unpriced_and_not_billed_as_text() {
        // genai-prices 2026-08-21 prints all lines of gpt-realtime-2 but that for pictures
        Bill bill = Biller.bill(card("openai/gpt-realtime-2"), Usage.of(Meter.IMAGE_TOKENS, 1_000), Terms.STANDARD);
        assertThat(bill.isComplete()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"512, 747, 0.04482", "1K, 1120, 0.0672", "2K, 1680, 0.1008", "4K, 2520, 0.1512"})
    void a_picture_of_gemini_3_1_flash_image_has_the_tokens_of_its_size(String size, long tokens, String dollars) {
        // Google Cloud, Gemini 3.1 Flash Image, prints the tokens; × 60 / 1M gives what the Gemini pricing page rounds
        // to 0.045, 0.067, 0.101 and 0.151 USD
        Model model = Given.SHIPPED.find("gemini-3.1-flash-image").orElseThrow();
        long measured = model.media()
                .picture()
                .measure(new PictureFacts(size, null))
                .tokens()
                .high();
        assertThat(measured).isEqualTo(tokens);
        Bill bill = Biller.bill(card(model.id()), Usage.of(Meter.IMAGE_OUTPUT_TOKENS, measured), Terms.STANDARD);
        assertThat(bill.likely().amount()).isEqualTo(Fraction.of(dollars));
    }
}
