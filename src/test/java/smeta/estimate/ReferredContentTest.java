package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smeta.money.Fraction;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;

/** Content that a body only names, and reasoning of earlier turns. */
class ReferredContentTest {
    private static final String SENTENCE = "The parcel left the depot in the morning and arrived at noon. ";

    /** help.aliyun.com/zh/model-studio/long-context-qwen-long: files are named in a system message. */
    @Test
    void files_that_a_system_message_names_open_the_bound() {
        Estimate estimate = Whole.estimate("""
                {"model": "qwen-long", "messages": [{"role": "system", "content": "fileid://file-fe-123"},
                 {"role": "user", "content": "What is it about?"}]}""", "qwen-long");

        assertThat(estimate.input().bounded()).isFalse();
        assertThat(estimate.input().because()).contains("unseen_context");
    }

    /** learn.microsoft.com, Azure OpenAI On Your Data. */
    @Test
    void sources_of_data_open_the_bound_and_labels_do_not() {
        Estimate estimate = Whole.estimate("""
                {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hi"}],
                 "data_sources": [{"type": "azure_search", "parameters": {"index_name": "x"}}]}""", "gpt-4o");
        assertThat(estimate.input().bounded()).isFalse();

        Estimate labelled = Whole.estimate("""
                {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hi"}],
                 "metadata": {"purpose": "a label of more than a few words for the vendor's log"}}""", "gpt-4o");
        assertThat(labelled.input().bounded()).isTrue();
    }

    /** Descriptions inside an object counted nothing: 30 sentences there are as many tokens as at the first level. */
    @Test
    void a_description_counts_at_every_depth_of_a_tool() {
        String tool = """
                {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hi"}], "tools": [{"type": "function",
                 "function": {"name": "send", "parameters": {"type": "object", "properties": {"parcel": {"type": "object",
                 "properties": {"note": {"type": "string", "description": "%s"}}}}}}}]}""";
        Estimate bare = Whole.estimate(tool.formatted(""), "gpt-4o");
        Estimate described = Whole.estimate(tool.formatted(SENTENCE.repeat(30)), "gpt-4o");
        long sentences = Whole.TOKENIZERS
                .find("o200k_base")
                .orElseThrow()
                .count(SENTENCE.repeat(30))
                .likely();

        long more = described.input().tokens().likely() - bare.input().tokens().likely();
        assertThat(more).isBetween(sentences, sentences + 4);
        assertThat(described.input().tokens().low())
                .isLessThanOrEqualTo(bare.input().tokens().likely());
    }

    /**
     * Thirty sentences as a property's description make a request of 369 tokens: 331 of the text and 38 around
     * it. The same inside an object or the items of an array counted 43.
     */
    @Test
    void thirty_sentences_are_as_many_tokens_inside_an_object_and_an_array() {
        String sentence = "The old parcel left the depot and arrived at noon. ";
        assertThat(Whole.TOKENIZERS
                        .find("o200k_base")
                        .orElseThrow()
                        .count(sentence.repeat(30))
                        .likely())
                .isEqualTo(331);
        String described = "{\"type\": \"string\", \"description\": \"" + sentence.repeat(30) + "\"}";
        String tool = """
                {"model": "gpt-4o", "max_tokens": 10, "messages": [{"role": "user", "content": "Hi"}], "tools": [
                 {"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {"a": %s}}}}]}""";
        Estimate first = Whole.estimate(tool.formatted(described), "gpt-4o");
        assertThat(first.input().tokens().likely()).isEqualTo(369);
        for (String inside : List.of(
                "{\"type\": \"object\", \"properties\": {\"b\": " + described + "}}",
                "{\"type\": \"array\", \"items\": " + described + "}")) {
            Estimate deeper = Whole.estimate(tool.formatted(inside), "gpt-4o");
            assertThat(deeper.input().tokens().likely()).isBetween(369L, 369L + 10);
            // a check takes the upper bound: 369 × 2.50 / 1M alone are 0.0009225
            assertThat(deeper.cost().high().amount()).isGreaterThan(Fraction.of("0.0009225"));
        }
    }

