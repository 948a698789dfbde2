package smeta.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.TokenCountEstimator;
import java.util.List;
import smeta.library.Call;
import smeta.library.Smeta;

/**
 * Tokens as a model that Smeta knows counts them, framing, pictures, tool calls and their results included. LangChain4j
 * asks for one number: this gives the likely one.
 */
public final class SmetaTokenCountEstimator implements TokenCountEstimator {
    private final Smeta smeta;
    private final String model;

    /** @param model in any spelling that Smeta knows: {@code gpt-4o}, {@code qwen3-max}, a deployment's base */
    public SmetaTokenCountEstimator(Smeta smeta, String model) {
        this.smeta = smeta;
        this.model = model;
    }

    @Override
    public int estimateTokenCountInText(String text) {
        return Math.toIntExact(smeta.count(model, text).likely());
    }

    /** What the message adds to a conversation: the same twice, less once, so that what frames the whole drops out. */
    @Override
    public int estimateTokenCountInMessage(ChatMessage message) {
        return estimateTokenCountInMessages(List.of(message, message))
                - estimateTokenCountInMessages(List.of(message));
    }

    @Override
    public int estimateTokenCountInMessages(Iterable<ChatMessage> messages) {
        return tokens(messages, List.of());
    }

    /** What the definitions of tools add to a conversation. */
    public int estimateTokenCountInTools(Iterable<ChatMessage> messages, List<ToolSpecification> tools) {
        return tokens(messages, tools) - tokens(messages, List.of());
    }

    private int tokens(Iterable<ChatMessage> messages, List<ToolSpecification> tools) {
        Call call = Call.ofRequest(RequestBody.of(messages, tools).toString()).model(model);
        return Math.toIntExact(smeta.estimate(call).input().likely());
    }
}
