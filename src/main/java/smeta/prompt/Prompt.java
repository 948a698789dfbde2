package smeta.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be sent. Immutable; holds the text of the prompt, so it is never logged and never stored.
 *
 * @param model            the model that the body names
 * @param maxOutput        the cap on the reply in tokens, under whatever name the dialect has for it
 * @param thinking         true or false if the body switches thinking on or off, null if it says nothing
 * @param effort           the body's word for how hard to think: low, medium, high
 * @param capHoldsThoughts whether that cap is called max_completion_tokens, which bounds thoughts too wherever it is taken
 * @param thinkingBudget   the cap on thinking tokens
 * @param keepsReasoning   true or false if the body asks for the reasoning of earlier turns to stay in the prompt or to
 *                         be dropped, null if it says nothing
 * @param replySchema      a schema that the reply must follow; it is part of the prompt
 * @param serviceTier      as the body spells it: auto, default, flex, priority, batch, fast
 * @param place            where the body asks to be served, as it spells it: us, eu, global
 * @param cacheMarks       what the body asks the provider to write to its cache
 * @param cacheOptions     what it says of that cache besides
 * @param cachedContent    a name of content that is already in the provider's cache (its size is not known here)
 * @param replies          how many replies are asked for (n, candidateCount); 1 if the body says nothing
 * @param mediaResolution  how closely media are to be looked at, as the body spells it: {@code MEDIA_RESOLUTION_LOW},
 *                         {@code vl_high_resolution_images}
 * @param wishes           what the reply is to be made of
 * @param summaryFrom      from how many tokens of the prompt the vendor first writes a summary of it, which is a call of
 *                         its own; null where it doesn't
 * @param remarks          what a person should know about how the body was read
 */
public record Prompt(
        Dialect dialect,
        @Nullable String model,
        List<Message> messages,
        List<Tool> tools,
        ToolChoice toolChoice,
        @Nullable JsonNode replySchema,
        @Nullable Long maxOutput,
        boolean capHoldsThoughts,
        @Nullable Boolean thinking,
        @Nullable String effort,
        @Nullable Long thinkingBudget,
        @Nullable Boolean keepsReasoning,
        @Nullable String serviceTier,
        @Nullable String place,
        List<CacheMark> cacheMarks,
        CacheOptions cacheOptions,
        @Nullable String cachedContent,
        int replies,
        @Nullable String mediaResolution,
        ReplyWishes wishes,
        @Nullable Long summaryFrom,
        List<Remark> remarks) {
    public Prompt {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        cacheMarks = List.copyOf(cacheMarks);
        remarks = List.copyOf(remarks);
    }

    /** One user message of plain text. */
    public static Prompt ofText(String text) {
        return new Prompt(
                Dialect.PLAIN,
                null,
                List.of(new Message("", "user", null, List.of(Part.Text.of("", text)))),
                List.of(),
                ToolChoice.AUTO,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                CacheOptions.NONE,
                null,
                1,
                null,
                ReplyWishes.NONE,
                null,
                List.of());
    }

    /** Whether the model must, may or must not call a tool. */
    public record ToolChoice(Mode mode, @Nullable String name) {
        public static final ToolChoice AUTO = new ToolChoice(Mode.AUTO, null);

        public enum Mode {
            AUTO,
            NONE,
            REQUIRED,
            NAMED
        }
    }

    /**
     * A note on the reading, with a stable code. Not counted: {@code unknown_part}, {@code unseen_context}, {@code
     * unread_member}, {@code vendor_text}, {@code fallback_model}, {@code other_price}, {@code encrypted}. Counted with wide bounds: {@code unmeasured}, {@code
     * bad_base64}, {@code text_incomplete}. Otherwise of interest: {@code unknown_role}, {@code wrong_mime}, {@code
     * duplicate_cap}, {@code unread_option}, {@code allowed_tools}, {@code deferred_tool}, {@code
     * more_remarks}.
     */
    public record Remark(String code, String pointer, String text) {
        private static final Set<String> NOT_COUNTED = Set.of(
                "unseen_context",
                "unread_member",
                "unknown_part",
                "encrypted",
                "text_incomplete",
                "vendor_text",
                "fallback_model",
                "other_price");

        /** Whether it is on content that is in the prompt and not in the count, or not whole. */
        public boolean opens() {
            return opens(code);
        }

        /** The same of any remark with that code. */
        public static boolean opens(String code) {
            return NOT_COUNTED.contains(code);
        }
    }
}
