package smeta.prompt;

/**
 * The switches for thinking that stand in Chat Completions bodies and DashScope's parameters: OpenAI's
 * {@code reasoning_effort}, OpenRouter's {@code reasoning}, the {@code thinking} of DeepSeek and GLM, Qwen's
 * {@code enable_thinking}. The later in this list wins; a budget without a switch means on.
 */
final class OpenAiThinking {
    private OpenAiThinking() {}

    static void read(Place body, Draft draft) {
        Place reasoning = body.at("reasoning");
        Place effort = body.at("reasoning_effort");
        if (reasoning.present()) {
            draft.thinkingBudget = reasoning.object().at("max_tokens").whole();
            draft.thinking = reasoning.at("enabled").flag();
            effort = effort.present() ? effort : reasoning.at("effort");
        }
        if (effort.present()) {
            draft.thinking = !effort.text().equals("none");
        }
        Place thinking = body.at("thinking");
        if (thinking.present()) {
            draft.thinking = !thinking.object().at("type").text().equals("disabled");
            draft.thinkingBudget = thinking.at("budget_tokens").whole();
        }
        qwen(body, draft);
        if (draft.thinking == null && draft.thinkingBudget != null) {
            draft.thinking = draft.thinkingBudget > 0;
        }
    }

    /** vLLM takes Qwen's switch among the arguments of the chat template. */
    private static void qwen(Place body, Draft draft) {
        Place enabled = body.at("enable_thinking");
        enabled = enabled.present() ? enabled : body.at("chat_template_kwargs").at("enable_thinking");
        if (enabled.present()) {
            draft.thinking = enabled.flag();
        }
        Place budget = body.at("thinking_budget");
        if (budget.present()) {
            draft.thinkingBudget = budget.whole();
        }
    }
}
