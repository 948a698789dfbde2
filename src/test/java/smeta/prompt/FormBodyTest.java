package smeta.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {
    private static JsonNode read(String body) {
        return FormBody.read(body.getBytes(StandardCharsets.UTF_8), "X");
    }

    private static String field(String name, String value) {
        return "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Test
    void fields_are_text_and_files_are_data_urls() {
        JsonNode form = read(field("model", "whisper-1") + "--X\r\nContent-Disposition: form-data; name=\"file\";"
                + " filename=\"a.wav\"\r\nContent-Type: audio/wav\r\n\r\nRIFF\r\n--X--\r\n");

        assertThat(form.path("model").asText()).isEqualTo("whisper-1");
        // base64 of “RIFF” (RFC 4648)
        assertThat(form.path("file").asText()).isEqualTo("data:audio/wav;base64,UklGRg==");
    }

    @Test
    void a_name_that_stands_twice_is_a_list() {
        JsonNode form = read(field("image[]", "a") + field("image[]", "b") + field("image[]", "c") + "--X--");

        assertThat(form.toString()).isEqualTo("{\"image[]\":[\"a\",\"b\",\"c\"]}");
    }

    @Test
    void an_empty_field_and_line_breaks_within_one_stay_as_they_are() {
        JsonNode form = read(field("a", "") + field("b", "1\r\n\r\n2") + "--X--");

        assertThat(form.path("a").asText()).isEmpty();
        assertThat(form.path("b").asText()).isEqualTo("1\r\n\r\n2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "--X",
                "--X\r\n",
                "--X\r\nno name\r\n\r\na\r\n--X--",
                "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n--X--"
            })
    void what_is_no_form_is_refused(String body) {
        Unreadable error = catchThrowableOfType(Unreadable.class, () -> read(body));

        assertThat(error.code()).isEqualTo("not_a_form");
        assertThat(error.kind()).isEqualTo(Unreadable.Kind.MALFORMED);
    }
}
