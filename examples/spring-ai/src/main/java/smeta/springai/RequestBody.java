package smeta.springai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.content.Content;
import org.springframework.ai.content.Media;
import org.springframework.ai.content.MediaContent;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.definition.ToolDefinition;

/**
 * Spring AI's prompts as requests in the shape of OpenAI's chat, which Smeta counts for every model. What it can't tell
 * Smeta is refused: it must not go uncounted.
 */
final class RequestBody {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RequestBody() {}

    static String of(Prompt prompt) {
        ObjectNode body = of(prompt.getInstructions());
        ChatOptions options = prompt.getOptions();
        if (options != null && options.getMaxTokens() != null) {
            body.put("max_completion_tokens", options.getMaxTokens());
        }
        if (options instanceof ToolCallingChatOptions calling && !calling.getToolCallbacks().isEmpty()) {
            ArrayNode tools = body.putArray("tools");
            calling.getToolCallbacks().forEach(callback -> tools.add(tool(callback.getToolDefinition())));
        }
        return body.toString();
    }

    static ObjectNode of(Iterable<? extends Content> messages) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode all = body.putArray("messages");
        messages.forEach(message -> add(message, all));
        return body;
    }

    private static void add(Content message, ArrayNode all) {
        if (message instanceof ToolResponseMessage results) {
            results.getResponses().forEach(result -> all.addObject()
                    .put("role", "tool")
                    .put("tool_call_id", result.id())
                    .put("content", result.responseData()));
            return;
        }
        ObjectNode json = all.addObject();
        json.put("role", message instanceof SystemMessage ? "system"
                : message instanceof AssistantMessage ? "assistant" : "user");
        List<Media> media = message instanceof MediaContent with ? with.getMedia() : List.of();
        if (media.isEmpty()) {
            json.put("content", message.getText());
        } else {
            ArrayNode parts = json.putArray("content");
            parts.addObject().put("type", "text").put("text", message.getText());
            media.forEach(one -> parts.add(part(one)));
        }
        if (message instanceof AssistantMessage assistant && assistant.hasToolCalls()) {
            ArrayNode calls = json.putArray("tool_calls");
            assistant.getToolCalls().forEach(call -> calls.addObject()
                    .put("type", "function")
                    .put("id", call.id())
                    .putObject("function")
                    .put("name", call.name())
                    .put("arguments", call.arguments()));
        }
    }

    private static ObjectNode part(Media media) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        String type = media.getMimeType().toString();
        if (type.startsWith("image/")) {
            part.put("type", "image_url").putObject("image_url").put("url", url(media));
            return part;
        }
        if (type.startsWith("audio/")) {
            part.put("type", "input_audio").putObject("input_audio")
                    .put("data", base64(media))
                    .put("format", type.replaceFirst("^audio/(x-)?", "").replace("mpeg", "mp3"));
            return part;
        }
        if (type.equals("application/pdf")) {
            part.put("type", "file").putObject("file")
                    .put("filename", "document.pdf")
                    .put("file_data", "data:application/pdf;base64," + base64(media));
            return part;
        }
        throw new IllegalArgumentException("expected an image, a sound or a PDF, found " + type);
    }

    private static String url(Media media) {
        return media.getData() instanceof String address
                ? address
                : "data:" + media.getMimeType() + ";base64," + base64(media);
    }

    private static String base64(Media media) {
        return Base64.getEncoder().encodeToString(media.getDataAsByteArray());
    }

    private static ObjectNode tool(ToolDefinition tool) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", "function");
        json.putObject("function")
                .put("name", tool.name())
                .put("description", tool.description())
                .set("parameters", schema(tool));
        return json;
    }

    private static JsonNode schema(ToolDefinition tool) {
        try {
            return MAPPER.readTree(tool.inputSchema());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the tool " + tool.name() + " has a schema that is no JSON", e);
        }
    }
}
