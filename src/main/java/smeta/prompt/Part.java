package smeta.prompt;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a message. {@code pointer} is the JSON pointer (RFC 6901) of its place in the body, "" for plain text. */
public sealed interface Part {
    String pointer();

    /** Text of whatever kind, as the model reads it. */
    record Text(String pointer, String text, Kind kind) implements Part {
        /**
         * What the text is. {@link #ATTACHED} is content that some vendors or templates show to the model and others
         * don't: counted as likely, and not in the lower bound. {@link #LABEL} is a name, of a file for instance,
         * that a model rarely sees: counted in the upper bound alone.
         */
        public enum Kind {
            TEXT,
            REFUSAL,
            REASONING,
            ATTACHED,
            LABEL
        }

        public static Text of(String pointer, String text) {
            return new Text(pointer, text, Kind.TEXT);
        }
    }

    /**
     * Reasoning that the model reads and that is not in the body as text: the vendor keeps it, or it is encrypted.
     *
     * @param most how many tokens it has at most; null where nothing says it
     */
    record HiddenReasoning(String pointer, @Nullable Long most) implements Part {
        /**
         * All that was thought, encrypted, beside its summary. A token has a byte at least, and a text isn't shorter for
         * being encrypted.
         */
        public static HiddenReasoning encrypted(String pointer, long bytes) {
            return new HiddenReasoning(pointer, bytes);
        }

        /** What the vendor keeps under an id. */
        public static HiddenReasoning kept(String pointer) {
            return new HiddenReasoning(pointer, null);
        }
    }

    /** Tokens that the caller made: their number is known, their text isn't. */
    record Tokens(String pointer, long count) implements Part {}

    /**
     * An image; the size in pixels is null where it cannot be measured (a URL is never fetched).
     *
     * @param detail    how closely the model is to look, as the body spells it
     * @param minPixels DashScope's budget for this picture (area), null where none is stated
     */
    record Image(
            String pointer,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String detail,
            Origin origin,
            @Nullable Long minPixels,
            @Nullable Long maxPixels)
            implements Part {
        public Image(
                String pointer,
                @Nullable Integer width,
                @Nullable Integer height,
                @Nullable String detail,
                Origin origin) {
            this(pointer, width, height, detail, origin, null, null);
        }
    }

    /** A sound; the duration is null where it cannot be measured. */
    record Audio(String pointer, @Nullable Long millis, Origin origin) implements Part {}

    /**
     * A film, or a list of frames; what cannot be measured is null.
     *
     * @param framesPerSecond that the vendor is asked to look at, above 0 and at most 1000; not the rate of the file
     * @param frames          how many pictures the list has, null for a film
     * @param sound           whether the film has a sound track
     * @param detail          how closely the model is to look, as the body spells it
     */
    record Video(
            String pointer,
            @Nullable Long millis,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable BigDecimal framesPerSecond,
            @Nullable Integer frames,
            Origin origin,
            @Nullable Boolean sound,
            @Nullable String detail)
            implements Part {
        public Video(
                String pointer,
                @Nullable Long millis,
                @Nullable Integer width,
                @Nullable Integer height,
                @Nullable BigDecimal framesPerSecond,
                @Nullable Integer frames,
                Origin origin) {
            this(pointer, millis, width, height, framesPerSecond, frames, origin, null, null);
        }
    }

    /**
     * A PDF or another document; pages are null where they cannot be counted, text where it cannot be taken out.
     *
     * @param detail how closely the model is to look at the pages, as the body spells it
     */
    record Document(
            String pointer,
            @Nullable Integer pages,
            @Nullable String text,
            @Nullable String title,
            Origin origin,
            @Nullable String detail)
            implements Part {
        public Document(
                String pointer, @Nullable Integer pages, @Nullable String text, @Nullable String title, Origin origin) {
            this(pointer, pages, text, title, origin, null);
        }
    }

    /** A call of a tool that the assistant made; the arguments as the text that the model wrote. */
    record ToolCall(String pointer, String name, String arguments) implements Part {}

    /**
     * What a tool answered; in Chat Completions and DashScope, the content of a message of the role tool or function.
     *
     * @param name of the tool, where the dialect repeats it in the result
     */
    record ToolResult(String pointer, @Nullable String name, List<Part> content) implements Part {
        public ToolResult {
            content = List.copyOf(content);
        }
    }

    /** Where the bytes of a medium are: in the body, behind a URL, or behind an id at the vendor. */
    enum Origin {
        INLINE,
        URL,
        FILE_ID
    }
}
