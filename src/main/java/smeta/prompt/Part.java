package smeta.prompt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a message. {@code pointer} is the JSON pointer (RFC 6901) of its place in the body, "" for plain text. */
public sealed interface Part {
    String pointer();

    /** Text of whatever kind, as the model reads it. */
    record Text(String pointer, String text, Kind kind) implements Part {
        public enum Kind { TEXT, REFUSAL, REASONING }

        public static Text of(String pointer, String text) {
            return new Text(pointer, text, Kind.TEXT);
        }
    }

    /** An image; the size in pixels is null where it cannot be measured (a URL is never fetched). */
    record Image(String pointer, @Nullable Integer width, @Nullable Integer height, @Nullable String detail, Origin origin)
            implements Part {}

    /** A sound; the duration is null where it cannot be measured. */
    record Audio(String pointer, @Nullable Long millis, Origin origin) implements Part {}

    /** A film, or a list of frames; what cannot be measured is null. */
    record Video(String pointer, @Nullable Long millis, @Nullable Integer width, @Nullable Integer height,
                 java.math.@Nullable BigDecimal framesPerSecond, @Nullable Integer frames, Origin origin) implements Part {}

    /** A PDF or another document; pages are null where they cannot be counted, text where it cannot be taken out. */
    record Document(String pointer, @Nullable Integer pages, @Nullable String text, @Nullable String title, Origin origin)
            implements Part {}

    /** A call of a tool that the assistant made; the arguments as the text that the model wrote. */
    record ToolCall(String pointer, String name, String arguments) implements Part {}

    /** What a tool answered. */
    record ToolResult(String pointer, @Nullable String name, List<Part> content) implements Part {
        public ToolResult {
            content = List.copyOf(content);
        }
    }

    /** Where the bytes of a medium are: in the body, behind a URL, or behind an id at the vendor. */
    enum Origin { INLINE, URL, FILE_ID }
}
