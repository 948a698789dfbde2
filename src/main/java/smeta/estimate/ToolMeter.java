package smeta.estimate;

import java.util.List;
import java.util.Map;
import smeta.catalogue.Model;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.prompt.Prompt.ToolChoice.Mode;
import smeta.prompt.Tool;
import smeta.token.Text;
import smeta.token.TokenCount;

/**
 * What the definitions of tools cost. No vendor promises its rendering, so the count is always an estimate:
 * <ul>
 * <li>OpenAI: a TypeScript namespace + 9, − 4 beside a system message (which gets a line break at its end), + 1 if no
 * tool may be called, name + 4 if one must (found by hmarr/openai-chat-tokens against the API in 36 cases; it also
 * gives the cookbook's published 105 and 101).
 * <li>Qwen: JSON lines within fixed sentences of the system turn, as the open chat templates have them.
 * <li>Anthropic: the published overhead of the system prompt that comes with tools, and the definitions as JSON, which
 *     third-party measurements found to be up to twice as many tokens as an OpenAI vocabulary gives.
 * <li>others: the definitions as JSON.
 * </ul>
 */
final class ToolMeter {
    /** The least and the most of Anthropic's published table (Claude 3 Sonnet 159, Opus 4.7 804; 2026-08). */
    private static final Count UNLISTED_OVERHEAD = Count.between(159, 346, 804);

    /**
     * Tokens of Anthropic's own client tools (its pages on them, as of 2026-08; computer use with its part of the
     * system prompt). Newer versions may differ, which the bounds allow for.
     */
    private static final Map<String, Count> BUILT_IN = Map.of(
            "bash",
            Count.between(200, 245, 400),
            "text_editor",
            Count.between(500, 700, 1000),
            "computer",
            Count.between(735, 1234, 1600));

    private ToolMeter() {}

    static Item item(Request request, Model model) {
        return switch (model.framing().tools()) {
            case "typescript" -> typeScript(request, model.tokenizer());
            case "qwen" -> text(request, model.tokenizer(), "qwen-tools", request.qwenTools(), 97, 103, 5);
            case "anthropic" -> anthropic(request, model);
            default -> text(request, model.tokenizer(), "json-tools", request.jsonTools(), 50, 160, 50);
        };
    }

    private static Item typeScript(Request request, String tokenizer) {
        TokenCount text = request.counts.count(tokenizer, "typescript-tools", () -> List.of(request.typeScript()));
        var choice = request.prompt.toolChoice();
        long extra = 9 + (request.hasSystem ? lineAfterSystem(request, tokenizer) - 4 : 0);
        String how = "TypeScript rendering + 9"
                + (request.hasSystem ? " − 4, and a line break after the system message" : "");
        if (choice.mode() == Mode.NONE) {
            extra += 1;
            how += " + 1";
        } else if (choice.mode() == Mode.NAMED && choice.name() != null) {
            extra += request.counts.count(tokenizer, "tool-choice", () -> List.of(Text.of(choice.name()))).likely() + 4;
            how += " + chosen name + 4";
        }
        return item(text, extra, 95, 110, 4, how);
    }

    /**
     * What the line break costs that separates the system message from the definitions: 0 where it melts into a full
     * stop.
     */
    private static long lineAfterSystem(Request request, String tokenizer) {
        String end = request.endOfSystem();
        return request.counts.count(tokenizer, "system with line", () -> List.of(Text.of(end + "\n"))).likely()
                - request.counts.count(tokenizer, "system without line", () -> List.of(Text.of(end))).likely();
    }

    private static Item anthropic(Request request, Model model) {
        Mode mode = request.prompt.toolChoice().mode();
        Count overhead = UNLISTED_OVERHEAD;
        if (model.toolOverhead() != null) {
            overhead = Count.exact(
                    mode == Mode.REQUIRED || mode == Mode.NAMED
                            ? model.toolOverhead().any()
                            : model.toolOverhead().auto());
        }
        String how = overhead.toString();
        Count count = overhead;
        for (Tool tool : request.builtInTools()) {
            Count published = BUILT_IN.get(family(tool));
            count = count.plus(published);
            how += " + " + published + " (" + family(tool) + ")";
        }
        if (!request.functions().isEmpty()) {
            count = count.plus(text(request, model.tokenizer(), "json-tools", request.jsonTools(), 80, 200, 10)
                    .count());
            how += " + definitions as JSON";
        }
        return new Item("tools", Meter.INPUT_TOKENS, count, how);
    }

    /**
     * Whether the vendor defines the tool and the caller runs it, so that it costs what is published for it and no
     * more.
     */
    static boolean isBuiltIn(Tool tool) {
        return BUILT_IN.containsKey(family(tool));
    }

    /** {@code bash} of {@code bash_20250124}. */
    private static String family(Tool tool) {
        return tool.type().replaceFirst("_\\d{8}$", "");
    }

    private static Item text(
            Request request, String tokenizer, String what, Text text, int lowPercent, int highPercent, int slack) {
        return item(
                request.counts.count(tokenizer, what, () -> List.of(text)),
                0,
                lowPercent,
                highPercent,
                slack,
                "definitions as JSON");
    }

    private static Item item(TokenCount text, long extra, int lowPercent, int highPercent, int slack, String how) {
        long likely = Math.max(0, text.likely() + extra);
        long low = Math.min(likely, Math.max(0, (text.low() + extra) * lowPercent / 100 - slack));
        long high = Math.max(likely, ((text.high() + extra) * highPercent + 99) / 100 + slack);
        return new Item("tools", Meter.INPUT_TOKENS, Count.between(low, likely, high), how);
    }
}
