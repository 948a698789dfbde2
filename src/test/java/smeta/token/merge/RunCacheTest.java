package smeta.token.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunCacheTest {
    private final RunCache cache = new RunCache();

    @Test
    void a_run_is_told_from_each_that_it_begins_with_or_is_the_beginning_of() {
        int[] units = {0, 7, 1 << 19, 0, 0, 5};
        for (int count = 2; count <= RunCache.LONGEST; count++) {
            put(units, count, count);
            for (int other = 2; other <= RunCache.LONGEST; other++) {
                assertThat(find(units, other))
                        .as("%d of which %d are known", other, count)
                        .isIn(other <= count ? List.of(0, other) : List.of(0));
            }
            assertThat(find(units, count)).isEqualTo(count);
        }
    }

    /** There are more runs than places, so that many hashes meet. */
    @Test
    void what_is_remembered_of_a_run_is_what_was_last_said_of_it() {
        Random random = new Random(20261128);
        Map<List<Integer>, Integer> said = new HashMap<>();
        int remembered = 0;
        for (int i = 0; i < 200_000; i++) {
            int[] units = random.ints(2 + random.nextInt(5), 0, 12)
                    .map(unit -> unit * 1000)
                    .toArray();
            List<Integer> run = Arrays.stream(units).boxed().toList();
            int found = find(units, units.length);
            remembered += found == 0 ? 0 : 1;
            assertThat(found).isIn(0, said.getOrDefault(run, 0));
            int tokens = 1 + random.nextInt(units.length);
            put(units, units.length, tokens);
            said.put(run, tokens);
        }
        assertThat(remembered).isBetween(1_000, 199_000);
    }

    private int find(int[] units, int count) {
        return cache.find(RunCache.pack(units, 0, count), RunCache.pack(units, 3, count));
    }

    private void put(int[] units, int count, int tokens) {
        cache.put(RunCache.pack(units, 0, count), RunCache.pack(units, 3, count), tokens);
    }
}
