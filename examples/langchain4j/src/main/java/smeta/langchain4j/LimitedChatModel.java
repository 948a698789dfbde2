package smeta.langchain4j;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.ChatRequestOptions;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.math.BigDecimal;
import java.util.Set;
import smeta.library.CallDecision;
import smeta.library.Smeta;

/** A chat model that is not called when the call does not fit, has no known price, or may cost more than a limit. */
public final class LimitedChatModel implements ChatModel {
    private final ChatModel model;
    private final Smeta smeta;
    private final BigDecimal limit;
    private final String currency;

    /** @param limit for one call */
    public LimitedChatModel(ChatModel model, Smeta smeta, BigDecimal limit, String currency) {
        this.model = model;
        this.smeta = smeta;
        this.limit = limit;
        this.currency = currency;
    }

    /** @throws CallTooDear instead of calling */
    @Override
    public ChatResponse chat(ChatRequest request) {
        require(request);
        return model.chat(request);
    }

    @Override
    public ChatResponse chat(ChatRequest request, ChatRequestOptions options) {
        require(request);
        return model.chat(request, options);
    }

    private void require(ChatRequest request) {
        ChatRequest whole = ChatRequest.builder()
                .messages(request.messages())
                .parameters(model.defaultRequestParameters().overrideWith(request.parameters()))
                .build();
        CallDecision decision = smeta.check(SpendingListener.call(whole).currency(currency).limit(limit));
        if (!decision.allowed()) {
            throw new CallTooDear(decision);
        }
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return model.defaultRequestParameters();
    }

    @Override
    public ModelProvider provider() {
        return model.provider();
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return model.supportedCapabilities();
    }
}
