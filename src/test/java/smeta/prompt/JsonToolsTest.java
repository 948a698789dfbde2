package smeta.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonToolsTest {
    private static final String TEMPERATURE = """
            {"type": "function", "function": {"name": "get_current_temperature", "description": "Get current \
            temperature at a location.", "parameters": {"type": "object", "properties": {"location": {"type": \
            "string", "description": "The location, e.g. \\"Пермь\\"."}, "unit": {"type": "string", "enum": \
            ["celsius", "fahrenheit"]}, "limit": {"maximum": 1.50, "nullable": true}}, "required": ["location"]}}}""";
    private static final String NOW = "{\"type\":\"function\",\"function\":{\"name\":\"now\",\"x\":{},\"y\":[]}}";

    /** The chat template of Qwen2.5 and Qwen3 (tokenizer_config.json), applied by hand. */
    @Test
    void tools_stand_a_line_each_between_the_sentences_of_the_template() {
        List<Tool> tools = tools("openai-chat", "{'messages':[],'tools':[", TEMPERATURE + "," + NOW + "]}");

        assertThat(JsonTools.text(tools)).isEqualTo("""
                # Tools

                You may call one or more functions to assist with the user query.

                You are provided with function signatures within <tools></tools> XML tags:
                <tools>
                """ + TEMPERATURE + """

                {"type": "function", "function": {"name": "now", "x": {}, "y": []}}
                </tools>

                For each function call, return a json object with function name and arguments within \
                <tool_call></tool_call> XML tags:
                <tool_call>
                {"name": <function-name>, "arguments": <args-json-object>}
                </tool_call>""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            openai-responses | {'tools':[{'type':'function','name':'f','description':'d',\
            'parameters':{'type':'object'}}]}
            anthropic        | {'messages':[],'tools':[{'name':'f','description':'d','input_schema':{'type':'object'}}]}
            gemini           | {'contents':[],'tools':[{'functionDeclarations':[{'name':'f','description':'d',\
            'parametersJsonSchema':{'type':'object'}}]}]}
            dashscope        | {'input':{'messages':[]},'parameters':{'tools':[{'type':'function','function':{\
            'name':'f','description':'d','parameters':{'type':'object'}}}]}}
            """)
    void a_definition_reads_the_same_from_every_dialect(String dialect, String body) {
        assertThat(JsonTools.text(tools(dialect, body, ""))).contains("""
                <tools>
                {"type": "function", "function": {"name": "f", "description": "d", "parameters": {"type": "object"}}}
                </tools>""");
    }

    @Test
    void without_functions_there_is_no_text() {
        assertThat(JsonTools.text(List.of())).isEmpty();
        assertThat(JsonTools.text(tools("openai-responses", "{'tools':[{'type':'web_search'}]}", "")))
                .isEmpty();
    }

    private static List<Tool> tools(String dialect, String singleQuoted, String rest) {
        byte[] body = (singleQuoted.replace('\'', '"') + rest).getBytes(StandardCharsets.UTF_8);
        return PromptReader.read(Body.json(body), Dialect.named(dialect).orElseThrow(), UnknownParts.FAIL)
                .tools();
    }
}
