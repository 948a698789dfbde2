package smeta.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smeta.prompt.reading.Blob;
import smeta.prompt.reading.JsonCursor;

class BodyTest {
    @Test
    void an_empty_body_is_said_to_be_empty() {
        Unreadable error = refused("");

        assertThat(error.code()).isEqualTo("empty_body");
        assertThat(error.pointer()).isEmpty();
        assertThat(error.hint()).contains("curl");
        assertThat(refused(" \n ").code()).isEqualTo("empty_body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"secret\": sesame}",
                "{\"secret\" 1}",
                "{\"secret\": \"sesame",
                "{'secret': 1}",
                "{\"secret\": 01}",
                "{\"secret\": NaN}",
                "[1,]",
                "{\"secret\":1,}",
                "/* secret */ {}",
                "sesame",
                "{\"secret\":\"\\x\"}",
                "{\"secret\":\"\u0001\"}"
            })
    void what_is_not_json_is_refused_without_a_quotation(String body) {
        Unreadable error = refused(body);

        assertThat(error.code()).isEqualTo("not_json");
        assertThat(error.getMessage())
                .contains("line 1, column ")
                .doesNotContain("sesame")
                .doesNotContain("secret");
        assertThat(error.getCause()).isNull();
        assertThat(error.hint()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "0e1001", "1e1001"})
    void a_number_whose_exponent_writes_more_than_a_thousand_zeros_is_refused(String number) {
        assertThat(refused("{\"a\":" + number + "}").getMessage()).contains("line 1, column ", "more than 1000 digits");
    }

    @Test
    void numbers_of_a_thousand_digits_are_read_and_longer_ones_refused() {
        assertThat(Body.json("1e1000".getBytes(StandardCharsets.UTF_8)).decimalValue())
                .isEqualByComparingTo("1e1000");
        assertThat(Body.json("9".repeat(1000).getBytes(StandardCharsets.UTF_8)).asText())
                .hasSize(1000);
        assertThat(refused("9".repeat(50_000)).code()).isEqualTo("not_json");
        assertThat(refused("0." + "1".repeat(50_000)).code()).isEqualTo("not_json");
    }

    @Test
    void the_place_of_the_mistake_is_given_by_line_and_column() {
        assertThat(refused("{\n  \"a\": 1\n  \"b\": 2}").getMessage()).contains("line 3, column ");
    }

    @Test
    void content_after_the_end_is_refused() {
        Unreadable error = refused("{}\n{}");

        assertThat(error.code()).isEqualTo("trailing_content");
        assertThat(error.getMessage()).contains("line 2");
        assertThat(refused("{} x").code()).isEqualTo("not_json");
    }

    @Test
    void a_key_that_stands_twice_is_refused_with_its_place() {
        Unreadable error = refused("{\"messages\":[{\"role\":\"user\",\"content\":\"a\",\"content\":\"b\"}]}");

        assertThat(error.code()).isEqualTo("duplicate_key");
        assertThat(error.pointer()).isEqualTo("/messages/0/content");
        assertThat(refused("{\"a~/b\":1,\"a~\\u002fb\":2}").pointer()).isEqualTo("/a~0~1b");
    }

    @Test
    void a_hundred_levels_are_read_and_one_more_is_refused() {
        assertThat(Body.json(bytes("[".repeat(100) + "]".repeat(100)))).isNotNull();

        Unreadable error = refused("[".repeat(101) + "]".repeat(101));
        assertThat(error.code()).isEqualTo("too_deep");
        assertThat(error.pointer()).isEqualTo("/0".repeat(100));
        assertThat(refused("{\"a\":".repeat(1_000_000)).code()).isEqualTo("too_deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0AF", "EDA080", "F8888080", "FF", "C3", "E282", "F4908080", "80"})
    void invalid_utf8_is_refused_wherever_it_stands(String hex) {
        byte[] bad = java.util.HexFormat.of().parseHex(hex);
        byte[] body = new byte[20_000 + bad.length];
        java.util.Arrays.fill(body, (byte) 'a');
        System.arraycopy(bad, 0, body, 20_000 - 1, bad.length);
        System.arraycopy(bad, 0, body, 20_000, bad.length);

        Unreadable error = catchThrowableOfType(Unreadable.class, () -> Body.json(body));
        assertThat(error.code()).isEqualTo("not_utf8");
        assertThat(error.getMessage()).contains("offset 19999");
        assertThat(catchThrowableOfType(Unreadable.class, () -> Body.text(body)).code())
                .isEqualTo("not_utf8");
    }

    @Test
    void a_body_has_at_most_half_a_million_values() {
        assertThat(Body.json(bytes("[" + "0,".repeat(499_998) + "0]")).size()).isEqualTo(499_999);
        assertThat(refused("[" + "[],".repeat(499_999) + "0]").code()).isEqualTo("too_many_values");
        assertThat(refused("[" + "{},".repeat(10_000_000) + "0]").code()).isEqualTo("too_many_values");
    }

