package smeta.prompt;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads a request body of a known dialect. */
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
        Place body = Place.root(tree);
        if (dialect == Dialect.PLAIN) {
            return Prompt.ofText(body.text());
        }
        Draft draft = new Draft(dialect, unknownParts);
        body.object();
        switch (dialect) {
            case OPENAI_CHAT -> new OpenAiChatReader(draft).read(body);
            case OPENAI_RESPONSES -> new ResponsesReader(draft).read(body);
            case ANTHROPIC -> new AnthropicReader(draft).read(body);
            case GEMINI -> new GeminiReader(draft).read(body);
            case DASHSCOPE -> new DashScopeReader(draft).read(body);
            case PLAIN -> throw new IllegalStateException("read above");
        }
        return draft.finished();
    }
}