    /** Haiku 4.5 drops thinking blocks of earlier turns (about 40 tokens were billed), Sonnet 4.6 keeps them. */
    @Test
    void reasoning_of_earlier_turns_is_in_the_prompt_where_the_vendor_keeps_it() {
        String body = """
                {"max_tokens": 10, "system": "x", "messages": [{"role": "user", "content": "Hi"},
                 {"role": "assistant", "content": [{"type": "thinking", "thinking": "%s", "signature": "s"},
                  {"type": "text", "text": "Hello"}]}, {"role": "user", "content": "And now?"}]}""".formatted(SENTENCE.repeat(40));

        assertThat(Whole.estimate(body, "claude-haiku-4-5-20251001")
                        .input()
                        .tokens()
                        .high())
                .isLessThan(100);
        assertThat(Whole.estimate(body, "claude-sonnet-4-6").input().tokens().low())
                .isGreaterThan(300);
    }

    private static Estimate responses(String model, String items) {
        return Given.estimate(
                model,
                PromptReader.read(
                        Body.json(("{'max_output_tokens':100,'input':[" + items + "]}")
                                .replace('\'', '"')
                                .getBytes(StandardCharsets.UTF_8)),
                        Dialect.OPENAI_RESPONSES,
                        UnknownParts.FAIL),
                Given.now());
    }

    /**
     * developers.openai.com/api/docs/guides/image-generation: in an edit of several turns the picture comes back as the id of the
     * call alone. What else came of a call is in the body only if it was asked for (include).
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'image_generation_call','id':'ig_123'}",
                "{'type':'image_generation_call','id':'ig_123','status':'completed','result':null}",
                "{'type':'file_search_call','id':'fs_1','queries':['q'],'results':null}",
                "{'type':'web_search_call','id':'ws_1','action':{'type':'search','query':'q'}}",
                "{'type':'code_interpreter_call','id':'ci_1','code':'1+1','outputs':null}",
                "{'type':'mcp_call','id':'mcp_1','name':'t','arguments':'{}'}",
                "{'type':'mcp_list_tools','id':'mcpl_1','server_label':'s'}",
                "{'type':'shell_call_output','id':'sh_1','call_id':'c'}"
            })
    void an_item_whose_content_the_vendor_keeps_opens_the_bound(String item) {
        Estimate estimate =
                responses("gpt-5.5", "{'role':'user','content':'A cat'}," + item + ",{'role':'user','content':'Blue'}");

        assertThat(estimate.input().bounded()).isFalse();
        assertThat(estimate.input().because()).contains("unseen_context");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'file_search_call','id':'fs_1','queries':['q'],'results':[{'text':'found'}]}",
                "{'type':'code_interpreter_call','id':'ci_1','code':'1+1','outputs':[{'type':'logs','logs':'2'}]}",
                "{'type':'mcp_call','id':'mcp_1','name':'t','arguments':'{}','output':'done','error':null}",
                "{'type':'mcp_call','id':'mcp_1','name':'t','arguments':'{}','output':null,'error':'no such page'}",
                "{'type':'mcp_list_tools','id':'mcpl_1','server_label':'s','tools':[]}"
            })
    void an_item_that_has_its_content_is_counted(String item) {
        assertThat(responses("gpt-5.5", "{'role':'user','content':'A cat'}," + item)
                        .input()
                        .bounded())
                .isTrue();
    }

    /** The rows of earlier-reasoning.tsv: GPT-5.5 drops what was thought before the last question, of 5.6 it is open. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "gpt-5.5 | before | true",
                "gpt-5.5 | after | false",
                "gpt-5.6-sol | before | false",
                "gpt-5.6-sol | after | false"
            })
    void reasoning_by_its_id_opens_the_bound_where_the_vendor_restores_it(String model, String where, boolean bounded) {
        String reasoning =
                "{'type':'reasoning','id':'rs_123','summary':[]},{'type':'function_call','call_id':'c','name':'f','arguments':'{}'},"
                        + "{'type':'function_call_output','call_id':'c','output':'1'}";
        String question = "{'role':'user','content':'How many?'}";

        Estimate estimate = responses(
                model,
                where.equals("before") ? question + "," + reasoning + "," + question : question + "," + reasoning);

        assertThat(estimate.input().bounded()).isEqualTo(bounded);
        assertThat(estimate.input().because().contains("unseen_context")).isEqualTo(!bounded);
    }

    /** The whole of it is in the body (open models write it there), so nothing is kept elsewhere. */
    @Test
    void reasoning_that_has_its_content_is_counted() {
        assertThat(responses(
                                "gpt-5.5",
                                "{'role':'user','content':'A cat'},{'type':'reasoning','id':'rs_1','summary':[],"
                                        + "'content':[{'type':'reasoning_text','text':'A cat is asked for.'}]}")
                        .input()
                        .bounded())
                .isTrue();
    }

