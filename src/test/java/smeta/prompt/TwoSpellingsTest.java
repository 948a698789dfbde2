package smeta.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One field under two names, of which a reader can only take one. */
class TwoSpellingsTest {
    private static Prompt read(Dialect dialect, String body) {
        return PromptReader.read(
                Body.json(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), dialect, UnknownParts.FAIL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "GEMINI | /generation_config | {'contents':'Hi','generationConfig':{'maxOutputTokens':100},'generation_config':{'maxOutputTokens':60000,'candidateCount':8}}",
                "GEMINI | /generation_config | {'generation_config':{'candidateCount':8},'contents':'Hi','generationConfig':{}}",
                "GEMINI | /generationConfig/max_output_tokens | {'contents':'Hi','generationConfig':{'maxOutputTokens':100,'max_output_tokens':60000}}",
                "GEMINI | /generationConfig/candidate_count | {'contents':'Hi','generationConfig':{'candidateCount':1,'candidate_count':8}}",
                "GEMINI | /generationConfig/thinkingConfig/thinking_level | {'contents':'Hi','generationConfig':{'thinkingConfig':{'thinkingBudget':0,'thinkingLevel':'low','thinking_level':'high'}}}",
                "GEMINI | /system_instruction | {'contents':'Hi','systemInstruction':'a','system_instruction':'b'}",
                "GEMINI | /contents/0/parts/0/file_data | {'contents':[{'parts':[{'fileData':{'fileUri':'https://a.example/a.png'},'file_data':{'fileUri':'https://a.example/b.pdf'}}]}]}",
                "VIDEOS | /duration | {'model':'m','prompt':'Hi','seconds':4,'duration':12}",
                "OPENAI_CHAT | /tools/0/function/input_schema | {'messages':[],'tools':[{'type':'function','function':{'name':'f','parameters':{},'input_schema':{'type':'object'}}}]}"
            })
    void two_values_are_refused_like_a_key_that_stands_twice(Dialect dialect, String pointer, String body) {
        Unreadable error = catchThrowableOfType(Unreadable.class, () -> read(dialect, body));

        assertThat(error).isNotNull();
        assertThat(error.kind()).isEqualTo(Unreadable.Kind.MALFORMED);
        assertThat(error.code()).isEqualTo("duplicate_key");
        assertThat(error.pointer()).isEqualTo(pointer);
    }

    @Test
    void the_same_value_twice_is_one() {
        Prompt prompt = read(
                Dialect.GEMINI,
                "{'contents':'Hi','generationConfig':{'maxOutputTokens':100,'max_output_tokens':100},"
                        + "'generation_config':{'maxOutputTokens':100,'max_output_tokens':100},'cached_content':null,'cachedContent':'c'}");

        assertThat(prompt.maxOutput()).isEqualTo(100);
        assertThat(prompt.cachedContent()).isEqualTo("c");
    }

    /** Servers differ on which they look at: OpenAI's newer models on the one, DeepSeek's on the other. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "OPENAI_CHAT | /max_completion_tokens | {'messages':[],'max_completion_tokens':100,'max_tokens':60000}",
                "OPENAI_CHAT | /max_completion_tokens | {'messages':[],'max_tokens':60000,'max_completion_tokens':100}",
                "OPENAI_CHAT | /max_tokens | {'messages':[],'max_completion_tokens':60000,'max_tokens':100}",
                "OPENAI_RESPONSES | /max_output_tokens | {'input':'Hi','max_output_tokens':100,'generation_config':{'max_output_tokens':60000}}",
                "BEDROCK | /inferenceConfig/maxTokens | {'messages':[],'inferenceConfig':{'maxTokens':100,'max_new_tokens':60000}}"
            })
    void of_two_caps_the_larger_counts(Dialect dialect, String smaller, String body) {
        Prompt prompt = read(dialect, body);

        assertThat(prompt.maxOutput()).isEqualTo(60_000);
        assertThat(prompt.remarks())
                .filteredOn(remark -> remark.code().equals("duplicate_cap"))
                .extracting(Prompt.Remark::pointer)
                .containsExactly(smaller);
    }

    @Test
    void reasoning_under_two_names_counts_once_where_it_is_the_same_and_twice_where_it_differs() {
        String message = "{'messages':[{'role':'assistant','content':'c','reasoning_content':'a','reasoning':'%s'}]}";

        assertThat(read(Dialect.OPENAI_CHAT, message.formatted("a"))
                        .messages()
                        .get(0)
                        .parts())
                .hasSize(2);
        assertThat(read(Dialect.OPENAI_CHAT, message.formatted("b"))
                        .messages()
                        .get(0)
                        .parts())
                .hasSize(3);
    }
}
