package smeta.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import smeta.prompt.anthropic.AnthropicReader;
import smeta.prompt.bedrock.BedrockReader;
import smeta.prompt.cohere.CohereReader;
import smeta.prompt.dashscope.DashScopeReader;
import smeta.prompt.gemini.GeminiReader;
import smeta.prompt.ollama.OllamaReader;
import smeta.prompt.openai.OpenAiChatReader;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;
import smeta.prompt.reading.UnreadMembers;
import smeta.prompt.responses.ResponsesReader;
import smeta.prompt.task.CompletionsReader;
import smeta.prompt.task.EmbeddingsReader;
import smeta.prompt.task.FilmsReader;
import smeta.prompt.task.ModerationsReader;
import smeta.prompt.task.PicturesReader;
import smeta.prompt.task.RerankReader;
import smeta.prompt.task.SpeechReader;
import smeta.prompt.task.TranscriptionReader;
import smeta.prompt.yandex.YandexReader;

/**
 * Reads a request body of a known dialect. A dialect is three things: a name in {@link Dialect}, the signs by which
 * {@link DialectDetector} knows it, and a reader in a room of its own, which stands in the list here.
 */
public final class PromptReader {
    private PromptReader() {}

    /**
     * What the body says, part by part. Fields that are not known are left alone; nothing that costs tokens is left out
     * without a remark. URLs are never fetched.
     *
     * @param tree    as {@link Body#json} made it
     * @param dialect as {@link DialectDetector} found it or the caller said
     * @throws Unreadable unsupported, with the JSON pointer of the place: {@code wrong_type}, {@code missing_field},
     *     {@code wrong_value}; and, unless they are to be noted, {@code unknown_part}, {@code unknown_role},
     *     {@code unseen_context}, {@code bad_base64}
     */
    public static Prompt read(JsonNode tree, Dialect dialect, UnknownParts unknownParts) {
        JsonCursor body = JsonCursor.root(tree);
        if (dialect == Dialect.PLAIN) {
            return Prompt.ofText(body.text());
        }
        PromptDraft draft = new PromptDraft(dialect, unknownParts);
        body.object();
        reader(dialect, draft).read(body);
        draft.effort(EffortWord.of(tree));
        UnreadMembers.remark(body, dialect, draft.remarks());
        return draft.finished();
    }

    private static DialectReader reader(Dialect dialect, PromptDraft draft) {
        return switch (dialect) {
            case OPENAI_CHAT -> new OpenAiChatReader(draft);
            case OPENAI_RESPONSES -> new ResponsesReader(draft);
            case ANTHROPIC -> new AnthropicReader(draft);
            case GEMINI -> new GeminiReader(draft);
            case DASHSCOPE -> new DashScopeReader(draft);
            case BEDROCK -> new BedrockReader(draft);
            case COHERE -> new CohereReader(draft);
            case GIGACHAT -> new OpenAiChatReader(draft);
            case OLLAMA -> new OllamaReader(draft);
            case YANDEX -> new YandexReader(draft);
            case COMPLETIONS -> new CompletionsReader(draft);
            case EMBEDDINGS -> new EmbeddingsReader(draft);
            case RERANK -> new RerankReader(draft);
            case MODERATIONS -> new ModerationsReader(draft);
            case SPEECH -> new SpeechReader(draft);
            case TRANSCRIPTION -> new TranscriptionReader(draft);
            case IMAGES -> new PicturesReader(draft);
            case VIDEOS -> new FilmsReader(draft);
            case PLAIN -> throw new IllegalStateException("plain text has no fields");
        };
    }
}
