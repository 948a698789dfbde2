package smeta.money.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class Windows1251Test {
    @Test
    void every_byte_is_the_character_that_the_platform_reads() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        assertThat(Windows1251.text(all)).isEqualTo(new String(all, Charset.forName(Windows1251.NAME)));
    }
}
