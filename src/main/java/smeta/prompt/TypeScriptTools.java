package smeta.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Function definitions as OpenAI's chat models read them: declarations of types in a TypeScript namespace. OpenAI does
 * not publish the form; it was found, and checked against the usage that the API reports, by
 * github.com/hmarr/openai-chat-tokens (b8e3b11). In 2023 it held descriptions of the first level alone; the open form
 * of 2025 (github.com/openai/harmony, read 2026-11) holds those of every level.
 *
 * @param text       with the descriptions of every level and the definitions that are referred to; empty if there is no
 *                   function among the tools
 * @param measured   as it was measured in 2023: the least that a model reads
 * @param unrendered what the definitions say beyond that (defaults, examples, patterns, …), as JSON; whether it is
 *                   shown to a model is not known
 * @param complete   false if the definitions refer to each other so often that not all of it was written out
 */
public record TypeScriptTools(String text, String measured, String unrendered, boolean complete) {
    private static final Set<String> KNOWN = Set.of(
            "type",
            "name",
            "description",
            "strict",
            "cache_control",
            "defer_loading",
            "allowed_callers",
            "eager_input_streaming",
            "parameters",
            "input_schema",
            "parametersJsonSchema",
            "parameters_json_schema");

    public static TypeScriptTools of(List<Tool> tools) {
        List<Tool> functions = tools.stream().filter(Tool::isFunction).toList();
        if (functions.isEmpty()) {
            return new TypeScriptTools("", "", "", true);
        }
        StringBuilder unrendered = new StringBuilder();
        boolean complete = true;
        List<String> text = new ArrayList<>(List.of("namespace functions {", ""));
        List<String> measured = new ArrayList<>(text);
        for (Tool function : functions) {
            TypeScriptSchema every = new TypeScriptSchema(function.schema(), true);
            declaration(function, every, text);
            declaration(function, new TypeScriptSchema(function.schema(), false), measured);
            complete &= every.complete();
            unrendered.append(every.unrendered());
            TypeScriptSchema.leftover(function.source(), KNOWN, unrendered);
        }
        return new TypeScriptTools(closed(text), closed(measured), unrendered.toString(), complete);
    }

    private static String closed(List<String> lines) {
        lines.add("} // namespace functions");
        return String.join("\n", lines);
    }

    private static void declaration(Tool function, TypeScriptSchema parameters, List<String> lines) {
        String description = function.description();
        if (description != null && !description.isEmpty()) {
            lines.add("// " + description);
        }
        JsonNode schema = function.schema();
        if (schema == null || schema.path("properties").isEmpty()) {
            lines.add("type " + function.name() + " = () => any;");
            parameters.leaveOut();
        } else {
            lines.add("type " + function.name() + " = (_: {");
            lines.add(parameters.members());
            lines.add("}) => any;");
        }
        lines.add("");
    }
}
