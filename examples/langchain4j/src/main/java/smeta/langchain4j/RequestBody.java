package smeta.langchain4j;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.AudioContent;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.PdfFileContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.message.VideoContent;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * LangChain4j's messages and tools as a request in the shape of OpenAI's chat, which Smeta counts for every model. What
 * it can't tell Smeta is refused: it must not go uncounted.
 */
final class RequestBody {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RequestBody() {}

    static String of(ChatRequest request) {
        ObjectNode body = of(request.messages(), request.toolSpecifications());
        if (request.maxOutputTokens() != null) {
            body.put("max_completion_tokens", request.maxOutputTokens());
        }
        if (request.responseFormat() != null && request.responseFormat().jsonSchema() != null) {
            ObjectNode format = body.putObject("response_format").put("type", "json_schema").putObject("json_schema");
            format.put("name", request.responseFormat().jsonSchema().name());
            format.set("schema", schema(request.responseFormat().jsonSchema().rootElement()));
        }
        return body.toString();
    }

    static ObjectNode of(Iterable<ChatMessage> messages, @Nullable List<ToolSpecification> tools) {
        ObjectNode body = JSON.objectNode();
        ArrayNode all = body.putArray("messages");
        messages.forEach(message -> all.add(message(message)));
        if (tools != null && !tools.isEmpty()) {
            ArrayNode functions = body.putArray("tools");
            tools.forEach(tool -> functions.add(tool(tool)));
        }
        return body;
    }

    private static ObjectNode message(ChatMessage message) {
        ObjectNode json = JSON.objectNode();
        if (message instanceof SystemMessage system) {
            return json.put("role", "system").put("content", system.text());
        }
        if (message instanceof UserMessage user) {
            json.put("role", "user");
            if (user.name() != null) {
                json.put("name", user.name());
            }
            contents(json, user.contents());
            return json;
        }
        if (message instanceof AiMessage ai) {
            json.put("role", "assistant").put("content", ai.text());
            if (ai.hasToolExecutionRequests()) {
                ArrayNode calls = json.putArray("tool_calls");
                ai.toolExecutionRequests().forEach(call -> calls.add(call(call)));
            }
            return json;
        }
        if (message instanceof ToolExecutionResultMessage result) {
            json.put("role", "tool").put("tool_call_id", result.id());
            contents(json, result.contents());
            return json;
        }
        throw new IllegalArgumentException(
                "expected a system, user, AI or tool result message, found one of " + message.getClass().getName());
    }

    private static void contents(ObjectNode json, List<Content> contents) {
        if (contents.size() == 1 && contents.get(0) instanceof TextContent text) {
            json.put("content", text.text());
            return;
        }
        ArrayNode parts = json.putArray("content");
        contents.forEach(content -> parts.add(part(content)));
    }

    private static ObjectNode part(Content content) {
        ObjectNode part = JSON.objectNode();
        if (content instanceof TextContent text) {
            return part.put("type", "text").put("text", text.text());
        }
        if (content instanceof ImageContent image) {
            part.put("type", "image_url").putObject("image_url")
                    .put("url", url(image.image().url(), image.image().mimeType(), image.image().base64Data()))
                    .put("detail", image.detailLevel() == ImageContent.DetailLevel.LOW ? "low"
                            : image.detailLevel() == ImageContent.DetailLevel.HIGH ? "high" : "auto");
            return part;
        }
        if (content instanceof AudioContent audio && audio.audio().base64Data() != null) {
            part.put("type", "input_audio").putObject("input_audio")
                    .put("data", audio.audio().base64Data())
                    .put("format", audio.audio().mimeType().replaceFirst("^audio/(x-)?", "").replace("mpeg", "mp3"));
            return part;
        }
        if (content instanceof PdfFileContent pdf && pdf.pdfFile().base64Data() != null) {
            part.put("type", "file").putObject("file")
                    .put("filename", "document.pdf")
                    .put("file_data", url(null, "application/pdf", pdf.pdfFile().base64Data()));
            return part;
        }
        if (content instanceof VideoContent video) {
            part.put("type", "video_url").putObject("video_url")
                    .put("url", url(video.video().url(), video.video().mimeType(), video.video().base64Data()));
            return part;
        }
        throw new IllegalArgumentException("expected content that is held in the message, found " + content.type()
                + " by its address, whose size nobody knows before the call");
    }

    private static String url(@Nullable URI url, @Nullable String type, @Nullable String base64) {
        return url != null ? url.toString() : "data:" + type + ";base64," + base64;
    }

    private static ObjectNode call(ToolExecutionRequest call) {
        ObjectNode json = JSON.objectNode().put("type", "function").put("id", call.id());
        json.putObject("function").put("name", call.name()).put("arguments", call.arguments());
        return json;
    }

    private static ObjectNode tool(ToolSpecification tool) {
        ObjectNode json = JSON.objectNode().put("type", "function");
        ObjectNode function = json.putObject("function").put("name", tool.name());
        if (tool.description() != null) {
            function.put("description", tool.description());
        }
        if (tool.parameters() != null) {
            function.set("parameters", schema(tool.parameters()));
        }
        return json;
    }

    private static com.fasterxml.jackson.databind.JsonNode schema(
            dev.langchain4j.model.chat.request.json.JsonSchemaElement element) {
        return new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(JsonSchemaElementUtils.toMap(element));
    }
}
