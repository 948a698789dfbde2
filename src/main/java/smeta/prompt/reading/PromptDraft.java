package smeta.prompt.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Dialect;
import smeta.prompt.Message;
import smeta.prompt.Part;
import smeta.prompt.Prompt;
import smeta.prompt.ReplyWishes;
import smeta.prompt.Tool;
import smeta.prompt.UnknownParts;

/** A prompt while it is read: what the readers of all dialects fill in. What each value means, {@link Prompt} says. */
public final class PromptDraft {
    private final Dialect dialect;
    private final Remarks remarks;
    private final List<Message> messages = new ArrayList<>();
    private final List<Tool> tools = new ArrayList<>();
    private final CacheDraft cache = new CacheDraft();
    private Prompt.ToolChoice toolChoice = Prompt.ToolChoice.AUTO;
    private @Nullable String model;
    private @Nullable JsonNode replySchema;
    private @Nullable Long maxOutput;
    private @Nullable Boolean thinking;
    private @Nullable String effort;
    private @Nullable Long thinkingBudget;
    private boolean capHoldsThoughts;
    private @Nullable Boolean keepsReasoning;
    private @Nullable String serviceTier;
    private @Nullable String place;
    private @Nullable String cachedContent;
    private @Nullable String mediaResolution;
    private int replies = 1;
    private ReplyWishes wishes = ReplyWishes.NONE;
    private @Nullable Long summaryFrom;

    public PromptDraft(Dialect dialect, UnknownParts unknownParts) {
        this.dialect = dialect;
        this.remarks = new Remarks(unknownParts);
    }

    public Prompt finished() {
        return new Prompt(
                dialect,
                model,
                messages,
                tools,
                toolChoice,
                replySchema,
                maxOutput,
                capHoldsThoughts,
                thinking,
                effort,
                thinkingBudget,
                keepsReasoning,
                serviceTier,
                place,
                cache.marks(),
                cache.options(),
                cachedContent,
                replies,
                mediaResolution,
                wishes,
                summaryFrom,
                remarks.finished());
    }

    public Remarks remarks() {
        return remarks;
    }

    /** What the body says of the vendor's cache. */
    public CacheDraft cache() {
        return cache;
    }

    public void model(@Nullable String name) {
        model = name;
    }

    public void message(JsonCursor place, String role, List<Part> parts) {
        message(place, role, null, parts);
    }

    public void message(JsonCursor place, String role, @Nullable String name, List<Part> parts) {
        messages.add(new Message(place.pointer(), role, name, parts));
        if (role.equals("system")) {
            files(place, parts);
        }
    }

    /** Qwen-Long reads files that a system message names: help.aliyun.com/zh/model-studio/long-context-qwen-long. */
    private void files(JsonCursor place, List<Part> parts) {
        for (Part part : parts) {
            if (part instanceof Part.Text text && text.text().contains("fileid://")) {
                remarks.add(
                        "unseen_context",
                        place,
                        "The message names files that the vendor keeps, whose size is not known here; they are not"
                                + " counted.");
            }
        }
    }

    public void tool(Tool tool) {
        tools.add(tool);
    }

    public void toolChoice(Prompt.ToolChoice choice) {
        toolChoice = choice;
    }

    public void replySchema(@Nullable JsonNode schema) {
        replySchema = schema;
    }

    /**
     * The schema of a format, and what the format is for: OpenAI's model reads that too (harmony, docs/format.md, has it
     * in the line above the schema).
     *
     * @param description may be missing
     */
    public void replySchema(JsonCursor schema, JsonCursor description) {
        JsonNode read = schema.plain();
        replySchema = description.present()
                ? JsonNodeFactory.instance
                        .objectNode()
                        .put("description", description.text())
                        .set("schema", read)
                : read;
    }

    public void thinking(@Nullable Boolean on, @Nullable Long budget) {
        thinking = on;
        thinkingBudget = budget;
    }

    public void effort(@Nullable String word) {
        effort = word;
    }

    public void keepsReasoning(@Nullable Boolean keeps) {
        keepsReasoning = keeps;
    }

    public void serviceTier(@Nullable String tier) {
        serviceTier = tier;
    }

    public void place(@Nullable String name) {
        place = name;
    }

    public void cachedContent(@Nullable String name) {
        cachedContent = name;
    }

    public void mediaResolution(@Nullable String resolution) {
        mediaResolution = resolution;
    }

    public void wishes(ReplyWishes said) {
        wishes = said;
    }

    /** Before a prompt of so many tokens the vendor writes a summary; of several such wishes the first to hold counts. */
    public void summaryFrom(long tokens) {
        summaryFrom = summaryFrom == null ? tokens : Math.min(summaryFrom, tokens);
    }

    /** The reply cap; of several that differ the largest counts, as servers differ on which of them they look at. */
    public void cap(JsonCursor body, String... names) {
        cap(Stream.of(names).map(body::at).toArray(JsonCursor[]::new));
    }

    /** The same of places that are not in one object. */
    public void cap(JsonCursor... places) {
        JsonCursor counting = places[0];
        for (JsonCursor other : places) {
            Long least = counting.whole();
            Long most = other.whole();
            if (least == null) {
                counting = other;
            } else if (most != null && !most.equals(least)) {
                JsonCursor smaller = most > least ? counting : other;
                counting = most > least ? other : counting;
                remarks.add("duplicate_cap", smaller, "The reply is capped twice; " + counting.pointer() + " counts.");
            }
        }
        maxOutput = counting.whole();
        capHoldsThoughts = maxOutput != null && counting.pointer().endsWith("/max_completion_tokens");
    }

    /** The reply cap where no name of it stands in the body as a number. */
    public void maxOutput(@Nullable Long tokens) {
        maxOutput = tokens;
    }

    /** How many replies are asked for; one if the place is empty. */
    public void replies(JsonCursor place) {
        replies(place, 1);
    }

    /** The same, for each of so many prompts. */
    public void replies(JsonCursor place, int prompts) {
        Long n = place.wholeOrText();
        if (n != null && (n < 1 || n > Integer.MAX_VALUE / Math.max(1, prompts))) {
            throw place.unsupported("wrong_value", "At least one reply must be asked for.", "correct the number");
        }
        replies = prompts * (n == null ? 1 : n.intValue());
    }

    /** The role of a message; one that is not among the known ones is refused, unless it is to be noted. */
    public String role(JsonCursor message, Set<String> known) {
        JsonCursor role = message.at("role");
        if (!role.present()) {
            throw role.unsupported(
                    "missing_field", "Every message needs a role.", "one of " + String.join(", ", known));
        }
        String name = role.text();
        if (!known.contains(name)) {
            remarks.refuseOrAdd(
                    "unknown_role",
                    role,
                    "This role is not known; known are " + String.join(", ", known) + ".",
                    " The message is counted as it stands.",
                    "correct the role, or send unknown_parts=note");
        }
        return name;
    }
}
