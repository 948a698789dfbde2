package smeta.catalogue.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import smeta.meter.Meter;
import smeta.money.Fraction;
import smeta.price.Bill;
import smeta.price.Biller;
import smeta.price.RateCard;
import smeta.price.ServiceTier;
import smeta.price.Terms;
import smeta.prompt.Body;
import smeta.usage.Convention;
import smeta.usage.UsageReader;

/** Every shape that prices have, read by the catalogue's reader and billed, each by an example that was published. */
class ShapesTest {
    @TestFactory
    Stream<DynamicTest> every_shape_is_read_and_priced() throws IOException {
        try (InputStream in = ShapesTest.class.getResourceAsStream("/price/shapes.json")) {
            return StreamSupport.stream(Body.json(in.readAllBytes()).spliterator(), false)
                    .map(c -> DynamicTest.dynamicTest(
                            c.get("name").asText() + ": " + c.get("why").asText(), () -> check(c)));
        }
    }

    private static void check(JsonNode c) {
        Instant on = c.has("on") ? Instant.parse(c.get("on").asText()) : null;
        OwnCards.Read read = OwnCards.read(
                c.has("cards")
                        ? c.get("cards")
                        : JsonNodeFactory.instance.arrayNode().add(c.get("card")),
                "");
        assertThat(read.defects()).isEmpty();
        RateCard card = read.cards().stream()
                .filter(k -> on == null || k.period().contains(on))
                .findFirst()
                .orElseThrow();
        ServiceTier tier = c.has("tier_asked")
                ? ServiceTier.named(c.get("tier_asked").asText()).orElseThrow()
                : ServiceTier.STANDARD;
        Terms terms = new Terms(tier, on, text(c, "residency"), text(c, "variant"));
        Bill bill = Biller.bill(
                card, UsageReader.read(c.get("usage"), Convention.DISJOINT, "").usage(), terms);
        assertThat(bill.likely().amount()).isEqualTo(Fraction.of(c.get("total").asText()));
        assertThat(bill.low().amount())
                .isEqualTo(Fraction.of(
                        c.has("low") ? c.get("low").asText() : c.get("total").asText()));
        assertThat(bill.high().amount())
                .isEqualTo(Fraction.of(
                        c.has("high") ? c.get("high").asText() : c.get("total").asText()));
        List<String> unpriced = StreamSupport.stream(c.path("unpriced").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        assertThat(bill.unpriced()).extracting(Meter::wireName).isEqualTo(unpriced);
        if (c.has("tier")) {
            Long threshold = c.get("tier").isNull() ? null : c.get("tier").asLong();
            assertThat(Objects.requireNonNull(bill.tier()).threshold()).isEqualTo(threshold);
        }
    }

    @Test
    void rented_capacity_is_no_rate() {
        OwnCards.Read read = OwnCards.read(
                Body.json("[{\"unit\":\"USD / 1M tokens\",\"input\":\"121 CNY / day\"}]".getBytes()), "/rates");
        assertThat(read.defects()).extracting(OwnCards.Defect::message).anyMatch(m -> m.contains("rented capacity"));
    }

    private static String text(JsonNode c, String key) {
        return c.has(key) ? c.get(key).asText() : null;
    }
}
