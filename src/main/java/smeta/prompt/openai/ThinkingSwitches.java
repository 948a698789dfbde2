package smeta.prompt.openai;

import org.jspecify.annotations.Nullable;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;

/**
 * The switches for thinking that stand in Chat Completions bodies and DashScope's parameters: OpenAI's
 * {@code reasoning_effort}, OpenRouter's {@code reasoning}, the {@code thinking} of DeepSeek and GLM, Qwen's
 * {@code enable_thinking}. The later in this list wins; a budget without a switch means on.
 */
public final class ThinkingSwitches {
    private @Nullable Boolean on;
    private @Nullable Long budget;

    private ThinkingSwitches() {}

    /** @param body the body, or where DashScope keeps what Chat Completions has at the top */
    public static void read(JsonCursor body, PromptDraft draft) {
        ThinkingSwitches switches = new ThinkingSwitches();
        switches.openAi(body);
        switches.deepSeek(body.at("thinking"));
        switches.qwen(body);
        Long budget = switches.budget;
        Boolean clears = body.at("thinking").at("clear_thinking").flag();
        draft.keepsReasoning(clears == null ? body.at("preserve_thinking").flag() : Boolean.valueOf(!clears));
        draft.thinking(switches.on == null && budget != null ? Boolean.valueOf(budget > 0) : switches.on, budget);
    }

    private void openAi(JsonCursor body) {
        JsonCursor reasoning = body.at("reasoning");
        JsonCursor effort = body.at("reasoning_effort");
        if (reasoning.present()) {
            budget = reasoning.object().at("max_tokens").whole();
            on = reasoning.at("enabled").flag();
            effort = effort.present() ? effort : reasoning.at("effort");
        }
        if (effort.present()) {
            on = !effort.text().equals("none");
        }
    }

    private void deepSeek(JsonCursor thinking) {
        if (thinking.present()) {
            on = !thinking.object().at("type").text().equals("disabled");
            budget = thinking.at("budget_tokens").whole();
        }
    }

    /** vLLM takes Qwen's switch among the arguments of the chat template. */
    private void qwen(JsonCursor body) {
        JsonCursor enabled = body.at("enable_thinking");
        enabled = enabled.present() ? enabled : body.at("chat_template_kwargs").at("enable_thinking");
        if (enabled.present()) {
            on = enabled.flag();
        }
        JsonCursor most = body.at("thinking_budget");
        if (most.present()) {
            budget = most.whole();
        }
    }
}
