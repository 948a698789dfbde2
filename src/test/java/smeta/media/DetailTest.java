package smeta.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailTest {
    @ParameterizedTest
    @CsvSource({
        "low,LOW",
        "HIGH,HIGH",
        "auto,AUTO",
        "original,ORIGINAL",
        "media_resolution_medium,MEDIUM",
        "MEDIA_RESOLUTION_ULTRA_HIGH,ULTRA_HIGH",
        "MEDIA_RESOLUTION_UNSPECIFIED,AUTO",
        "'',AUTO"
    })
    void reads_the_words_of_every_vendor(String word, Detail detail) {
        assertThat(Detail.of(word)).contains(detail);
    }

    @Test
    void a_word_that_no_vendor_uses_is_none() {
        assertThat(Detail.of("sharp")).isEmpty();
    }
}