    /** @param thinking the block's text; the signature has 60,000 characters of base64, which are 45,000 bytes */
    private static Estimate thought(Dialect dialect, String model, String thinking, boolean earlier) {
        String signature = "Q".repeat(60_000);
        String block = dialect == Dialect.ANTHROPIC
                ? "{'type':'thinking','thinking':'" + thinking + "','signature':'" + signature + "'},"
                        + "{'type':'tool_use','id':'t','name':'f','input':{}}"
                : "{'reasoningContent':{'reasoningText':{'text':'" + thinking + "','signature':'" + signature + "'}}},"
                        + "{'toolUse':{'toolUseId':'t','name':'f','input':{}}}";
        String result = dialect == Dialect.ANTHROPIC
                ? "{'type':'tool_result','tool_use_id':'t','content':'1'}"
                : "{'toolResult':{'toolUseId':'t','content':[{'text':'1'}]}}";
        String text = dialect == Dialect.ANTHROPIC ? "{'type':'text','text':'Hi'}" : "{'text':'Hi'}";
        String body = "{" + (dialect == Dialect.ANTHROPIC ? "'max_tokens':100,'messages'" : "'messages'")
                + ":[{'role':'user','content':[" + text + "]},{'role':'assistant','content':[" + block
                + "]},{'role':'user','content':[" + result + "]}"
                + (earlier ? ",{'role':'user','content':[" + text + "]}" : "") + "]}";
        return Given.estimate(
                model,
                PromptReader.read(
                        Body.json(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                        dialect,
                        UnknownParts.FAIL),
                Given.now());
    }

    /**
     * docs.aws.amazon.com/bedrock, claude-messages-thinking-encryption: the full thinking is encrypted in the signature. In
     * a loop of tools every model reads it; before the user's last message, those that earlier-reasoning.tsv says.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ANTHROPIC | claude-opus-4-7 | false | true",
                "ANTHROPIC | claude-opus-4-7 | true | true",
                "ANTHROPIC | claude-haiku-4-5-20251001 | false | true",
                "ANTHROPIC | claude-haiku-4-5-20251001 | true | false",
                "ANTHROPIC | deepseek-v4-pro | false | false",
                "BEDROCK | claude-opus-4-7 | false | true",
                "BEDROCK | claude-haiku-4-5-20251001 | true | false"
            })
    void thinking_is_as_long_as_its_signature_may_hold(
            Dialect dialect, String model, boolean earlier, boolean counted) {
        for (String thinking : List.of("", "Three words alone")) {
            Estimate estimate = thought(dialect, model, thinking, earlier);

            assertThat(estimate.input().bounded()).isTrue();
            assertThat(estimate.input().because().contains("encrypted_reasoning"))
                    .isEqualTo(counted);
            if (counted) {
                assertThat(estimate.input().tokens().high()).isBetween(45_000L, 47_000L);
            } else {
                assertThat(estimate.input().tokens().high()).isLessThan(2_000);
            }
            // nothing says how much of it there is for certain
            assertThat(estimate.input().tokens().low()).isLessThan(1_000);
        }
    }

    /** There, as before, nothing in the body bounds it. */
    @Test
    void redacted_thinking_opens_the_bound() {
        Estimate estimate = Whole.estimate("""
                {"max_tokens": 10, "system": "x", "messages": [{"role": "user", "content": "Hi"},
                 {"role": "assistant", "content": [{"type": "redacted_thinking", "data": "QUFB"}]}]}""", "claude-opus-4-7");

        assertThat(estimate.input().bounded()).isFalse();
        assertThat(estimate.input().because()).contains("encrypted");
    }
}
