package smeta.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.prompt.Prompt.ToolChoice.Mode;
import smeta.prompt.Tool;
import smeta.prompt.TypeScriptTools;
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

    private ToolMeter() {}

    /**
     * Definitions of functions, of tools that the vendor defines and the caller runs, and what the body says of others;
     * null if there is nothing to count.
     */
    static @Nullable Item item(Request request, Model model) {
        List<Item> items = new ArrayList<>();
        boolean overhead = model.framing().tools().equals("anthropic")
                && !request.builtInTools().isEmpty();
        if (!request.functions().isEmpty() || overhead) {
            items.add(functions(request, model));
        }
        for (Tool tool : request.builtInTools()) {
            BuiltInTools.tokens(tool)
                    .ifPresent(count -> items.add(new Item(
                            "tools", Meter.INPUT_TOKENS, count, count + " (" + BuiltInTools.family(tool) + ")")));
        }
        Predicate<Tool> own = tool -> tool.type().equals("custom");
        TokenCount grammars = others(request, model, "custom-tools", own);
        if (grammars.high() > 0) {
            items.add(item(grammars, 0, 50, 160, 20, "custom tools as JSON"));
        }
        TokenCount settings = others(request, model, "other-tools", own.negate());
        if (settings.high() > 0) {
            items.add(new Item(
                    "tools",
                    Meter.INPUT_TOKENS,
                    Count.between(0, 0, settings.high()),
                    "0…" + settings.high() + " for what the body says of other tools"));
        }
        return items.isEmpty()
                ? null
                : new Item(
                        "tools",
                        Meter.INPUT_TOKENS,
                        items.stream().map(Item::count).reduce(Count.ZERO, Count::plus),
                        items.stream().map(Item::how).collect(Collectors.joining(" + ")));
    }

    private static TokenCount others(Request request, Model model, String what, Predicate<Tool> which) {
        Text text = request.otherTools(which);
        return text.value().isEmpty()
                ? TokenCount.ZERO
                : request.counts.count(model.tokenizer(), what, () -> List.of(text));
    }

    private static Item functions(Request request, Model model) {
        return switch (model.framing().tools()) {
            case "typescript" -> typeScript(request, model.tokenizer());
            case "qwen" -> text(request, model.tokenizer(), "qwen-tools", request.qwenTools(), 97, 103, 5);
            case "anthropic" -> anthropic(request, model);
            default -> text(request, model.tokenizer(), "json-tools", request.jsonTools(), 50, 160, 50);
        };
    }

    private static Item typeScript(Request request, String tokenizer) {
        TypeScriptTools rendered = request.typeScript();
        TokenCount text = typeScript(request, tokenizer, "typescript-tools", rendered.text());
        boolean deeper = !rendered.measured().equals(rendered.text());
        TokenCount least = deeper ? typeScript(request, tokenizer, "typescript-2023", rendered.measured()) : text;
        TokenCount rest = rendered.unrendered().isEmpty()
                ? TokenCount.ZERO
                : typeScript(request, tokenizer, "typescript-rest", rendered.unrendered());
        var choice = request.prompt.toolChoice();
        String name = choice.name();
        long extra = 9 + (request.hasSystem ? lineAfterSystem(request, tokenizer) - 4 : 0);
        String how = "TypeScript rendering + 9"
                + (request.hasSystem ? " − 4, and a line break after the system message" : "");
        if (choice.mode() == Mode.NONE) {
            extra += 1;
            how += " + 1";
        } else if (choice.mode() == Mode.NAMED && name != null) {
            extra += request.counts
                            .count(tokenizer, "tool-choice", () -> List.of(Text.of(name)))
                            .likely()
                    + 4;
            how += " + chosen name + 4";
        }
        Count likely = item(text, extra, 95, 110, 4, how).count();
        Count low = item(least, extra, 95, 110, 4, how).count();
        return new Item(
                "tools",
                Meter.INPUT_TOKENS,
                Count.between(Math.min(low.low(), likely.low()), likely.likely(), likely.high() + rest.high()),
                how);
    }

    private static TokenCount typeScript(Request request, String tokenizer, String what, String text) {
        return request.counts.count(tokenizer, what, () -> List.of(Text.of(text)));
    }

    /**
     * What the line break costs that separates the system message from the definitions: 0 where it melts into a full
     * stop.
     */
    private static long lineAfterSystem(Request request, String tokenizer) {
        String end = request.endOfSystem();
        return request.counts
                        .count(tokenizer, "system with line", () -> List.of(Text.of(end + "\n")))
                        .likely()
                - request.counts
                        .count(tokenizer, "system without line", () -> List.of(Text.of(end)))
                        .likely();
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
        if (!request.functions().isEmpty()) {
            count = count.plus(text(request, model.tokenizer(), "json-tools", request.jsonTools(), 80, 200, 10)
                    .count());
            how += " + definitions as JSON";
        }
        return new Item("tools", Meter.INPUT_TOKENS, count, how);
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
