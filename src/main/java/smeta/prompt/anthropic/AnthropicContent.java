package smeta.prompt.anthropic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Part;
import smeta.prompt.reading.ContentParts;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.MediaParts;
import smeta.prompt.reading.MediaSource;
import smeta.prompt.reading.PromptDraft;
import smeta.prompt.reading.ReasoningParts;

/** The content of a message, a system prompt or a tool result: a string, or a list of blocks. */
final class AnthropicContent {
    private static final String KNOWN = "text, image, document, tool_use, tool_result, thinking, redacted_thinking,"
            + " search_result, server_tool_use, mcp_tool_use, their …_tool_result, tool_reference, container_upload,"
            + " compaction";

    private final PromptDraft draft;
    private final MediaParts media;

    AnthropicContent(PromptDraft draft) {
        this.draft = draft;
        this.media = new MediaParts(draft);
    }

    List<Part> read(JsonCursor content) {
        return ContentParts.read(content, "blocks", this::block);
    }

    private void block(JsonCursor block, List<Part> parts) {
        String type = block.object().at("type").text();
        switch (type) {
            case "text" ->
                parts.add(Part.Text.of(block.pointer(), block.at("text").text()));
            case "image" ->
                parts.add(media.image(block, source(block.at("source").object()), null));
            case "document" -> {
                citations(block);
                document(block, parts);
            }
            case "tool_use", "server_tool_use", "mcp_tool_use" -> parts.add(call(block));
            case "tool_result", "mcp_tool_result" ->
                parts.add(new Part.ToolResult(block.pointer(), null, read(block.at("content"))));
            case "thinking" -> ReasoningParts.add(block.at("thinking"), block.pointer(), block.at("signature"), parts);
            case "redacted_thinking" -> draft.remarks().encrypted(block);
            case "search_result" -> {
                citations(block);
                searchResult(block, parts);
            }
            case "tool_reference" ->
                parts.add(Part.Text.of(block.pointer(), block.at("tool_name").text()));
            case "container_upload" ->
                draft.remarks()
                        .notMeasured(
                                "unseen_context", block, "A file in a container cannot be measured from the body.");
            case "compaction" -> parts.addAll(read(block.at("content")));
            default -> serverResult(type, block, parts);
        }
        draft.cache().control(block, false);
    }

    private void citations(JsonCursor block) {
        if (Boolean.TRUE.equals(block.at("citations").at("enabled").flag())) {
            draft.remarks().vendorText(block.at("citations"), "citations");
        }
    }

    private static Part call(JsonCursor block) {
        JsonCursor input = block.at("input");
        return new Part.ToolCall(block.pointer(), block.at("name").text(), input.present() ? input.json() : "{}");
    }

    private MediaSource source(JsonCursor source) {
        JsonCursor type = source.at("type");
        return switch (type.text()) {
            case "base64" ->
                MediaSource.base64(source.at("data"), source.at("media_type").textOrNull());
            case "url" -> MediaSource.address(source.at("url"));
            case "file" -> MediaSource.FILE_ID;
            default ->
                throw type.unsupported(
                        "wrong_value",
                        "A source of this type is not known; known are base64, url, file"
                                + " and, in a document, text and content.",
                        "correct the type");
        };
    }

    private void document(JsonCursor block, List<Part> parts) {
        String title = block.at("title").textOrNull();
        JsonCursor source = block.at("source").object();
        switch (source.at("type").text()) {
            case "text" -> parts.add(text(block, source.at("data").text(), title));
            case "content" -> {
                List<Part> inside = read(source.at("content"));
                parts.add(text(block, joined(inside), title));
                inside.stream().filter(part -> !(part instanceof Part.Text)).forEach(parts::add);
            }
            default -> parts.add(media.document(block, source(source), title, null));
        }
        JsonCursor context = block.at("context");
        if (context.present()) {
            parts.add(Part.Text.of(context.pointer(), context.text()));
        }
    }

    private static String joined(List<Part> parts) {
        return parts.stream()
                .filter(Part.Text.class::isInstance)
                .map(part -> ((Part.Text) part).text())
                .collect(Collectors.joining("\n"));
    }

    private static Part text(JsonCursor block, String text, @Nullable String title) {
        return new Part.Document(block.pointer(), null, text, title, Part.Origin.INLINE);
    }

    private void searchResult(JsonCursor block, List<Part> parts) {
        for (String name : List.of("title", "source")) {
            JsonCursor line = block.at(name);
            if (line.present()) {
                parts.add(Part.Text.of(line.pointer(), line.text()));
            }
        }
        parts.addAll(read(block.at("content")));
    }

    /** What a tool at the vendor answered: web search and fetch have their own shapes, others count as their JSON. */
    private void serverResult(String type, JsonCursor block, List<Part> parts) {
        if (!type.endsWith("_tool_result")) {
            draft.remarks().unknownPart(block, KNOWN);
            return;
        }
        List<Part> found = new ArrayList<>();
        JsonCursor content = block.at("content");
        if (content.node().isArray() && type.equals("web_search_tool_result")) {
            content.items().forEach(hit -> hit(hit, found));
        } else if (content.at("content").at("type").node().asText().equals("document")) {
            found.add(
                    Part.Text.of(content.at("url").pointer(), content.at("url").textOr("")));
            document(content.at("content"), found);
        } else if (content.present()) {
            found.add(Part.Text.of(content.pointer(), content.json()));
        }
        parts.add(new Part.ToolResult(block.pointer(), null, found));
    }

    private void hit(JsonCursor hit, List<Part> found) {
        String text = hit.object().at("title").textOr("") + "\n" + hit.at("url").textOr("");
        found.add(Part.Text.of(hit.pointer(), text));
        if (hit.has("encrypted_content")) {
            draft.remarks().encrypted(hit.at("encrypted_content"));
        }
    }
}
