package smeta.springai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.core.Ordered;
import smeta.library.Call;
import smeta.library.CallBill;
import smeta.library.CallDecision;
import smeta.library.Smeta;

/**
 * Asks before each call whether it fits, has a price, and costs no more than a limit; settles it after with the usage
 * that the model reports, and hands both on. The last of the advisors, so that it sees the prompt as it is sent.
 */
public final class SpendingAdvisor implements CallAdvisor {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL);

    private final Smeta smeta;
    private final BigDecimal limit;
    private final String currency;
    private final Consumer<Spending> callback;

    /** @param limit for one call */
    public SpendingAdvisor(Smeta smeta, BigDecimal limit, String currency, Consumer<Spending> callback) {
        this.smeta = smeta;
        this.limit = limit;
        this.currency = currency;
        this.callback = callback;
    }

    /** @throws CallTooDear instead of calling */
    @Override
    public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
        Call call = call(request.prompt()).currency(currency);
        CallDecision decision = smeta.check(call.limit(limit));
        if (!decision.allowed()) {
            throw new CallTooDear(decision);
        }
        ChatClientResponse response = chain.nextCall(request);
        callback.accept(new Spending(decision.estimate(), bill(call, response)));
        return response;
    }

    private static Call call(Prompt prompt) {
        Call call = Call.ofRequest(RequestBody.of(prompt));
        String model = prompt.getOptions() == null ? null : prompt.getOptions().getModel();
        return model == null ? call : call.model(model);
    }

    private @Nullable CallBill bill(Call call, ChatClientResponse response) {
        if (response.chatResponse() == null) {
            return null;
        }
        Usage usage = response.chatResponse().getMetadata().getUsage();
        if (usage == null || usage.getTotalTokens() == null || usage.getTotalTokens() == 0) {
            return null;
        }
        ObjectNode reported = MAPPER.createObjectNode()
                .put("promptTokens", usage.getPromptTokens())
                .put("completionTokens", usage.getCompletionTokens())
                .put("totalTokens", usage.getTotalTokens());
        if (usage.getNativeUsage() != null) {
            reported.set("nativeUsage", MAPPER.valueToTree(usage.getNativeUsage()));
        }
        return smeta.settle(call, reported.toString());
    }

    @Override
    public String getName() {
        return "smeta";
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }
}
