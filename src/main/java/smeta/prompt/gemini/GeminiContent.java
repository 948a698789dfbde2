package smeta.prompt.gemini;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Part;
import smeta.prompt.Part.Text.Kind;
import smeta.prompt.reading.FileNames;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.MediaParts;
import smeta.prompt.reading.MediaSource;
import smeta.prompt.reading.PromptDraft;

/** The parts of a Gemini content: each an object in which one member says what the part is. */
final class GeminiContent {
    private static final String KNOWN = "text, inlineData, fileData, functionCall, functionResponse, executableCode, "
            + "codeExecutionResult, toolCall, toolResponse";

    private final PromptDraft draft;
    private final MediaParts media;

    GeminiContent(PromptDraft draft) {
        this.draft = draft;
        this.media = new MediaParts(draft);
    }

    List<Part> parts(JsonCursor content) {
        List<Part> parts = new ArrayList<>();
        JsonCursor list = content.at("parts");
        for (JsonCursor part : list.node().isObject() ? List.of(list) : list.items()) {
            if (part.isText()) {
                parts.add(Part.Text.of(part.pointer(), part.text()));
            } else {
                part(part.object(), parts);
            }
        }
        return parts;
    }

    private void part(JsonCursor part, List<Part> parts) {
        JsonCursor inline = part.either("inlineData", "inline_data");
        JsonCursor file = part.either("fileData", "file_data");
        JsonCursor call = part.either("functionCall", "function_call");
        JsonCursor response = part.either("functionResponse", "function_response");
        JsonCursor code = part.either("executableCode", "executable_code");
        JsonCursor ran = part.either("codeExecutionResult", "code_execution_result");
        if (part.has("text")) {
            boolean thought = Boolean.TRUE.equals(part.at("thought").flag());
            parts.add(new Part.Text(part.pointer(), part.at("text").text(), thought ? Kind.REASONING : Kind.TEXT));
        } else if (inline.present()) {
            inline(part, inline.object(), parts);
        } else if (file.present()) {
            file(part, file.object(), parts);
        } else if (call.present()) {
            JsonCursor args = call.object().at("args");
            parts.add(new Part.ToolCall(part.pointer(), call.at("name").text(), args.present() ? args.json() : "{}"));
        } else if (response.present()) {
            response(part, response.object(), parts);
        } else if (code.present()) {
            parts.add(new Part.ToolCall(
                    part.pointer(), "executableCode", code.object().at("code").text()));
        } else if (ran.present()) {
            parts.add(new Part.ToolResult(
                    part.pointer(),
                    null,
                    List.of(Part.Text.of(
                            ran.pointer(), ran.object().at("output").textOr("")))));
        } else if (part.either("toolCall", "tool_call").present()) {
            parts.add(serverCall(part, part.either("toolCall", "tool_call").object()));
        } else if (part.either("toolResponse", "tool_response").present()) {
            parts.add(serverResponse(
                    part, part.either("toolResponse", "tool_response").object()));
        } else if (!signatureOnly(part)) {
            draft.remarks().unknownPart(part, KNOWN);
        }
    }

    /** What a tool at the vendor was asked, sent back in a later turn. */
    private static Part serverCall(JsonCursor part, JsonCursor call) {
        JsonCursor args = call.at("args");
        String name = call.either("toolType", "tool_type").textOr("toolCall");
        return new Part.ToolCall(part.pointer(), name, args.present() ? args.json() : "{}");
    }

    private static Part serverResponse(JsonCursor part, JsonCursor response) {
        JsonCursor answer = response.at("response");
        List<Part> content = answer.present() ? List.of(Part.Text.of(answer.pointer(), answer.json())) : List.of();
        return new Part.ToolResult(
                part.pointer(), response.either("toolType", "tool_type").textOrNull(), content);
    }

    /** A part that carries nothing but the signature of a thought. */
    private static boolean signatureOnly(JsonCursor part) {
        return part.either("thoughtSignature", "thought_signature").present()
                && part.node().size() == 1;
    }

    private void inline(JsonCursor part, JsonCursor inline, List<Part> parts) {
        String mime = inline.either("mimeType", "mime_type").text();
        medium(
                part,
                MediaSource.base64(inline.at("data"), mime),
                mime,
                inline.either("displayName", "display_name").textOrNull(),
                parts);
    }

    private void file(JsonCursor part, JsonCursor file, List<Part> parts) {
        String uri = file.either("fileUri", "file_uri").text();
        String mime = file.either("mimeType", "mime_type").textOrNull();
        if (mime == null) {
            mime = uri.contains("youtube.com/") || uri.contains("youtu.be/") ? "video/mp4" : FileNames.mime(uri);
        }
        medium(
                part,
                uri.contains("/files/") ? MediaSource.FILE_ID : MediaSource.URL,
                mime,
                file.either("displayName", "display_name").textOrNull(),
                parts);
    }

    private void medium(
            JsonCursor part, MediaSource source, @Nullable String mime, @Nullable String title, List<Part> parts) {
        JsonCursor film = part.either("videoMetadata", "video_metadata");
        JsonCursor resolution = part.either("mediaResolution", "media_resolution");
        String detail =
                resolution.isText() ? resolution.text() : resolution.at("level").textOrNull();
        Part made = media.byMime(part, source, mime, detail, film.at("fps"), title);
        if (made == null) {
            draft.remarks().unknownPart(part, "media of the types image/*, audio/*, video/*, application/*, text/*");
        } else {
            parts.add(GeminiClip.cut(made, film));
        }
    }

    private void response(JsonCursor part, JsonCursor response, List<Part> parts) {
        List<Part> content = new ArrayList<>();
        JsonCursor answer = response.at("response");
        if (answer.present()) {
            content.add(Part.Text.of(answer.pointer(), answer.json()));
        }
        content.addAll(parts(response));
        parts.add(new Part.ToolResult(part.pointer(), response.at("name").textOrNull(), content));
    }
}
