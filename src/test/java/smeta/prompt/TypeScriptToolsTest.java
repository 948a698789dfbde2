package smeta.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.prompt.openai.OpenAiTools;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;
import smeta.token.Tokenizer;
import smeta.token.Tokenizers;

class TypeScriptToolsTest {
    private static final Path CASES = Path.of("src/test/resources/prompt");
    private static final Tokenizers TOKENIZERS = Tokenizers.bundled();

    /** The texts are what openai-chat-tokens 0.2.8 (npm) printed for these definitions. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("renderings")
    void definitions_become_declarations(String name, JsonNode functions, String text) {
        assertThat(TypeScriptTools.of(tools(functions)).measured()).isEqualTo(text);
    }

    static Stream<Object[]> renderings() throws IOException {
        return cases("typescript.json").map(c -> new Object[] {
            c.get("name").asText(), c.get("functions"), c.get("text").asText()
        });
    }

    /**
     * Counts that OpenAI's API reported: hmarr/openai-chat-tokens, tests/token-counts.test.ts (gpt-3.5-turbo), and the
     * notebook How_to_count_tokens_with_tiktoken of openai-cookbook (105 and 101).
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("counts")
    void the_text_has_the_tokens_that_the_vendor_reported(
            String name, JsonNode body, String vocabulary, long reported) {
        Tokenizer tokenizer = TOKENIZERS.find(vocabulary).orElseThrow();
        Prompt prompt = PromptReader.read(body, Dialect.OPENAI_CHAT, UnknownParts.FAIL);

        long tokens = 3
                + tokenizer.count(TypeScriptTools.of(prompt.tools()).measured()).likely()
                + 9;
        boolean padded = false;
        for (Message message : prompt.messages()) {
            boolean first = message.role().equals("system") && !padded;
            padded |= first;
            String content = ((Part.Text) message.parts().get(0)).text() + (first ? "\n" : "");
            tokens += 3
                    + tokenizer.count(message.role()).likely()
                    + tokenizer.count(content).likely();
        }
        assertThat(padded ? tokens - 4 : tokens).isEqualTo(reported);
    }

    static Stream<Object[]> counts() throws IOException {
        return cases("function-counts.json").map(c -> new Object[] {
            c.get("name").asText(),
            c.get("body"),
            c.get("vocabulary").asText(),
            c.get("tokens").asLong()
        });
    }

    @Test
    void without_functions_there_is_no_text() {
        Tool search =
                new Tool("/tools/0", "web_search", "web_search", null, null, new ObjectMapper().createObjectNode());

        assertThat(TypeScriptTools.of(List.of()).measured()).isEmpty();
        assertThat(TypeScriptTools.of(List.of(search)).measured()).isEmpty();
    }

    @Test
    void a_schema_of_a_shape_that_nobody_described_renders_as_any() throws IOException {
        JsonNode functions = new ObjectMapper().readTree("""
                [{"name":"f","parameters":{"properties":{"a":{"$ref":"#/$defs/a"},"b":{"type":["string","null"]},
                 "c":{"enum":["x",1]},"d":true,"e":{"properties":{"g":{"type":"INTEGER"}}}}}}]""");

        assertThat(TypeScriptTools.of(tools(functions)).measured()).isEqualTo("""
                namespace functions {

                type f = (_: {
                a?: any,
                b?: string | null,
                c?: "x" | 1,
                d?: any,
                e?: {
                  g?: number,
                },
                }) => any;

                } // namespace functions""");
    }

    private static Stream<JsonNode> cases(String file) throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        new ObjectMapper().readTree(Files.readAllBytes(CASES.resolve(file))).forEach(cases::add);
        return cases.stream();
    }

    private static List<Tool> tools(JsonNode functions) {
        PromptDraft draft = new PromptDraft(Dialect.OPENAI_CHAT, UnknownParts.FAIL);
        new OpenAiTools(draft).functions(JsonCursor.root(functions));
        return draft.finished().tools();
    }
}
