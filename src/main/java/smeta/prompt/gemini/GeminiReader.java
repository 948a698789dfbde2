package smeta.prompt.gemini;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Part;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;
import smeta.prompt.reading.ReplyWishesReader;

/**
 * Gemini {@code generateContent}, and {@code countTokens} with its {@code generateContentRequest}; camel case and snake
 * case, as the vendor's JSON reader takes both. API reference: ai.google.dev/api/generate-content, 2026-11.
 */
public final class GeminiReader implements DialectReader {
    private static final BigDecimal MODEL_DECIDES = BigDecimal.ONE.negate();

    private final PromptDraft draft;
    private final GeminiContent content;
    private final GeminiTools tools;
    private @Nullable String asked;

    public GeminiReader(PromptDraft draft) {
        this.draft = draft;
        this.content = new GeminiContent(draft);
        this.tools = new GeminiTools(draft);
    }

    @Override
    public void read(JsonCursor whole) {
        JsonCursor wrapped = whole.either("generateContentRequest", "generate_content_request");
        JsonCursor body = wrapped.present() ? wrapped.object() : whole;
        String model = body.at("model").textOrNull();
        asked = model != null && model.startsWith("models/") ? model.substring("models/".length()) : model;
        draft.model(asked);
        tools.read(body.at("tools"));
        tools.choice(body.either("toolConfig", "tool_config"));
        system(body.either("systemInstruction", "system_instruction"));
        contents(body.at("contents"));
        draft.cachedContent(body.either("cachedContent", "cached_content").textOrNull());
        draft.serviceTier(body.either("serviceTier", "service_tier").textOrNull());
        settings(body.either("generationConfig", "generation_config"));
    }

    private void system(JsonCursor system) {
        if (system.isText()) {
            draft.message(system, "system", List.of(Part.Text.of(system.pointer(), system.text())));
        } else if (system.present()) {
            draft.message(system, "system", content.parts(system.object()));
        }
    }

    /** The vendor takes a list; its own SDKs also take a single content or a string and make a list of it. */
    private void contents(JsonCursor contents) {
        if (contents.isText()) {
            draft.message(contents, "user", List.of(Part.Text.of(contents.pointer(), contents.text())));
        } else if (contents.node().isObject()) {
            turn(contents);
        } else if (contents.node().isArray()) {
            contents.items().forEach(this::turn);
        } else {
            throw contents.wrongType("an array of contents");
        }
    }

    private void turn(JsonCursor turn) {
        if (turn.isText()) {
            draft.message(turn, "user", List.of(Part.Text.of(turn.pointer(), turn.text())));
        } else {
            draft.message(turn, turn.object().at("role").textOr("user"), content.parts(turn));
        }
    }

    private void settings(JsonCursor config) {
        if (!config.present()) {
            return;
        }
        config.object();
        draft.wishes(ReplyWishesReader.gemini(config));
        routing(config);
        draft.maxOutput(config.either("maxOutputTokens", "max_output_tokens").whole());
        draft.replies(config.either("candidateCount", "candidate_count"));
        draft.mediaResolution(
                config.either("mediaResolution", "media_resolution").textOrNull());
        JsonCursor schema = config.either(
                "responseJsonSchema",
                "response_json_schema",
                "_responseJsonSchema",
                "responseSchema",
                "response_schema");
        JsonCursor format = config.either("responseFormat", "response_format");
        if (!schema.present() && format.present()) {
            schema = format.at(format.has("text") ? "text" : "schema");
            schema = schema.has("schema") ? schema.at("schema") : schema;
        }
        draft.replySchema(schema.present() ? schema.object().plain() : null);
        JsonCursor thinking = config.either("thinkingConfig", "thinking_config");
        if (thinking.present()) {
            thinking(thinking.object());
        }
    }

    /** Vertex chooses a model by {@code routingConfig} or {@code modelSelectionConfig}, whichever the path names. */
    private void routing(JsonCursor config) {
        JsonCursor routing = config.either("routingConfig", "routing_config");
        if (routing.present()) {
            JsonCursor manual = routing.object().either("manualMode", "manual_mode");
            String named = manual.present()
                    ? manual.object().either("modelName", "model_name").textOrNull()
                    : null;
            if (named == null || !named.equals(asked)) {
                draft.remarks().routed(routing);
            }
        }
        JsonCursor selection = config.either("modelSelectionConfig", "model_selection_config");
        if (selection.present()) {
            draft.remarks().routed(selection);
        }
    }

    /** A budget of 0 switches thinking off, -1 leaves the size to the model. */
    private void thinking(JsonCursor thinking) {
        JsonCursor budget = thinking.either("thinkingBudget", "thinking_budget");
        JsonCursor level = thinking.either("thinkingLevel", "thinking_level");
        if (budget.present() && MODEL_DECIDES.compareTo(requireNonNull(budget.number())) == 0) {
            draft.thinking(true, null);
        } else if (budget.present()) {
            Long most = budget.whole();
            draft.thinking(!Long.valueOf(0).equals(most), most);
        } else if (level.present()) {
            draft.thinking(true, null);
        }
    }
}
