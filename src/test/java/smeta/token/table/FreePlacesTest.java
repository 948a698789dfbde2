package smeta.token.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePlacesTest {
    private static final int PLACES = 1024;
    private static final int BITS = 8;

    @Test
    void rows_share_neither_a_place_nor_the_last_bits_of_their_shifts() {
        Random random = new Random(20261129);
        FreePlaces free = new FreePlaces(PLACES, BITS);
        Set<Integer> taken = new HashSet<>();
        Set<Integer> shifts = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            int[] columns =
                    random.ints(0, 900).distinct().limit(i < 10 ? 20 : 5).toArray();
            int[] entries = new int[columns.length];
            for (int k = 0; k < columns.length; k++) {
                entries[k] = k;
            }
            int shift = free.shift(columns, entries, 0, columns.length);
            assertThat(shift).isBetween(0, PLACES - 1);
            assertThat(shifts.add(shift % (1 << BITS))).as("another shift").isTrue();
            assertThat(shift % (1 << BITS)).isNotEqualTo((1 << BITS) - 1);
            for (int column : columns) {
                assertThat(taken.add((shift + column) % PLACES))
                        .as("a free place")
                        .isTrue();
            }
        }
    }

    @Test
    void a_full_table_has_no_place_for_another_row() {
        FreePlaces free = new FreePlaces(FreePlaces.LEAST, BITS);
        int[] columns = {0};
        for (int i = 0; i < FreePlaces.LEAST; i++) {
            assertThat(free.shift(columns, columns, 0, 1)).isNotNegative();
        }
        assertThat(free.shift(columns, columns, 0, 1)).isEqualTo(-1);
    }
}
