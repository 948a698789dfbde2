package smeta.prompt.bedrock;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import smeta.prompt.Part;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;

/**
 * Amazon Bedrock: Converse (and Nova's body of InvokeModel, which has its shape), and the plain prompts of Titan, Llama,
 * Claude 2 and Mistral. Claude's messages are read as Anthropic's. Reference: docs.aws.amazon.com/bedrock, API_Converse
 * and “Inference request parameters”, 2026-11.
 */
public final class BedrockReader implements DialectReader {
    private static final Set<String> ROLES = new LinkedHashSet<>(List.of("user", "assistant"));

    private final PromptDraft draft;
    private final ConverseBlocks blocks;
    private final ConverseTools tools;

    public BedrockReader(PromptDraft draft) {
        this.draft = draft;
        this.blocks = new ConverseBlocks(draft);
        this.tools = new ConverseTools(draft);
    }

    @Override
    public void read(JsonCursor body) {
        draft.model(body.either("modelId", "model").textOrNull());
        JsonCursor config = body.either("inferenceConfig", "textGenerationConfig");
        draft.cap(
                config.present() ? config.object() : body,
                "maxTokens",
                "max_new_tokens",
                "maxTokenCount",
                "max_gen_len",
                "max_tokens_to_sample",
                "max_tokens");
        JsonCursor tier = body.at("serviceTier");
        draft.serviceTier(tier.node().isObject() ? tier.at("type").textOrNull() : tier.textOrNull());
        prices(body);
        JsonCursor thinking = body.at("additionalModelRequestFields").at("thinking");
        draft.thinking(
                thinking.has("type")
                        ? Boolean.valueOf(!thinking.at("type").text().equals("disabled"))
                        : null,
                thinking.at("budget_tokens").whole());
        if (!body.has("messages")) {
            plain(body.either("inputText", "prompt"));
            return;
        }
        tools.read(body.at("toolConfig"));
        List<Part> system = new ArrayList<>();
        blocks.read(body.at("system").items(), system);
        if (!system.isEmpty()) {
            draft.message(body.at("system"), "system", system);
        }
        for (JsonCursor message : body.at("messages").items()) {
            List<Part> parts = new ArrayList<>();
            String role = draft.role(message.object(), ROLES);
            blocks.read(message.at("content").items(), parts);
            draft.message(message, role, parts);
        }
        draft.remarks().unseenIfPresent(body.at("promptVariables"), "a stored prompt");
    }

    /**
     * What Amazon bills besides the model's price list: answers of lower latency at rates of their own, guardrails by
     * units of text (aws.amazon.com/bedrock/pricing; latency-optimized inference in the user guide, 2026-11).
     */
    private void prices(JsonCursor body) {
        JsonCursor performance = body.at("performanceConfig");
        if (performance.present()) {
            JsonCursor latency = performance.object().at("latency");
            if (!latency.textOr("standard").equals("standard")) {
                draft.remarks().otherPrice(latency, "Inference of another latency is billed at rates of its own");
            }
        }
        JsonCursor guardrail = body.at("guardrailConfig");
        if (guardrail.present()) {
            draft.remarks().otherPrice(guardrail, "A guardrail is billed by the units of text that it reads");
        }
    }

    private void plain(JsonCursor prompt) {
        draft.message(prompt, "user", List.of(Part.Text.of(prompt.pointer(), prompt.text())));
    }
}
