package smeta.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import smeta.prompt.JsonTools;
import smeta.prompt.Part;
import smeta.prompt.Prompt;
import smeta.prompt.Tool;
import smeta.prompt.TypeScriptTools;
import smeta.token.Text;
import smeta.token.Tokenizers;

/**
 * One prompt with what was said about it, prepared once for however many models are asked. Not thread-safe: one for
 * each request of a caller.
 */
public final class Request {
    final Prompt prompt;
    final Assumptions assumptions;
    final TextCounts counts;
    final List<Segment> segments;
    final boolean hasSystem;
    final @Nullable Long givenTokens;
    private @Nullable TypeScriptTools typeScript;
    private @Nullable Text qwenTools;
    private @Nullable Text jsonTools;

    public Request(Prompt prompt, Assumptions assumptions, Tokenizers tokenizers) {
        this(prompt, assumptions, tokenizers, Deadline.NONE);
    }

    /** @param deadline past which texts are bounded instead of counted */
    public Request(Prompt prompt, Assumptions assumptions, Tokenizers tokenizers, Deadline deadline) {
        this(prompt, assumptions, tokenizers, deadline, null);
    }

    /**
     * A request of which nothing but its size is known. Nothing is added around those tokens: they are the whole
     * prompt.
     */
    public static Request ofTokens(long tokens, Assumptions assumptions, Tokenizers tokenizers) {
        return new Request(Prompt.ofText(""), assumptions, tokenizers, Deadline.NONE, tokens);
    }

    private Request(
            Prompt prompt,
            Assumptions assumptions,
            Tokenizers tokenizers,
            Deadline deadline,
            @Nullable Long givenTokens) {
        this.givenTokens = givenTokens;
        this.prompt = prompt;
        this.assumptions = assumptions;
        counts = new TextCounts(tokenizers, deadline);
        segments = Segment.of(PromptElement.of(prompt), assumptions.cache().write() == null);
        hasSystem = prompt.messages().stream()
                .anyMatch(m -> m.role().equals("system") || m.role().equals("developer"));
    }

    private Request(Request other, Assumptions assumptions) {
        prompt = other.prompt;
        this.assumptions = assumptions;
        counts = other.counts;
        segments = other.segments;
        hasSystem = other.hasSystem;
        givenTokens = other.givenTokens;
    }

    /**
     * The same prompt under other assumptions, which must not differ in what is cached; what is counted stays counted.
     */
    public Request with(Assumptions others) {
        return new Request(this, others);
    }

    /** Bytes given to tokenizers so far: a text counts once for each vocabulary. */
    public long countedBytes() {
        return counts.bytes();
    }

    /** Time spent in tokenizers so far, in nanoseconds. */
    public long countingNanos() {
        return counts.nanos();
    }

    List<Tool> functions() {
        return prompt.tools().stream().filter(Tool::isFunction).toList();
    }

    /** Tools that run at the vendor. */
    List<Tool> serverTools() {
        return prompt.tools().stream()
                .filter(t -> !t.isFunction() && !t.type().equals("custom") && !BuiltInTools.has(t))
                .toList();
    }

    /** Tools that the vendor defines and the caller runs. */
    List<Tool> builtInTools() {
        return prompt.tools().stream().filter(BuiltInTools::has).toList();
    }

    /** What the body says of tools that are no functions, beside their type: a grammar, names, settings. */
    Text otherTools(Predicate<Tool> which) {
        return Text.of(prompt.tools().stream()
                .filter(tool -> !tool.isFunction())
                .filter(which)
                .map(Request::settings)
                .filter(settings -> !settings.isContainerNode() || !settings.isEmpty())
                .map(JsonNode::toString)
                .collect(Collectors.joining("\n")));
    }

    private static JsonNode settings(Tool tool) {
        if (!(tool.source() instanceof ObjectNode whole)) {
            return tool.source();
        }
        ObjectNode settings = whole.deepCopy();
        settings.remove(List.of("type", "cache_control"));
        if (!tool.type().equals("custom") && settings.path("name").asText().matches("[\\w.-]{1,64}")) {
            settings.remove("name");
        }
        return settings;
    }

    private static String unmarked(JsonNode definition) {
        return definition.has("cache_control")
                ? ((ObjectNode) definition.deepCopy()).without("cache_control").toString()
                : definition.toString();
    }

    TypeScriptTools typeScript() {
        if (typeScript == null) {
            typeScript = TypeScriptTools.of(prompt.tools());
        }
        return typeScript;
    }

    /** The end of the first system message, which is all that a line break after it can change. */
    String endOfSystem() {
        StringBuilder all = new StringBuilder();
        prompt.messages().stream()
                .filter(m -> m.role().equals("system") || m.role().equals("developer"))
                .findFirst()
                .ifPresent(m -> m.parts().forEach(p -> all.append(p instanceof Part.Text text ? text.text() : "")));
        return all.substring(Math.max(0, all.length() - 100));
    }

    Text qwenTools() {
        if (qwenTools == null) {
            qwenTools = Text.of(JsonTools.text(prompt.tools()));
        }
        return qwenTools;
    }

    /** The caller's definitions as they stand in the body, without the marks that the model doesn't see. */
    Text jsonTools() {
        if (jsonTools == null) {
            jsonTools = Text.of(functions().stream()
                    .map(Tool::source)
                    .map(Request::unmarked)
                    .collect(Collectors.joining("\n")));
        }
        return jsonTools;
    }
}
