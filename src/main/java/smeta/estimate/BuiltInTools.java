package smeta.estimate;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smeta.meter.Count;
import smeta.prompt.Tool;

/**
 * Tools that the vendor defines and the caller runs: they cost what is published or was measured for them. Newer
 * versions may differ, which the bounds allow for.
 */
final class BuiltInTools {
    /**
     * Anthropic: its pages on each tool, as of 2026-08, computer use with its part of the system prompt. OpenAI's
     * computer_use_preview: 990 tokens by the usage that the API reported.
     */
    private static final Map<String, Count> TOKENS = Map.of(
            "bash", Count.between(200, 245, 400),
            "text_editor", Count.between(500, 700, 1000),
            "computer", Count.between(735, 1234, 1600),
            "computer_use_preview", Count.between(900, 990, 1100));

    /** Their definitions are the vendor's, and nobody has published how long they are. */
    private static final Set<String> UNPUBLISHED =
            Set.of("memory", "local_shell", "shell", "apply_patch", "computer_toolset", "browser_toolset");

    private BuiltInTools() {}

    static boolean has(Tool tool) {
        return TOKENS.containsKey(family(tool)) || UNPUBLISHED.contains(family(tool));
    }

    /** Empty if nobody has published or measured it. */
    static Optional<Count> tokens(Tool tool) {
        return tool.type().equals("computer") ? Optional.empty() : Optional.ofNullable(TOKENS.get(family(tool)));
    }

    /** {@code bash} of {@code bash_20250124}. */
    static String family(Tool tool) {
        return tool.type().replaceFirst("_\\d{8}$", "");
    }
}
