package smeta.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A prompt while it is read. */
final class Draft {
    static final int MOST_REMARKS = 200;

    final Dialect dialect;
    final List<Message> messages = new ArrayList<>();
    final List<Tool> tools = new ArrayList<>();
    Prompt.ToolChoice toolChoice = Prompt.ToolChoice.AUTO;
    @Nullable String model;
    @Nullable JsonNode replySchema;
    @Nullable Long maxOutput;
    @Nullable Boolean thinking;
    @Nullable Long thinkingBudget;
    @Nullable String serviceTier;
    @Nullable String cachedContent;
    @Nullable String mediaResolution;
    int replies = 1;

    private final UnknownParts unknownParts;
    private final List<CacheMark> toolMarks = new ArrayList<>();
    private final List<CacheMark> marks = new ArrayList<>();
    private final List<Prompt.Remark> remarks = new ArrayList<>();
    private int remarksLeftOut;

    Draft(Dialect dialect, UnknownParts unknownParts) {
        this.dialect = dialect;
        this.unknownParts = unknownParts;
    }

    Prompt finished() {
        List<CacheMark> inOrder = new ArrayList<>(toolMarks);
        inOrder.addAll(marks);
        if (remarksLeftOut > 0) {
            remarks.add(new Prompt.Remark("more_remarks", "", "There are " + remarksLeftOut + " further remarks."));
        }
        return new Prompt(dialect, model, messages, tools, toolChoice, replySchema, maxOutput, thinking, thinkingBudget,
                serviceTier, inOrder, cachedContent, replies, mediaResolution, remarks);
    }

    void message(Place place, String role, List<Part> parts) {
        messages.add(new Message(place.pointer(), role, null, parts));
    }

    void remark(String code, Place place, String text) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(new Prompt.Remark(code, place.pointer(), text));
        } else {
            remarksLeftOut++;
        }
    }

    /** A part whose kind no reader knows; the message names it if its type looks like a name. */
    void unknownPart(Place place, String known) {
        Place type = place.at("type");
        String name = type.isText() ? type.text() : "";
        String found = name.matches("[A-Za-z0-9_.-]{1,40}") ? " (" + name + ")" : "";
        notMeasured(
                "unknown_part", place, "This kind of content" + found + " is not known here; known are " + known + ".");
    }

    /** Content that is part of the prompt and cannot be measured from the body. */
    void notMeasured(String code, Place place, String message) {
        refuseOrRemark(
                code,
                place,
                message,
                " It is not counted.",
                "leave it out, or send unknown_parts=note to have the rest counted");
    }

    /** A medium whose bytes are in the body and not to be read. */
    void badBase64(Place place) {
        refuseOrRemark("bad_base64", place, "The data of this medium are not base64.", " Its size is taken as unknown.",
                "encode the bytes as base64, without line breaks; or send unknown_parts=note");
    }

    private void refuseOrRemark(String code, Place place, String message, String consequence, String hint) {
        if (unknownParts == UnknownParts.FAIL) {
            throw place.unsupported(code, message, hint);
        }
        remark(code, place, message + consequence);
    }

    /** Content that the vendor adds and the body only names. */
    void unseen(Place place, String what) {
        remark(
                "unseen_context",
                place,
                "The body refers to " + what + ", whose size is not known here; it is not counted.");
    }

    void unseenIfPresent(Place place, String what) {
        if (place.present()) {
            unseen(place, what);
        }
    }

    void encrypted(Place place) {
        remark("encrypted", place, "Encrypted content has no text that could be counted; it is not counted.");
    }

    /** A tool that the vendor shows to the model only when it is searched for. */
    void deferred(Place tool) {
        if (Boolean.TRUE.equals(tool.at("defer_loading").flag())) {
            remark(
                    "deferred_tool",
                    tool,
                    "This tool is loaded when the model searches for it; it is counted as if it were loaded.");
        }
    }

    /** The reply cap; of several names, the first in the list that is present counts. */
    void cap(Place body, String... namesByRank) {
        Place counting = body.either(namesByRank[0], namesByRank);
        maxOutput = counting.whole();
        for (String name : namesByRank) {
            Place other = body.at(name);
            if (other.present()
                    && !other.pointer().equals(counting.pointer())
                    && !other.node().equals(counting.node())) {
                remark("duplicate_cap", other, "The reply is capped twice; " + counting.pointer() + " counts.");
            }
        }
    }

    void replies(Place place) {
        Long n = place.whole();
        if (n != null && (n < 1 || n > Integer.MAX_VALUE)) {
            throw place.unsupported("wrong_value", "At least one reply must be asked for.", "correct the number");
        }
        replies = n == null ? 1 : n.intValue();
    }

    /** Reads {@code cache_control} of a thing. Tools come first in a prompt, wherever the body has them. */
    void cacheControl(Place thing, boolean tool) {
        Place control = thing.at("cache_control");
        if (control.present()) {
            String ttl = control.object().at("ttl").textOr("5m");
            if (!Set.of("5m", "1h").contains(ttl)) {
                throw control.at("ttl")
                        .unsupported(
                                "wrong_value", "The lifetime of a cache entry is 5m or 1h.", "correct the lifetime");
            }
            Duration lifetime = ttl.equals("1h") ? Duration.ofHours(1) : Duration.ofMinutes(5);
            (tool ? toolMarks : marks).add(new CacheMark(thing.pointer(), lifetime));
        }
    }

    String role(Place message, Set<String> known) {
        Place role = message.at("role");
        if (!role.present()) {
            throw role.unsupported(
                    "missing_field", "Every message needs a role.", "one of " + String.join(", ", known));
        }
        String name = role.text();
        if (!known.contains(name)) {
            refuseOrRemark("unknown_role", role, "This role is not known; known are " + String.join(", ", known) + ".",
                    " The message is counted as it stands.", "correct the role, or send unknown_parts=note");
        }
        return name;
    }
}
