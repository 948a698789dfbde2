package smeta.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Media that are not what they say. */
class HostileMediaBodyTest {
    /** Signature and header chunk, PNG specification §5.2 and §11.2.1, with a check sum of zero. */
    private static byte[] png(int width, int height, int padding) {
        byte[] header = HexFormat.of()
                .parseHex("89504e470d0a1a0a0000000d49484452" + "%08x%08x".formatted(width, height)
                        + "010000000000000000");
        return Arrays.copyOf(header, header.length + padding);
    }

    @Test
    void a_gigapixel_in_a_hundred_bytes_is_measured_and_not_unpacked() {
        Part.Image image = image(Base64.getEncoder().encodeToString(png(Integer.MAX_VALUE, Integer.MAX_VALUE, 60)));

        assertThat(image.width()).isEqualTo(Integer.MAX_VALUE);
        assertThat(image.height()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void base64_that_is_cut_off_after_the_size_still_has_a_size() {
        String whole = Base64.getEncoder().encodeToString(png(640, 480, 3000));

        assertThat(image(whole.substring(0, 2001)).width()).isEqualTo(640);
    }

    @Test
    void base64_that_is_cut_off_before_the_size_is_unmeasured() {
        Prompt prompt =
                read(Base64.getEncoder().encodeToString(png(640, 480, 0)).substring(0, 20), UnknownParts.FAIL);

        assertThat(((Part.Image) prompt.messages().get(0).parts().get(0)).width())
                .isNull();
        assertThat(prompt.remarks()).extracting(Prompt.Remark::code).containsExactly("unmeasured");
    }

    @Test
    void the_first_bytes_decide_what_a_polyglot_is() {
        byte[] both = png(64, 48, 500);
        byte[] paper = "%PDF-1.4\n1 0 obj".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(paper, 0, both, 40, paper.length);

        assertThat(image(Base64.getEncoder().encodeToString(both)).height()).isEqualTo(48);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jpeg", "application/pdf", "text/plain", "nonsense"})
    void a_wrong_media_type_is_remarked_and_the_bytes_are_believed(String declared) {
        Prompt prompt = read(
                "data:" + declared + ";base64," + Base64.getEncoder().encodeToString(png(64, 48, 0)),
                UnknownParts.FAIL);

        assertThat(((Part.Image) prompt.messages().get(0).parts().get(0)).width())
                .isEqualTo(64);
        assertThat(prompt.remarks()).extracting(Prompt.Remark::code).containsExactly("wrong_mime");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/png;base64,@@@@",
                "data:image/png;base64,AAAA=AAA",
                "data:image/png,%zz",
                "data:image/png;base64,A"
            })
    void what_is_not_base64_is_refused_or_remarked(String url) {
        Unreadable error = catchThrowableOfType(Unreadable.class, () -> read(url, UnknownParts.FAIL));

        assertThat(error.code()).isEqualTo("bad_base64");
        assertThat(error.pointer()).isEqualTo("/messages/0/content/0");
        assertThat(error.hint()).contains("base64");
        assertThat(read(url, UnknownParts.NOTE).remarks())
                .extracting(Prompt.Remark::code)
                .containsExactly("bad_base64");
    }

    @Test
    void of_a_large_picture_only_the_head_is_decoded() {
        byte[] body = body("data:image/png;base64," + Base64.getEncoder().encodeToString(png(800, 600, 37_000_000)));
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        image(Base64.getEncoder().encodeToString(png(1, 1, 0)));

        long before = threads.getCurrentThreadAllocatedBytes();
        Prompt prompt = PromptReader.read(Body.json(body), Dialect.OPENAI_CHAT, UnknownParts.FAIL);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(((Part.Image) prompt.messages().get(0).parts().get(0)).width())
                .isEqualTo(800);
        assertThat(allocated).isLessThan(1_000_000);
    }

    @Test
    void a_data_url_where_text_is_read_is_the_text_that_the_model_reads() {
        String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(png(8, 8, 2000));
        String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"" + url + "\"}]}";

        Prompt prompt = PromptReader.read(
                Body.json(body.getBytes(StandardCharsets.UTF_8)), Dialect.OPENAI_CHAT, UnknownParts.FAIL);

        assertThat(prompt.messages().get(0).parts()).containsExactly(Part.Text.of("/messages/0/content", url));
    }

    @Test
    void base64_inside_the_arguments_of_a_call_is_part_of_the_arguments() {
        String data = Base64.getEncoder().encodeToString(new byte[3000]);
        String body = """
                {"messages":[{"role":"assistant","content":[{"type":"tool_use","name":"f","input":{"file":"%s"}}]}]}""".formatted(data);

        Prompt prompt = PromptReader.read(
                Body.json(body.getBytes(StandardCharsets.UTF_8)), Dialect.ANTHROPIC, UnknownParts.FAIL);

        assertThat(((Part.ToolCall) prompt.messages().get(0).parts().get(0)).arguments())
                .isEqualTo("{\"file\":\"" + data + "\"}");
    }

    @Test
    void a_long_word_in_a_schema_is_text_for_whoever_reads_the_schema() {
        String word = "A".repeat(5000);
        String body = """
                {"messages":[],"tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object",
                 "properties":{"a":{"type":"string","description":"%1$s","enum":["%1$s"]}}}}}]}""".formatted(word);

        List<Tool> tools = PromptReader.read(
                        Body.json(body.getBytes(StandardCharsets.UTF_8)), Dialect.OPENAI_CHAT, UnknownParts.FAIL)
                .tools();

        assertThat(TypeScriptTools.of(tools).measured()).contains("// " + word, "\"" + word + "\"");
        assertThat(JsonTools.text(tools)).contains("\"description\": \"" + word + "\"");
    }

    @Test
    void remarks_on_a_hostile_body_are_counted_out_after_two_hundred() {
        String parts = "{\"type\":\"x\"},".repeat(999) + "{\"type\":\"x\"}";
        String body = "{\"messages\":[{\"role\":\"user\",\"content\":[" + parts + "]}]}";

        Prompt prompt = PromptReader.read(
                Body.json(body.getBytes(StandardCharsets.UTF_8)), Dialect.OPENAI_CHAT, UnknownParts.NOTE);

        assertThat(prompt.remarks()).hasSize(201);
        assertThat(prompt.remarks().get(200))
                .extracting(Prompt.Remark::code, Prompt.Remark::text)
                .containsExactly("more_remarks", "There are 800 further remarks.");
    }

    @Test
    void a_remark_that_opens_the_bound_is_kept_however_many_came_before() {
        String tool = "{\"type\":\"function\",\"name\":\"f\",\"defer_loading\":true,\"parameters\":{}}";
        for (int tools : new int[] {199, 200, 201, 500}) {
            String body = "{\"input\":\"Hi\",\"previous_response_id\":\"resp_1\",\"new_words\":\"Some text of it\","
                    + "\"conversation\":\"conv_1\",\"tools\":[" + (tool + ",").repeat(tools - 1) + tool + "]}";

            Prompt prompt = PromptReader.read(
                    Body.json(body.getBytes(StandardCharsets.UTF_8)), Dialect.OPENAI_RESPONSES, UnknownParts.FAIL);

            // the two that are kept elsewhere, and the member that nobody knows, in the body's order
            assertThat(prompt.remarks())
                    .filteredOn(Prompt.Remark::opens)
                    .extracting(Prompt.Remark::code)
                    .containsExactly("unseen_context", "unseen_context", "unread_member");
            assertThat(prompt.remarks()).hasSize(201);
            assertThat(prompt.remarks().get(200).text())
                    .isEqualTo("There are " + (tools + 3 - 200) + " further remarks.");
        }
    }

    @Test
    void the_first_of_a_code_is_kept_among_hundreds_that_open_the_bound() {
        String parts = "{\"type\":\"x\"},".repeat(999) + "{\"type\":\"x\"}";
        String body =
                "{\"transforms\":[\"middle-out\"],\"models\":[\"b\"],\"model\":\"a\",\"messages\":[{\"role\":\"user\",\"content\":["
                        + parts + "]}]}";

        Prompt prompt = PromptReader.read(
                Body.json(body.getBytes(StandardCharsets.UTF_8)), Dialect.OPENAI_CHAT, UnknownParts.NOTE);

        assertThat(prompt.remarks()).hasSize(201);
        assertThat(prompt.remarks())
                .extracting(Prompt.Remark::code)
                .contains("unknown_part", "fallback_model", "vendor_truncates", "more_remarks");
    }

    private static Part.Image image(String data) {
        String url = data.startsWith("data:") ? data : "data:image/png;base64," + data;
        return (Part.Image)
                read(url, UnknownParts.FAIL).messages().get(0).parts().get(0);
    }

    private static Prompt read(String url, UnknownParts unknownParts) {
        String address = url.startsWith("data:") ? url : "data:image/png;base64," + url;
        return PromptReader.read(Body.json(body(address)), Dialect.OPENAI_CHAT, unknownParts);
    }

    private static byte[] body(String url) {
        return ("{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"" + url
                        + "\"}}]}]}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
