package smeta.price;

import static org.assertj.core.api.Assertions.assertThat;
import static smeta.price.GivenCards.card;
import static smeta.price.GivenCards.rates;
import static smeta.price.GivenCards.usd;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.meter.Unit;

class LinearBillTest {
    private static final RateCard CARD = card(rates(
            Meter.INPUT_TOKENS,
            "2.5",
            Meter.OUTPUT_TOKENS,
            "10",
            Meter.CACHE_READ_TOKENS,
            "1.25",
            Meter.IMAGE_TOKENS,
            "5",
            Meter.AUDIO_SECONDS,
            "3000"));

    /** A list that counts how often one of its items is looked at. */
    private static final class Counting extends AbstractList<Item> {
        private final List<Item> items;
        private long looks;

        Counting(List<Item> items) {
            this.items = items;
        }

        @Override
        public Item get(int index) {
            looks++;
            return items.get(index);
        }

        @Override
        public int size() {
            return items.size();
        }
    }

    static Stream<Meter> meters() {
        return Stream.of(Meter.values());
    }

    @ParameterizedTest
    @MethodSource("meters")
    void four_times_the_items_are_four_times_the_work(Meter meter) {
        long few = looks(meter, 250);
        long many = looks(meter, 1_000);
        // a comparison of each with every other would be sixteen times the work
        assertThat(many).isLessThanOrEqualTo(few * 4 + 100);
    }

    private static long looks(Meter meter, int count) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(new Item("item[" + i + "]", meter, Count.exact(1), null));
            items.add(new Item("item[" + i + "]", inOtherUnit(meter), Count.exact(1), null));
        }
        Counting counting = new Counting(items);
        Biller.bill(CARD, counting, Terms.STANDARD);
        return counting.looks;
    }

    private static Meter inOtherUnit(Meter meter) {
        return Meter.ofKey(meter.key()).stream()
                .filter(m -> (m.unit() == Unit.TOKENS) != (meter.unit() == Unit.TOKENS))
                .findFirst()
                .orElse(meter);
    }

    @Test
    void a_thousand_pictures_cost_a_thousand_times_one() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            items.add(new Item("image[" + i + "]", Meter.IMAGE_TOKENS, Count.exact(85), null));
            items.add(new Item("image[" + i + "]", Meter.IMAGES, Count.exact(1), null));
        }
        Bill bill = Biller.bill(CARD, items, Terms.STANDARD);
        // 1,000 × 85 × 5 / 1M
        assertThat(bill.likely()).isEqualTo(usd("0.425"));
        assertThat(bill.isComplete()).isTrue();
        assertThat(bill.lines()).hasSize(1_000);
    }
}