    @Test
    void other_encodings_of_json_are_not_guessed() {
        assertThat(refused("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)).code())
                .isEqualTo("not_json");
        assertThat(refused("{\"a\":1}".getBytes(StandardCharsets.UTF_16)).code())
                .isEqualTo("not_utf8");
    }

    @Test
    void a_byte_order_mark_is_tolerated() {
        String base64 = base64(3000);
        JsonNode tree = Body.json(bytes("\uFEFF{\"a\":\"" + base64 + "\"}"));

        assertThat(JsonCursor.root(tree).at("a").text()).isEqualTo(base64);
    }

    @Test
    void numbers_are_exact() {
        JsonNode tree = Body.json(bytes("[1.10, 1e2, 123456789012345678901234567890, -0, 1e999]"));

        assertThat(tree.get(0).toString()).isEqualTo("1.10");
        assertThat(tree.get(2).toString()).isEqualTo("123456789012345678901234567890");
        assertThat(JsonCursor.root(tree).at(1).whole()).isEqualTo(100);
        assertThat(catchThrowableOfType(
                                Unreadable.class,
                                () -> JsonCursor.root(tree).at(4).whole())
                        .code())
                .isEqualTo("wrong_value");
    }

    @Test
    void five_megabytes_of_base64_never_become_a_string() throws java.io.IOException {
        String picture = "data:image/png;base64," + base64(5_000_000);
        byte[] body = bytes("""
                {"model":"gpt-4o","messages":[{"role":"user","content":[{"type":"text","text":"Hi"},
                 {"type":"image_url","image_url":{"url":"%s"}}]}]}""".formatted(picture));

        JsonNode tree = Body.json(body);

        assertThat(longestString(tree)).isLessThan(20);
        Blob blob = JsonCursor.root(tree)
                .at("messages")
                .at(0)
                .at("content")
                .at(1)
                .at("image_url")
                .at("url")
                .blob();
        assertThat(blob.declaredMime()).isEqualTo("image/png");
        assertThat(blob.size()).isEqualTo(5_000_001);
        assertThat(blob.stream().readNBytes(1000)).isEqualTo(java.util.Arrays.copyOf(blob.bytes(), 1000));
        assertThat(blob.bytes()).hasSize(5_000_000);
    }

    @Test
    void the_tree_of_a_large_body_is_small() {
        byte[] body = bytes("{\"a\":\"" + base64(30_000_000) + "\"}");
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        Body.json(bytes("{\"a\":\"b\"}"));

        long before = threads.getCurrentThreadAllocatedBytes();
        JsonNode tree = Body.json(body);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(tree.get("a").isPojo()).isTrue();
        assertThat(allocated).isLessThan(1_000_000);
    }

    @Test
    void base64_with_escaped_slashes_and_line_breaks_decodes_to_the_same_bytes() throws java.io.IOException {
        byte[] data = new byte[4001];
        new Random(7).nextBytes(data);
        String mime = Base64.getMimeEncoder()
                .encodeToString(data)
                .replace("\r\n", "\\r\\n")
                .replace("/", "\\/");
        String url = Base64.getUrlEncoder().withoutPadding().encodeToString(data);
        JsonNode tree = Body.json(bytes("[\"data:image\\/png;base64,%s\", \"%s\"]".formatted(mime, url)));

        Blob escaped = JsonCursor.root(tree).at(0).blob();
        assertThat(escaped.declaredMime()).isEqualTo("image/png");
        assertThat(escaped.bytes()).isEqualTo(data);
        assertThat(escaped.stream().readAllBytes()).isEqualTo(data);
        assertThat(escaped.text())
                .startsWith("data:image/png;base64,")
                .contains("\r\n")
                .doesNotContain("\\");
        assertThat(JsonCursor.root(tree).at(1).blob().bytes()).isEqualTo(data);
    }

    @Test
    void long_words_are_text_where_text_is_read() {
        String word = "a".repeat(5000);
        JsonCursor text =
                JsonCursor.root(Body.json(bytes("{\"text\":\"" + word + "\"}"))).at("text");

        assertThat(text.isText()).isTrue();
        assertThat(text.text()).isEqualTo(word);
        assertThat(JsonCursor.root(Body.json(bytes("{\"text\":\"" + word + "\"}")))
                        .json())
                .isEqualTo("{\"text\":\"" + word + "\"}");
    }

    @Test
    void a_data_prefix_that_ends_early_does_not_run_into_the_next_string() {
        JsonNode tree = Body.json(
                bytes("{\"a\":\"data:\",\"b\":\"%s\",\"c\":\"data:x\\\",%s\"}".formatted(base64(2000), base64(2000))));

        assertThat(tree.get("a").textValue()).isEqualTo("data:");
        assertThat(tree.get("b").isPojo()).isTrue();
        assertThat(tree.get("c").textValue()).startsWith("data:x\",");
    }

    private static int longestString(JsonNode node) {
        int longest = node.isTextual() ? node.textValue().length() : 0;
        for (JsonNode child : node) {
            longest = Math.max(longest, longestString(child));
        }
        return longest;
    }

    static String base64(int bytes) {
        byte[] data = new byte[bytes];
        new Random(bytes).nextBytes(data);
        return Base64.getEncoder().encodeToString(data);
    }

    private static Unreadable refused(String body) {
        return refused(bytes(body));
    }

    private static Unreadable refused(byte[] body) {
        Unreadable error = catchThrowableOfType(Unreadable.class, () -> Body.json(body));
        assertThat(error.kind()).isEqualTo(Unreadable.Kind.MALFORMED);
        return error;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
