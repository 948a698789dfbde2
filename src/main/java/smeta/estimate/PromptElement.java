package smeta.estimate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.prompt.CacheMark;
import smeta.prompt.Dialect;
import smeta.prompt.Message;
import smeta.prompt.Part;
import smeta.prompt.Prompt;
import smeta.token.Text;

/** A prompt as a sequence of what is counted, in the order in which the model reads it. */
sealed interface PromptElement {
    /** Something that is tokenized as text. {@code pointer} is its place in the body. */
    record Words(String pointer, Text text, Presence presence) implements PromptElement {
        Words(String pointer, Text text) {
            this(pointer, text, Presence.CERTAIN);
        }
    }

    /** How sure it is that a text is in the prompt that the model reads. */
    enum Presence {
        CERTAIN,
        /** Some vendors show it to the model. */
        LIKELY,
        /** A name that is hardly ever shown. */
        RARE,
        /** What the model thought before the user's last message; by the vendor's rule. */
        EARLIER_REASONING
    }

    /**
     * Reasoning that has no text in the body.
     *
     * @param most tokens of it, null where that is not known
     */
    record Hidden(String pointer, @Nullable Long most, Presence presence) implements PromptElement {}

    /** A message begins. */
    record Turn(Text role, @Nullable Text name) implements PromptElement {}

    /** A call of a tool in the conversation; its name and arguments are words of their own. */
    record Call() implements PromptElement {}

    record Image(String name, Part.Image image) implements PromptElement {}

    record Audio(String name, Part.Audio audio, boolean fromAssistant) implements PromptElement {}

    record Video(String name, Part.Video video) implements PromptElement {}

    record Document(String name, Part.Document document) implements PromptElement {}

    /** The definitions of the tools. */
    record Tools() implements PromptElement {}

    /** Tokens that the caller made. */
    record Ids(long count) implements PromptElement {}

    /** What follows is a prompt of its own. */
    record End() implements PromptElement {}

    /** Everything up to here is to be written to the cache. */
    record Mark(Duration lifetime) implements PromptElement {}

    static List<PromptElement> of(Prompt prompt) {
        return new Flattening(prompt).pieces();
    }

    /** Walks a prompt once. */
    final class Flattening {
        private final Prompt prompt;
        private final CacheMarks marks;
        private final List<PromptElement> pieces = new ArrayList<>();
        private int images;
        private int sounds;
        private int films;
        private int papers;
        private boolean earlier;

        Flattening(Prompt prompt) {
            this.prompt = prompt;
            marks = new CacheMarks(prompt.cacheMarks());
        }

        List<PromptElement> pieces() {
            if (!prompt.tools().isEmpty()) {
                pieces.add(new Tools());
                prompt.tools().forEach(tool -> mark(marks.at(tool.pointer())));
            }
            int last = lastQuestion();
            for (int i = 0; i < prompt.messages().size(); i++) {
                Message message = prompt.messages().get(i);
                earlier = i < last;
                pieces.add(new Turn(Text.of(message.role()), message.name() == null ? null : Text.of(message.name())));
                parts(
                        message.parts(),
                        message.role().equals("assistant") || message.role().equals("model"));
                mark(marks.within(message.pointer()));
                if (prompt.dialect().task().takesEachInputAlone()) {
                    pieces.add(new End());
                }
            }
            mark(marks.within(""));
            return pieces;
        }

        /** The last message in which the user says something: results of tools belong to the turn before. */
        private int lastQuestion() {
            for (int i = prompt.messages().size() - 1; i >= 0; i--) {
                Message message = prompt.messages().get(i);
                if (message.role().equals("user")
                        && !message.parts().stream().allMatch(Part.ToolResult.class::isInstance)) {
                    return i;
                }
            }
            return 0;
        }

        private void parts(List<Part> parts, boolean assistant) {
            for (int i = 0; i < parts.size(); i++) {
                add(parts.get(i), assistant);
                mark(marks.endingWith(
                        parts.get(i).pointer(),
                        i + 1 < parts.size() ? parts.get(i + 1).pointer() : null));
            }
        }

        private void add(Part part, boolean assistant) {
            if (part instanceof Part.Text text) {
                pieces.add(new Words(text.pointer(), Text.of(text.text()), presence(text.kind())));
            } else if (part instanceof Part.HiddenReasoning hidden) {
                pieces.add(new Hidden(hidden.pointer(), hidden.most(), presence(Part.Text.Kind.REASONING)));
            } else if (part instanceof Part.Tokens tokens) {
                pieces.add(new Ids(tokens.count()));
            } else if (part instanceof Part.Image image) {
                pieces.add(new Image("image[" + images++ + "]", image));
            } else if (part instanceof Part.Audio audio) {
                pieces.add(new Audio("audio[" + sounds++ + "]", audio, assistant));
            } else if (part instanceof Part.Video video) {
                pieces.add(new Video("video[" + films++ + "]", video));
            } else if (part instanceof Part.Document document) {
                pieces.add(new Document("document[" + papers++ + "]", document));
                if (document.title() != null) {
                    pieces.add(new Words(
                            document.pointer(),
                            Text.of(document.title()),
                            prompt.dialect() == Dialect.ANTHROPIC ? Presence.CERTAIN : Presence.RARE));
                }
            } else if (part instanceof Part.ToolCall call) {
                pieces.add(new Call());
                pieces.add(new Words(call.pointer(), Text.of(call.name())));
                pieces.add(new Words(call.pointer(), Text.of(call.arguments())));
            } else if (part instanceof Part.ToolResult result) {
                if (result.name() != null) {
                    pieces.add(new Words(result.pointer(), Text.of(result.name()), Presence.RARE));
                }
                parts(result.content(), assistant);
            }
        }

        private Presence presence(Part.Text.Kind kind) {
            return switch (kind) {
                case TEXT, REFUSAL -> Presence.CERTAIN;
                case ATTACHED -> Presence.LIKELY;
                case LABEL -> Presence.RARE;
                case REASONING -> earlier ? Presence.EARLIER_REASONING : Presence.CERTAIN;
            };
        }

        private void mark(List<CacheMark> taken) {
            taken.forEach(mark -> pieces.add(new Mark(mark.lifetime())));
        }
    }
}
