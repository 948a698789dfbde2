package smeta.token.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import smeta.token.table.ByteWords;

class SmallPiecesTest {
    private final SmallPieces pieces = new SmallPieces();

    /** There are more pieces than places, so that many hashes meet; zeros make pieces of other lengths look alike. */
    @Test
    void what_is_remembered_of_a_piece_is_what_was_last_said_of_it() {
        Random random = new Random(20261129);
        Map<Long, Integer> said = new HashMap<>();
        int remembered = 0;
        for (int i = 0; i < 300_000; i++) {
            int length = 1 + random.nextInt(7);
            byte[] bytes = new byte[8];
            for (int k = 0; k < length; k++) {
                bytes[k] = (byte) (random.nextInt(5) * 63);
            }
            long key = ByteWords.key(bytes, 0, length);
            int found = pieces.recall(key);
            remembered += found == 0 ? 0 : 1;
            assertThat(found).isIn(0, said.getOrDefault(key, 0));
            int tokens = 1 + random.nextInt(length);
            assertThat(pieces.remember(key, tokens)).isEqualTo(tokens);
            assertThat(pieces.recall(key)).isEqualTo(tokens);
            said.put(key, tokens);
        }
        assertThat(remembered).isBetween(10_000, 290_000);
    }
}
