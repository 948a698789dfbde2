package smeta.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectDetectorTest {
    private static final String TIE = "{'model':'m','max_tokens':9,'messages':[{'role':'user','content':'Hi'}]}";

    @ParameterizedTest
    @MethodSource("smeta.prompt.GoldenTest#bodies")
    void every_golden_body_is_recognised_whatever_is_preferred(String name) throws IOException {
        Path body = Path.of("src/test/resources/golden/prompt", name + ".json");
        Dialect expected =
                Dialect.named(body.getParent().getFileName().toString()).orElseThrow();
        JsonNode tree = Body.json(Files.readAllBytes(body));

        assertThat(DialectDetector.detect(tree, expected)).isEqualTo(expected);
        assertThat(DialectDetector.detect(tree, null)).isEqualTo(expected);
        assertThat(DialectDetector.detect(tree, Dialect.GEMINI)).isEqualTo(expected);
    }

    @Test
    void a_tie_is_broken_by_the_preference_and_else_goes_to_openai() {
        assertThat(detect(TIE, Dialect.ANTHROPIC)).isEqualTo(Dialect.ANTHROPIC);
        assertThat(detect(TIE, Dialect.OPENAI_CHAT)).isEqualTo(Dialect.OPENAI_CHAT);
        assertThat(detect(TIE, Dialect.GEMINI)).isEqualTo(Dialect.OPENAI_CHAT);
        assertThat(detect(TIE, null)).isEqualTo(Dialect.OPENAI_CHAT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            anthropic        | {'messages':[],'system':'s'}
            anthropic        | {'messages':[],'tools':[{'name':'f','input_schema':{}}]}
            anthropic        | {'messages':[],'tools':[{'type':'bash_20250124','name':'bash'}]}
            anthropic        | {'messages':[],'tool_choice':{'type':'any'}}
            anthropic        | {'messages':[],'thinking':{'type':'enabled','budget_tokens':1024}}
            anthropic        | {'messages':[{'role':'user','content':[{'type':'image','source':{}}]}]}
            anthropic        | {'messages':[{'role':'user','content':[{'type':'tool_result'}]}]}
            openai-chat      | {'messages':[{'role':'system','content':'s'}]}
            openai-chat      | {'messages':[{'role':'tool','content':'s'}]}
            openai-chat      | {'messages':[],'tools':[{'type':'function','function':{}}]}
            openai-chat      | {'messages':[],'tool_choice':'auto'}
            openai-chat      | {'messages':[],'max_completion_tokens':5}
            openai-chat      | {'messages':[{'role':'user','content':[{'type':'image_url'}]}]}
            openai-responses | {'input':'Hi'}
            openai-responses | {'input':[{'role':'user','content':'Hi'}]}
            openai-responses | {'prompt':{'id':'pmpt_1'}}
            openai-responses | {'previous_response_id':'resp_1'}
            gemini           | {'contents':[]}
            gemini           | {'contents':'Hi'}
            gemini           | {'generateContentRequest':{}}
            dashscope        | {'input':{'messages':[]},'parameters':{}}
            dashscope        | {'input':{'prompt':'Hi'}}
            completions      | {'prompt':'legacy'}
            completions      | {'prompt':[[1,2]]}
            images           | {'prompt':'A fox','size':'1024x1024'}
            images           | {'prompt':'A fox','response_format':'b64_json'}
            videos           | {'prompt':'A fox','seconds':'8'}
            ollama           | {'prompt':'Hi','options':{}}
            ollama           | {'messages':[{'role':'user','content':'Hi'}],'options':{'num_predict':5}}
            bedrock          | {'messages':[{'role':'user','content':[{'text':'Hi'}]}]}
            yandex           | {'messages':[{'role':'user','text':'Hi'}]}
            cohere           | {'message':'Hi'}
            embeddings       | {'input':[1,2,3]}
            embeddings       | {'input':['a','b']}
            embeddings       | {'input':'a','dimensions':256}
            rerank           | {'query':'q','documents':['a']}
            speech           | {'input':'Hi','voice':'alloy'}
            moderations      | {'model':'omni-moderation-latest','input':'Hi'}
            transcription    | {'file':'https://example.org/a.mp3'}
            plain            | 'Hi'
            """, quoteCharacter = '`')
    void a_body_is_recognised_by_what_only_its_dialect_has(String dialect, String body) {
        assertThat(detect(body, Dialect.ANTHROPIC).wireName()).isEqualTo(dialect);
        assertThat(detect(body, Dialect.OPENAI_CHAT).wireName()).isEqualTo(dialect);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            embeddings       | {'input':'a'}
            speech           | {'input':'a'}
            moderations      | {'input':'a'}
            openai-responses | {'input':'a'}
            images           | {'prompt':'a'}
            videos           | {'prompt':'a'}
            completions      | {'prompt':'a'}
            images           | {'instances':[{'prompt':'a'}]}
            """)
    void what_a_body_leaves_open_the_model_decides(String preferred, String body) {
        Dialect dialect = Dialect.named(preferred).orElseThrow();

        assertThat(detect(body, dialect)).isEqualTo(dialect);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "1", "null", "{'messages':5}", "{'input':5}", "{'prompt':5}"})
    void a_body_of_no_known_shape_is_refused_with_the_names_of_the_known(String body) {
        Unreadable error = catchThrowableOfType(Unreadable.class, () -> detect(body, Dialect.OPENAI_CHAT));

        assertThat(error.kind()).isEqualTo(Unreadable.Kind.UNSUPPORTED);
        assertThat(error.code()).isEqualTo("unknown_dialect");
        assertThat(error.hint()).contains("dialect=", "openai-chat", "dashscope");
    }

    /** Any other exception fails the test that calls. */
    static void detectOrRefuse(JsonNode tree) {
        try {
            assertThat(DialectDetector.detect(tree, null)).isNotNull();
        } catch (Unreadable expected) {
            assertThat(expected.code()).isEqualTo("unknown_dialect");
        }
    }

    private static Dialect detect(String body, Dialect preferred) {
        return DialectDetector.detect(Body.json(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), preferred);
    }
}
