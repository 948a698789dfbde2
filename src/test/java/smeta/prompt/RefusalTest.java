package smeta.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are JSON and cannot be read all the same. */
class RefusalTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void what_cannot_be_read_is_refused_at_its_place(
            String name, Dialect dialect, JsonNode body, String code, String pointer) {
        Unreadable error =
                catchThrowableOfType(Unreadable.class, () -> PromptReader.read(body, dialect, UnknownParts.FAIL));

        assertThat(error).as(name).isNotNull();
        assertThat(error.kind()).isEqualTo(Unreadable.Kind.UNSUPPORTED);
        assertThat(error.code() + " " + error.pointer()).isEqualTo(code + " " + pointer);
        assertThat(error.hint()).isNotBlank();
        assertThat(error.getMessage()).endsWith(".").doesNotContain("boss", "maybe");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("measurable")
    void what_is_only_not_measurable_becomes_a_remark_if_asked(
            String name, Dialect dialect, JsonNode body, String code, String pointer) {
        Prompt prompt = PromptReader.read(body, dialect, UnknownParts.NOTE);

        assertThat(prompt.remarks())
                .as(name)
                .extracting(r -> r.code() + " " + r.pointer())
                .containsExactly(code + " " + pointer);
        assertThat(prompt.remarks().get(0).text()).endsWith(".");
    }

    @Test
    void plain_text_is_one_message_of_a_user() {
        Prompt prompt = PromptReader.read(TextNode.valueOf("Привет"), Dialect.PLAIN, UnknownParts.FAIL);

        assertThat(prompt).isEqualTo(Prompt.ofText("Привет"));
        assertThat(prompt.messages())
                .containsExactly(new Message("", "user", null, List.of(Part.Text.of("", "Привет"))));
    }

    static Stream<Object[]> bodies() throws IOException {
        List<Object[]> cases = new ArrayList<>();
        Body.json(Files.readAllBytes(Path.of("src/test/resources/prompt/refused.json")))
                .forEach(c -> cases.add(new Object[] {
                    c.get("name").asText(),
                    Dialect.named(c.get("dialect").asText()).orElseThrow(),
                    c.get("body"),
                    c.get("code").asText(),
                    c.get("pointer").asText()
                }));
        return cases.stream();
    }

    static Stream<Object[]> measurable() throws IOException {
        return bodies().filter(c -> List.of("unknown_part", "unseen_context", "unknown_role", "bad_base64")
                .contains(c[3]));
    }
}
