package smeta.estimate;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import smeta.catalogue.Model;
import smeta.price.Note;

/**
 * Sellers whose cap on a reply may not bound what a model thinks before it. Alibaba Cloud's notice of 2 November 2026
 * (alibabacloud.com/help/en/model-studio/api-compatibility-upgrade-notice) says that up to Qwen 3 {@code max_tokens}
 * covers the answer alone or thoughts and answer, by model and budget, from qwen4-max-preview on both, and {@code
 * max_completion_tokens} always both; {@code thinking_budget} cuts the thoughts off (/deep-thinking, 2026-06-18).
 * SiliconFlow's guide says that {@code max_tokens} excludes them, and that not every model keeps to the budget
 * (docs.siliconflow.com/en/userguide/capabilities/reasoning). Prompt, thoughts and reply share the context.
 */
final class ThoughtsBeside {
    private static final Set<String> KEEP_THE_BUDGET = Set.of(
            "dashscope",
            "dashscope-intl",
            "alibaba-coding-plan",
            "alibaba-coding-plan-cn",
            "alibaba-token-plan",
            "alibaba-token-plan-cn");

    private static final Set<String> OTHERS = Set.of("siliconflow", "siliconflow-cn");

    private ThoughtsBeside() {}

    static boolean may(Request request, Model model) {
        Boolean asked = request.prompt.thinking();
        boolean thinks =
                Boolean.TRUE.equals(asked) || Boolean.TRUE.equals(model.reasons()) && !Boolean.FALSE.equals(asked);
        return thinks && request.assumptions.reply().cap() == null && isBeside(request, model);
    }

    private static boolean isBeside(Request request, Model model) {
        return OTHERS.contains(model.provider())
                || KEEP_THE_BUDGET.contains(model.provider())
                        && !request.prompt.capHoldsThoughts()
                        && !model.id().startsWith("qwen4");
    }

    /**
     * The most of reply and thoughts together; empty if nothing bounds the thoughts.
     *
     * @param reply the most of the reply
     * @param room  the most that the context has room for beside the prompt
     * @param notes takes what a person should know
     */
    static OptionalLong most(Request request, Model model, long reply, OptionalLong room, List<Note> notes) {
        Long budget = KEEP_THE_BUDGET.contains(model.provider()) ? request.prompt.thinkingBudget() : null;
        if (budget == null && room.isEmpty()) {
            notes.add(new Note(
                    "thoughts_not_bounded",
                    "The seller's cap on a reply may not bound what the model thinks before it, and nothing else does:"
                            + " the upper bound covers the reply alone. A budget for the thoughts bounds them."));
            return OptionalLong.empty();
        }
        long all = budget == null ? room.getAsLong() : Math.addExact(reply, budget);
        long most = Math.min(all, room.orElse(Long.MAX_VALUE));
        notes.add(new Note(
                        "thoughts_beside_cap",
                        "The seller's cap on a reply may not bound what the model thinks before it: the upper bound has"
                                + " {most} tokens of both, by the budget for the thoughts or what the context has room for.")
                .with("most", most));
        return OptionalLong.of(most);
    }
}
