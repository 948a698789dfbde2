package smeta.prompt;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A prompt as text, part by part, for comparison with a golden file; what says nothing is left out. */
final class Listing {
    private final StringBuilder out = new StringBuilder();

    static String of(Prompt prompt) {
        Listing listing = new Listing();
        listing.prompt(prompt);
        return listing.out.toString();
    }

    private void prompt(Prompt p) {
        line("dialect", p.dialect().wireName());
        line("model", p.model());
        for (Message message : p.messages()) {
            out.append(message.pointer())
                    .append(' ')
                    .append(message.role())
                    .append(message.name() == null ? "" : " name=" + message.name())
                    .append('\n');
            parts(message.parts(), "  ");
        }
        for (Tool tool : p.tools()) {
            out.append("tool ")
                    .append(tool.pointer())
                    .append(' ')
                    .append(tool.type())
                    .append(' ')
                    .append(tool.name())
                    .append(tool.description() == null ? "" : " " + quoted(tool.description()))
                    .append(tool.schema() == null ? "" : " " + tool.schema())
                    .append('\n');
        }
        if (p.toolChoice().mode() != Prompt.ToolChoice.Mode.AUTO) {
            line(
                    "tool choice",
                    p.toolChoice().mode()
                            + (p.toolChoice().name() == null
                                    ? ""
                                    : " " + p.toolChoice().name()));
        }
        line("reply schema", p.replySchema());
        line("cap", p.maxOutput());
        line("thinking", p.thinking());
        line("thinking budget", p.thinkingBudget());
        line("service tier", p.serviceTier());
        line("cached content", p.cachedContent());
        line("media resolution", p.mediaResolution());
        line("replies", p.replies() == 1 ? null : p.replies());
        line("wishes", p.wishes().equals(ReplyWishes.NONE) ? null : wishes(p.wishes()));
        p.cacheMarks().forEach(mark -> line("cache", mark.pointer() + " " + mark.lifetime()));
        p.remarks().forEach(remark -> line("remark", remark.code() + " " + remark.pointer()));
    }

    private static String wishes(ReplyWishes w) {
        return Stream.of(
                        w.media(),
                        w.picture().size(),
                        w.picture().quality(),
                        w.seconds() == null ? null : w.seconds() + " s",
                        w.searchDepth(),
                        w.toolCalls() == null ? null : w.toolCalls() + " calls",
                        w.prediction() == null ? null : "prediction " + quoted(w.prediction()))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    private void parts(List<Part> parts, String indent) {
        for (Part part : parts) {
            out.append(indent)
                    .append(part.pointer())
                    .append(' ')
                    .append(described(part))
                    .append('\n');
            if (part instanceof Part.ToolResult result) {
                parts(result.content(), indent + "  ");
            }
        }
    }

    private static String described(Part part) {
        if (part instanceof Part.Text t) {
            return t.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + quoted(t.text());
        } else if (part instanceof Part.HiddenReasoning h) {
            return "hidden reasoning" + (h.most() == null ? "" : " of at most " + h.most() + " tokens");
        } else if (part instanceof Part.Tokens t) {
            return t.count() + " tokens";
        } else if (part instanceof Part.Image i) {
            return "image " + i.origin() + " " + i.width() + "x" + i.height()
                    + (i.detail() == null ? "" : " detail=" + i.detail())
                    + (i.minPixels() == null ? "" : " min=" + i.minPixels())
                    + (i.maxPixels() == null ? "" : " max=" + i.maxPixels());
        } else if (part instanceof Part.Audio a) {
            return "audio " + a.origin() + " " + a.millis() + " ms";
        } else if (part instanceof Part.Video v) {
            return "video " + v.origin() + " " + v.millis() + " ms " + v.width() + "x" + v.height()
                    + (v.framesPerSecond() == null ? "" : " fps=" + v.framesPerSecond())
                    + (v.frames() == null ? "" : " frames=" + v.frames())
                    + (v.sound() == null ? "" : " sound=" + v.sound())
                    + (v.detail() == null ? "" : " detail=" + v.detail());
        } else if (part instanceof Part.Document d) {
            return "document " + d.origin() + " " + d.pages() + " pages"
                    + (d.title() == null ? "" : " title=" + quoted(d.title()))
                    + (d.detail() == null ? "" : " detail=" + d.detail())
                    + (d.text() == null ? "" : " " + quoted(d.text()));
        } else if (part instanceof Part.ToolCall c) {
            return "call " + c.name() + " " + c.arguments();
        } else if (part instanceof Part.ToolResult r) {
            return "result" + (r.name() == null ? "" : " of " + r.name());
        }
        throw new IllegalArgumentException("a part of a new kind");
    }

    private void line(String name, Object value) {
        if (value != null) {
            out.append(name).append(' ').append(value).append('\n');
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\n", "\\n") + '"';
    }
}
