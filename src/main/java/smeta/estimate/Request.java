package smeta.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import smeta.prompt.JsonTools;
import smeta.prompt.Prompt;
import smeta.prompt.Tool;
import smeta.prompt.TypeScriptTools;
import smeta.token.Text;
import smeta.token.Tokenizers;

/**
 * One prompt with what was said about it, prepared once for however many models are asked. Not thread-safe: one for each
 * request of a caller.
 */
public final class Request {
    final Prompt prompt;
    final Assumptions assumptions;
    final TextCounts counts;
    final List<Segment> segments;
    final boolean hasSystem;
    private @Nullable Text typeScript;
    private @Nullable Text qwenTools;
    private @Nullable Text jsonTools;

    public Request(Prompt prompt, Assumptions assumptions, Tokenizers tokenizers) {
        this(prompt, assumptions, tokenizers, Deadline.NONE);
    }

    /** @param deadline past which texts are bounded instead of counted */
    public Request(Prompt prompt, Assumptions assumptions, Tokenizers tokenizers, Deadline deadline) {
        this.prompt = prompt;
        this.assumptions = assumptions;
        counts = new TextCounts(tokenizers, deadline);
        segments = Segment.of(Piece.of(prompt), assumptions.cached() == null && assumptions.cacheWrite() == null);
        hasSystem = prompt.messages().stream().anyMatch(m -> m.role().equals("system") || m.role().equals("developer"));
    }

    private Request(Request other, Assumptions assumptions) {
        prompt = other.prompt;
        this.assumptions = assumptions;
        counts = other.counts;
        segments = other.segments;
        hasSystem = other.hasSystem;
    }

    /** The same prompt under other assumptions, which must not differ in what is cached; what is counted stays counted. */
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

    List<Tool> serverTools() {
        return prompt.tools().stream().filter(t -> !t.isFunction()).toList();
    }

    Text typeScript() {
        if (typeScript == null) {
            typeScript = Text.of(TypeScriptTools.text(prompt.tools()) + (hasSystem ? "\n" : ""));
        }
        return typeScript;
    }

    Text qwenTools() {
        if (qwenTools == null) {
            qwenTools = Text.of(JsonTools.text(prompt.tools()));
        }
        return qwenTools;
    }

    /** The definitions as they stand in the body. */
    Text jsonTools() {
        if (jsonTools == null) {
            jsonTools = Text.of(prompt.tools().stream().map(Tool::source).map(JsonNode::toString).collect(Collectors.joining("\n")));
        }
        return jsonTools;
    }
}
