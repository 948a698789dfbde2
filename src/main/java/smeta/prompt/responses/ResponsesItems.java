package smeta.prompt.responses;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import smeta.prompt.Part;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.MediaParts;
import smeta.prompt.reading.MediaSource;
import smeta.prompt.reading.PromptDraft;

/**
 * The {@code input} of a Responses request: a string, or a list of items. Calls are turns of the assistant, their
 * outputs are turns of the role {@code tool}; an item that holds both a call and what came of it makes both.
 */
final class ResponsesItems {
    private static final Set<String> ROLES = new LinkedHashSet<>(List.of("user", "assistant", "system", "developer"));
    private static final String KNOWN =
            "message, reasoning, function_call, custom_tool_call, computer_call, web_search_call, file_search_call,"
                    + " code_interpreter_call, image_generation_call, local_shell_call, shell_call, apply_patch_call,"
                    + " mcp_call, mcp_list_tools, mcp_approval_request, mcp_approval_response, tool_search_call, their"
                    + " …_output, compaction, item_reference";

    private final PromptDraft draft;
    private final ResponsesContent content;

    ResponsesItems(PromptDraft draft) {
        this.draft = draft;
        this.content = new ResponsesContent(draft);
    }

    void read(JsonCursor input) {
        if (input.isText()) {
            draft.message(input, "user", List.of(Part.Text.of(input.pointer(), input.text())));
        } else if (input.present()) {
            input.items().forEach(item -> item(item.object()));
        }
    }

    /** The values that a stored prompt is filled with. */
    void variables(JsonCursor variables) {
        for (String name : variables.names()) {
            draft.message(variables.at(name), "user", content.read(variables.at(name)));
        }
    }

    private void item(JsonCursor item) {
        String type = item.at("type").textOr("message");
        switch (type) {
            case "message" -> draft.message(item, draft.role(item, ROLES), content.read(item.at("content")));
            case "reasoning" -> reasoning(item);
            case "compaction" -> draft.remarks().encrypted(item);
            case "item_reference" -> draft.remarks().unseen(item, "an item by its id");
            case "image_generation_call" -> image(item);
            case "mcp_list_tools", "tool_search_output" -> kept(item, item.at("tools"), "a list of tools by its id");
            case "mcp_approval_response" -> result(item, item.at("reason"));
            default -> callOrOutput(type, item);
        }
    }

    private void callOrOutput(String type, JsonCursor item) {
        switch (type) {
            case "function_call", "mcp_approval_request" ->
                call(item, item.at("name").text(), item.at("arguments"));
            case "mcp_call" -> {
                call(item, item.at("name").text(), item.at("arguments"));
                result(item, item.at("error"));
                if (!item.has("error")) {
                    kept(item, item.at("output"), "what a tool answered, by the id of the call");
                } else {
                    result(item, item.at("output"));
                }
            }
            case "custom_tool_call" -> call(item, item.at("name").text(), item.at("input"));
            case "computer_call" -> call(item, "computer", item.first("actions", "action"));
            case "web_search_call" -> {
                call(item, "web_search", item.at("action"));
                kept(item, item.at("results"), "what a search found, by the id of the call");
            }
            case "local_shell_call" -> call(item, "local_shell", item.at("action"));
            case "shell_call" -> call(item, "shell", item.at("action"));
            case "apply_patch_call" -> call(item, "apply_patch", item.at("operation"));
            case "tool_search_call" -> call(item, "tool_search", item.at("arguments"));
            case "file_search_call" -> {
                call(item, "file_search", item.at("queries"));
                kept(item, item.at("results"), "what a search found, by the id of the call");
            }
            case "code_interpreter_call" -> {
                call(item, "code_interpreter", item.at("code"));
                kept(item, item.at("outputs"), "what code printed, by the id of the call");
            }
            case "function_call_output", "custom_tool_call_output", "computer_call_output" -> output(item);
            case "local_shell_call_output", "shell_call_output", "apply_patch_call_output" ->
                kept(item, item.at("output"), "an output by its id");
            default -> draft.remarks().unknownPart(item, KNOWN);
        }
    }

    private void reasoning(JsonCursor item) {
        List<Part> parts = new ArrayList<>(content.read(item.at("summary")));
        parts.addAll(content.read(item.at("content")));
        if (item.has("encrypted_content")) {
            draft.remarks().encrypted(item.at("encrypted_content"));
        } else if (item.has("id") && !hasElements(item.at("content"))) {
            parts.add(Part.HiddenReasoning.kept(item.pointer()));
        }
        draft.message(item, "assistant", parts);
    }

    private static boolean hasElements(JsonCursor list) {
        return !list.node().isEmpty();
    }

    /** A picture that the model made is a picture in the prompt of the next turn, also where only its id is sent back. */
    private void image(JsonCursor item) {
        JsonCursor result = item.at("result");
        if (result.present()) {
            draft.message(
                    item,
                    "assistant",
                    List.of(new MediaParts(draft).image(item, MediaSource.base64(result, null), null)));
        } else if (item.has("id")) {
            draft.remarks().unseen(item, "a picture by its id");
        }
    }

    private void call(JsonCursor item, String name, JsonCursor arguments) {
        String text = arguments.isText() ? arguments.text() : arguments.present() ? arguments.json() : "";
        draft.message(item, "assistant", List.of(new Part.ToolCall(item.pointer(), name, text)));
    }

    private void output(JsonCursor item) {
        draft.message(
                item, "tool", List.of(new Part.ToolResult(item.pointer(), null, content.read(item.at("output")))));
    }

    /** What came of a call; the vendor keeps it under the item's id, where the body doesn't have it. */
    private void kept(JsonCursor item, JsonCursor output, String what) {
        result(item, output);
        if (!output.present() && item.has("id")) {
            draft.remarks().unseen(item, what);
        }
    }

    /** An output whose parts have no types of their own: a text, or something that counts as its JSON. */
    private void result(JsonCursor item, JsonCursor output) {
        if (output.present()) {
            Part text = Part.Text.of(output.pointer(), output.isText() ? output.text() : output.json());
            draft.message(item, "tool", List.of(new Part.ToolResult(item.pointer(), null, List.of(text))));
        }
    }
}
