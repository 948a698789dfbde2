package smeta.estimate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.prompt.CacheMark;
import smeta.prompt.Message;
import smeta.prompt.Part;
import smeta.prompt.Prompt;
import smeta.token.Text;

/** A prompt as a sequence of what is counted, in the order in which the model reads it. */
sealed interface Piece {
    /** Something that is tokenized as text. {@code pointer} is its place in the body. */
    record Words(String pointer, Text text) implements Piece {}

    /** A message begins. */
    record Turn(Text role, @Nullable Text name) implements Piece {}

    /** A call of a tool in the conversation; its name and arguments are words of their own. */
    record Call() implements Piece {}

    record Picture(String name, Part.Image image) implements Piece {}

    record Sound(String name, Part.Audio audio, boolean fromAssistant) implements Piece {}

    record Film(String name, Part.Video video) implements Piece {}

    record Paper(String name, Part.Document document) implements Piece {}

    /** The definitions of the tools. */
    record Tools() implements Piece {}

    /** Everything up to here is to be written to the cache. */
    record Mark(Duration lifetime) implements Piece {}

    static List<Piece> of(Prompt prompt) {
        return new Flattening(prompt).pieces();
    }

    /** Walks a prompt once. */
    final class Flattening {
        private final Prompt prompt;
        private final List<Piece> pieces = new ArrayList<>();
        private int images;
        private int sounds;
        private int films;
        private int papers;

        Flattening(Prompt prompt) {
            this.prompt = prompt;
        }

        List<Piece> pieces() {
            if (!prompt.tools().isEmpty()) {
                pieces.add(new Tools());
                prompt.tools().forEach(tool -> mark(tool.pointer()));
            }
            for (Message message : prompt.messages()) {
                pieces.add(new Turn(Text.of(message.role()), message.name() == null ? null : Text.of(message.name())));
                message.parts().forEach(part -> add(part, message.role().equals("assistant") || message.role().equals("model")));
                mark(message.pointer());
            }
            mark("");
            return pieces;
        }

        private void add(Part part, boolean assistant) {
            if (part instanceof Part.Text text) {
                pieces.add(new Words(text.pointer(), Text.of(text.text())));
            } else if (part instanceof Part.Image image) {
                pieces.add(new Picture("image[" + images++ + "]", image));
            } else if (part instanceof Part.Audio audio) {
                pieces.add(new Sound("audio[" + sounds++ + "]", audio, assistant));
            } else if (part instanceof Part.Video video) {
                pieces.add(new Film("video[" + films++ + "]", video));
            } else if (part instanceof Part.Document document) {
                pieces.add(new Paper("document[" + papers++ + "]", document));
            } else if (part instanceof Part.ToolCall call) {
                pieces.add(new Call());
                pieces.add(new Words(call.pointer(), Text.of(call.name())));
                pieces.add(new Words(call.pointer(), Text.of(call.arguments())));
            } else if (part instanceof Part.ToolResult result) {
                result.content().forEach(inner -> add(inner, assistant));
            }
            mark(part.pointer());
        }

        private void mark(String pointer) {
            for (CacheMark mark : prompt.cacheMarks()) {
                if (mark.pointer().equals(pointer) && !pieces.isEmpty()) {
                    pieces.add(new Mark(mark.lifetime()));
                }
            }
        }
    }
}
