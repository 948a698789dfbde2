package smeta.langchain4j;

import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.output.TokenUsage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import smeta.library.Call;
import smeta.library.CallBill;
import smeta.library.CallEstimate;
import smeta.library.Smeta;

/**
 * Estimates each call before it is made, settles it with the usage that the model reports, and hands both on.
 *
 * <p>It can't refuse a call: LangChain4j 1.19 logs what a listener throws and goes on. {@link LimitedChatModel} does.
 */
public final class SpendingListener implements ChatModelListener {
    private final Smeta smeta;
    private final Consumer<Spending> callback;

    public SpendingListener(Smeta smeta, Consumer<Spending> callback) {
        this.smeta = smeta;
        this.callback = callback;
    }

    @Override
    public void onRequest(ChatModelRequestContext context) {
        context.attributes().put(SpendingListener.class, smeta.estimate(call(context.chatRequest())));
    }

    @Override
    public void onResponse(ChatModelResponseContext context) {
        if (context.attributes().get(SpendingListener.class) instanceof CallEstimate estimate) {
            callback.accept(new Spending(estimate, bill(context)));
        }
    }

    private @Nullable CallBill bill(ChatModelResponseContext context) {
        TokenUsage usage = context.chatResponse().tokenUsage();
        if (usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null) {
            return null;
        }
        return smeta.settle(call(context.chatRequest()), ReportedUsage.json(usage));
    }

    static Call call(ChatRequest request) {
        Call call = Call.ofRequest(RequestBody.of(request));
        return request.modelName() == null ? call : call.model(request.modelName());
    }
}
