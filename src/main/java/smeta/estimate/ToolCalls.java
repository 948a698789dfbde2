package smeta.estimate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Prompt.ToolChoice;
import smeta.prompt.Prompt.ToolChoice.Mode;
import smeta.prompt.Tool;

/**
 * How often a request makes the model call tools of the vendor.
 *
 * @param forced whether it must call one of them
 * @param most   that the body allows; null if it says nothing
 */
record ToolCalls(boolean forced, @Nullable Long most) {
    /** @param tools of one kind */
    static ToolCalls of(Request request, List<Tool> tools) {
        return new ToolCalls(isForced(request, tools), mostSaid(request, tools));
    }

    private static @Nullable Long mostSaid(Request request, List<Tool> tools) {
        Long calls = request.prompt.wishes().toolCalls();
        long uses = 0;
        for (Tool tool : tools) {
            if (!tool.source().path("max_uses").canConvertToLong()) {
                return calls;
            }
            uses += tool.source().path("max_uses").longValue();
        }
        return tools.isEmpty() ? calls : least(calls, Long.valueOf(Math.max(0, uses)));
    }

    static @Nullable Long least(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(Math.min(one, other));
    }

    /** A choice of “required” forces the vendor's tool only where there is no other to call. */
    private static boolean isForced(Request request, List<Tool> tools) {
        ToolChoice choice = request.prompt.toolChoice();
        if (choice.mode() == Mode.NAMED) {
            return tools.stream()
                    .anyMatch(t -> t.name().equals(choice.name()) || t.type().equals(choice.name()));
        }
        return choice.mode() == Mode.REQUIRED
                && !tools.isEmpty()
                && tools.size() == request.prompt.tools().size();
    }
}
