package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static smeta.estimate.Given.codes;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;

/** Members of a body that add text, change what too long means, or are read under another name. */
class VendorsWordsTest {
    private static final String CHAT = "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]";

    private static Estimate of(Dialect dialect, String model, String body) {
        return Given.estimate(
                model,
                PromptReader.read(
                        Body.json(("{\"model\":\"x\"," + body + "}")
                                .replace('\'', '"')
                                .getBytes(StandardCharsets.UTF_8)),
                        dialect,
                        UnknownParts.FAIL),
                Given.now());
    }

    private static Estimate chat(String model, String more) {
        return of(Dialect.OPENAI_CHAT, model, CHAT + more);
    }

    @Test
    void mistrals_safe_prompt_is_likely_and_not_certain() {
        // about 36 words of English; the text as Mistral prints it
        var plain = chat("mistral/mistral-large-2512", "").input().tokens();
        var safe = chat("mistral/mistral-large-2512", ",'safe_prompt':true")
                .input()
                .tokens();
        assertThat(safe.low()).isEqualTo(plain.low());
        assertThat(safe.likely()).isGreaterThan(plain.likely() + 20);
        assertThat(safe.high()).isGreaterThan(plain.high() + 30);
        assertThat(chat("mistral/mistral-large-2512", ",'safe_prompt':false")
                        .input()
                        .tokens())
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'type':'document','citations':{'enabled':true},'source':{'type':'text','media_type':'text/plain','data':'Foxes are red.'}}",
                "{'type':'search_result','citations':{'enabled':true},'title':'Foxes','source':'x.example','content':[{'type':'text','text':'Red.'}]}"
            })
    void citations_open_the_bound(String block) {
        String body = "'max_tokens':10,'messages':[{'role':'user','content':[" + block + "]}]";
        Estimate cited = of(Dialect.ANTHROPIC, "claude-sonnet-4-6", body);
        assertThat(cited.input().bounded()).isFalse();
        assertThat(codes(cited)).contains("vendor_text");
        assertThat(of(Dialect.ANTHROPIC, "claude-sonnet-4-6", body.replace("true", "false"))
                        .input()
                        .bounded())
                .isTrue();
    }

    @Test
    void a_tasks_budget_caps_nothing_and_opens_the_bound() {
        Estimate estimate = of(
                Dialect.ANTHROPIC,
                "claude-opus-4-8",
                "'max_tokens':100," + CHAT + ",'output_config':{'task_budget':{'type':'tokens','total':50}}");
        assertThat(estimate.input().bounded()).isFalse();
        assertThat(estimate.output().tokens().high()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "OPENAI_RESPONSES | gpt-5.5 | 'input':'Hi','truncation':'auto'",
                "OPENAI_RESPONSES | gpt-5.5 | 'input':'Hi','context_management':[{'type':'compaction','compact_threshold':1000}]",
                "OPENAI_CHAT | gpt-5.5 | 'messages':[{'role':'user','content':'Hi'}],'transforms':['middle-out']",
                "ANTHROPIC | claude-opus-4-8 | 'max_tokens':9,'messages':[{'role':'user','content':'Hi'}],'context_management':{'edits':[{'type':'clear_tool_uses_20250919'}]}",
                "COHERE | gpt-5.5 | 'message':'Hi','prompt_truncation':'AUTO'",
                "OLLAMA | gpt-5.5 | 'prompt':'Hi','options':{'num_ctx':4096}"
            })
    void where_the_vendor_cuts_a_prompt_that_is_too_long_a_note_says_so(Dialect dialect, String model, String body) {
        assertThat(codes(of(dialect, model, body))).contains("vendor_truncates");
    }

    /**
     * platform.claude.com/docs/en/build-with-claude/compaction: an iteration of 180,000 and 3,500 tokens stands beside one of
     * 23,000 and 1,000; the trigger is 150,000 where none is sent, and 50,000 at least. So many words are as many tokens, and at most a few times as many.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ANTHROPIC | 60000 | {'edits':[{'type':'compact_20260112','trigger':{'type':'input_tokens','value':50000}}]} | false",
                "ANTHROPIC | 2000 | {'edits':[{'type':'compact_20260112','trigger':{'type':'input_tokens','value':50000},'instructions':'Keep the names of all who were spoken of.'}]} | true",
                "ANTHROPIC | 30000 | {'edits':[{'type':'compact_20260112'}]} | true",
                "ANTHROPIC | 160000 | {'edits':[{'type':'compact_20260112'}]} | false",
                "ANTHROPIC | 10 | {'edits':[{'type':'compact_20260112','trigger':{'type':'tool_uses','value':50}}]} | false",
                "ANTHROPIC | 10 | {'edits':[{'type':'fold_20270101'}]} | false",
                "ANTHROPIC | 160000 | {'edits':[{'type':'clear_tool_uses_20250919','trigger':{'type':'input_tokens','value':50000}},{'type':'clear_thinking_20251015'}]} | true",
                "OPENAI_RESPONSES | 2000 | [{'type':'compaction','compact_threshold':1000}] | false",
                "OPENAI_RESPONSES | 10 | [{'type':'compaction','compact_threshold':1000}] | true",
                "OPENAI_RESPONSES | 10 | [{'type':'compaction'}] | false"
            })
    void a_summary_that_the_vendor_may_write_opens_the_bound(
            Dialect dialect, int words, String management, boolean bounded) {
        boolean claude = dialect == Dialect.ANTHROPIC;
        String text = "word ".repeat(words);
        Estimate estimate = of(
                dialect,
                claude ? "claude-opus-4-8" : "gpt-5.5",
                (claude
                                ? "'max_tokens':9,'messages':[{'role':'user','content':'" + text + "'}]"
                                : "'input':'" + text + "'")
                        + ",'context_management':" + management);

        assertThat(estimate.input().bounded()).isEqualTo(bounded);
        assertThat(codes(estimate).contains("summary_call")).isEqualTo(!bounded);
    }

    /** What a search brings makes the prompt longer than the body is. */
    @Test
    void a_prompt_that_tools_make_longer_may_reach_the_trigger() {
        String body = "'max_tokens':9," + CHAT
                + ",'tools':[{'type':'web_search_20250305','name':'web_search','max_uses':2}],'context_management':";
        assertThat(codes(of(Dialect.ANTHROPIC, "claude-opus-4-8", body + "{'edits':[{'type':'compact_20260112'}]}")))
                .contains("summary_call");
    }

    @Test
    void the_old_search_of_xai_leaves_the_cost_open() {
        assertThat(chat("gpt-5.5", ",'search_parameters':{'mode':'auto'}")
                        .input()
                        .bounded())
                .isFalse();
        assertThat(chat("gpt-5.5", ",'search_parameters':{'mode':'off'}")
                        .input()
                        .bounded())
                .isTrue();
    }

    /** Mistral, document understanding: a question about a PDF to Mistral Small, whose pages OCR reads for it. */
    @ParameterizedTest
    @ValueSource(strings = {"mistral-small-latest", "mistral-medium-2508", "mistral-large-2512"})
    void a_document_is_read_for_mistrals_models_and_how_long_it_is_stays_open(String model) {
        Estimate estimate = of(
                Dialect.OPENAI_CHAT,
                model,
                "'messages':[{'role':'user','content':["
                        + "{'type':'document_url','document_url':'https://a.example/b.pdf'},{'type':'text','text':'What is the last sentence?'}]}]");
        assertThat(estimate.fit().reasons()).isEmpty();
        assertThat(estimate.input().bounded()).isFalse();
        assertThat(codes(estimate)).contains("no_document_rule");
    }

    @Test
    void a_document_is_nothing_for_a_model_that_takes_none() {
        assertThat(of(
                                Dialect.OPENAI_CHAT,
                                "codestral-2508",
                                "'messages':[{'role':'user','content':["
                                        + "{'type':'document_url','document_url':'https://a.example/b.pdf'}]}]")
                        .fit()
                        .reasons())
                .containsExactly("takes_no_files");
    }

    @Test
    void mistrals_sound_may_be_a_string() {
        String body =
                "'messages':[{'role':'user','content':[{'type':'input_audio','input_audio':'https://a.example/b.mp3'}]}]";
        assertThat(of(Dialect.OPENAI_CHAT, "gpt-audio", body).items())
                .anyMatch(i -> i.name().equals("audio[0]"));
    }

    @Test
    void the_interactions_of_google_are_read_like_responses() {
        String words = "You are a terse assistant who answers in one sentence only. ".repeat(20);
        Estimate plain = of(Dialect.OPENAI_RESPONSES, "gemini-2.5-flash", "'input':'Hello'");
        Estimate estimate = of(
                Dialect.OPENAI_RESPONSES,
                "gemini-2.5-flash",
                "'input':'Hello','system_instruction':'" + words + "','generation_config':{'max_output_tokens':70}");
        assertThat(estimate.input().tokens().low())
                .isGreaterThan(plain.input().tokens().high() + 100);
        assertThat(estimate.output().tokens().high()).isEqualTo(70);
    }

    @Test
    void a_response_format_of_gemini_is_a_schema() {
        String schema = "{'type':'object','properties':{'answer':{'type':'string','description':'"
                + "one word after another ".repeat(30) + "'}}}";
        for (String format : new String[] {
            "{'type':'text','mimeType':'application/json','schema':" + schema + "}",
            "{'text':{'mimeType':'application/json','schema':" + schema + "}}"
        }) {
            Estimate estimate = of(
                    Dialect.GEMINI,
                    "gemini-2.5-flash",
                    "'contents':'Hi','generationConfig':{'responseFormat':" + format + "}");
            assertThat(estimate.items())
                    .anyMatch(i -> i.name().equals("schema") && i.count().likely() > 100);
        }
    }

    /** harmony, docs/format.md: the description of a format stands above its schema. 30 times four words are 120 tokens at least. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "OPENAI_CHAT | 'messages':[{'role':'user','content':'Hi'}],'response_format':{'type':'json_schema','json_schema':{'name':'a',%s'schema':{'type':'object'}}}",
                "OPENAI_RESPONSES | 'input':'Hi','text':{'format':{'type':'json_schema','name':'a',%s'schema':{'type':'object'}}}"
            })
    void the_description_of_a_format_is_counted_with_its_schema(Dialect dialect, String body) {
        Estimate bare = of(dialect, "gpt-5.5", body.formatted(""));
        Estimate described =
                of(dialect, "gpt-5.5", body.formatted("'description':'" + "the parcel left early ".repeat(30) + "',"));

        assertThat(described.input().bounded()).isTrue();
        assertThat(codes(described)).doesNotContain("unread_member");
        assertThat(described.input().tokens().likely())
                .isBetween(
                        bare.input().tokens().likely() + 120,
                        bare.input().tokens().likely() + 140);
    }

    /** Five letters of a script without spaces are a label, twelve a sentence: "answer in Chinese and be polite". */
    @ParameterizedTest
    @CsvSource({"acme, true", "客户服务部, true", "请用中文回答并且保持礼貌, false", "ตอบเป็นภาษาไทยเสมอ, false", "고객 지원, true"})
    void a_sentence_without_spaces_is_no_label(String text, boolean label) {
        Estimate estimate = chat("gpt-4o", ",'extra_system':'" + text + "'");

        assertThat(estimate.input().bounded()).isEqualTo(label);
        assertThat(codes(estimate).contains("unread_member")).isNotEqualTo(label);
    }

    @Test
    void where_another_model_may_answer_the_bound_is_open() {
        assertThat(codes(chat("gpt-5.5", ",'models':['x','openai/gpt-5.4']"))).contains("fallback_model");
        assertThat(chat("gpt-5.5", ",'models':['x','openai/gpt-5.4']").input().bounded())
                .isFalse();
        assertThat(chat("gpt-5.5", ",'models':['x']").input().bounded()).isTrue();
        for (String fallbacks : new String[] {"[{'model':'claude-opus-5'}]", "'default'"}) {
            assertThat(codes(of(
                            Dialect.ANTHROPIC,
                            "claude-fable-5",
                            "'max_tokens':9," + CHAT + ",'fallbacks':" + fallbacks)))
                    .contains("fallback_model");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "COHERE | 'message':'Hi','conversation_id':'c1'",
                "BEDROCK | 'messages':[{'role':'user','content':[{'text':'Hi'}]}],'additionalModelRequestFields':{'tools':[{'type':'computer_20250124','name':'computer','display_width_px':1024}]}",
                "RERANK | 'query':'Hi','documents':['a'],'parameters':{'instruct':'Given a question of a customer find what answers it'}",
                "TRANSCRIPTION | 'file':'a','known_speaker_references':['data:audio/wav;base64,UklGRg==']"
            })
    void what_brings_in_text_from_elsewhere_opens_the_bound(Dialect dialect, String body) {
        assertThat(of(dialect, "gpt-5.5", body).input().bounded()).isFalse();
    }
}
