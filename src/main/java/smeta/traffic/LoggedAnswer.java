package smeta.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Numbers;
import smeta.prompt.Unreadable;
import smeta.usage.ReportedCost;
import smeta.usage.answer.AnswerReader;
import smeta.usage.answer.EventStream;
import smeta.usage.answer.WholeAnswer;

/**
 * What a line of a log says of the answer.
 *
 * @param told          usage, model and time
 * @param tellsThoughts whether the vendor reports reasoning apart, be it none
 * @param cost          what the seller or the proxy says it cost; null if neither does
 */
record LoggedAnswer(
        WholeAnswer told, boolean tellsThoughts, @Nullable ReportedCost cost) {
    private static final Set<String> REQUEST =
            Set.of("request", "body", "params", "messages", "input", "model_parameters", "modelParameters");
    private static final List<String> COUNTS =
            List.of("prompt_tokens", "completion_tokens", "total_tokens", "promptTokens", "completionTokens");
    private static final List<String> THOUGHTS = List.of(
            "reasoning_tokens",
            "thoughtsTokenCount",
            "thoughts_token_count",
            "output_reasoning_tokens",
            "output_reasoning",
            "reasoningTokens",
            "gen_ai.usage.reasoning_tokens",
            "gen_ai.usage.reasoning.output_tokens");
    /** In dollars, as LiteLLM and Langfuse write them. */
    private static final List<String> COSTS = List.of("response_cost", "calculatedTotalCost", "totalCost", "cost");

    private static final int DEEPEST = 6;

    /** Null if the line has only a request. */
    static @Nullable LoggedAnswer of(JsonNode line) {
        ObjectNode rest = rest(line);
        if (!isAnswer(rest)) {
            return null;
        }
        return new LoggedAnswer(AnswerReader.read(rest, null), tells(rest, 0), cost(line));
    }

    private static ObjectNode rest(JsonNode line) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        line.properties().stream()
                .filter(e -> !REQUEST.contains(e.getKey()))
                .forEach(e -> rest.set(e.getKey(), e.getValue()));
        JsonNode response = line.path("response");
        if (response.isTextual() && EventStream.isStream(response.asText().getBytes(StandardCharsets.UTF_8))) {
            rest.set("response", EventStream.answer(response.asText().getBytes(StandardCharsets.UTF_8)));
        } else if (response.isArray() && !response.isEmpty()) {
            rest.set("response", EventStream.answer(response));
        } else {
            rest.set("response", LoggedRequest.parsed(response));
        }
        JsonNode body = LoggedRequest.parsed(rest.path("response").path("body"));
        if (body.isObject()) {
            rest.set("response", body);
        }
        ObjectNode span = SpanMessages.attributes(line);
        if (span != null) {
            rest.set("attributes", span);
            String nanoseconds = line.path("startTimeUnixNano").asText();
            if (nanoseconds.matches("[0-9]{1,19}")) {
                rest.put("startTime", Long.parseLong(nanoseconds) / 1_000_000);
            }
        } else if (line.path("metadata").path("usage_object").isObject()) {
            rest.set("usage", line.get("metadata").get("usage_object"));
        } else if (!line.has("usage")
                && !line.has("usageDetails")
                && !rest.path("response").has("usage")) {
            counts(line, rest);
        }
        return rest;
    }

    /** LiteLLM and Langfuse write the counts into the line itself. */
    private static void counts(JsonNode line, ObjectNode rest) {
        ObjectNode usage = JsonNodeFactory.instance.objectNode();
        COUNTS.stream()
                .filter(name -> line.path(name).isNumber())
                .forEach(name -> usage.set(snake(name), line.get(name)));
        if (!usage.isEmpty()) {
            rest.set("usage", usage);
        }
    }

    private static String snake(String name) {
        return name.replaceFirst("T", "_t").replace("_to_t", "_to");
    }

    /** A line that promises an answer and has no usage is an answer without a usage, which is a problem of its own. */
    private static boolean isAnswer(ObjectNode rest) {
        return List.of("usage", "usageMetadata", "usageDetails", "result", "attributes", "metadata").stream()
                        .anyMatch(rest::hasNonNull)
                || rest.path("response").isObject();
    }

    private static boolean tells(JsonNode node, int depth) {
        if (depth > DEEPEST || !node.isObject()) {
            return false;
        }
        return THOUGHTS.stream().anyMatch(node::hasNonNull)
                || node.properties().stream().anyMatch(e -> tells(e.getValue(), depth + 1));
    }

    private static @Nullable ReportedCost cost(JsonNode line) {
        for (String name : COSTS) {
            JsonNode value = line.path(name);
            if (value.isNumber() && value.decimalValue().signum() >= 0) {
                return new ReportedCost(value.decimalValue(), "USD", name);
            }
        }
        JsonNode own = line.path("cost");
        if (own.path("amount").isTextual() && own.path("currency").isTextual()) {
            try {
                return new ReportedCost(
                        Numbers.shortDecimal(own.get("amount").asText()),
                        own.get("currency").asText(),
                        "cost");
            } catch (NumberFormatException e) {
                throw new Unreadable(
                        Unreadable.Kind.UNSUPPORTED,
                        "wrong_type",
                        "/cost/amount",
                        "The cost is no decimal.",
                        "send it as the seller reported it");
            }
        }
        return null;
    }

    @Nullable
    ReportedCost anyCost() {
        return cost == null ? told.usage().cost() : cost;
    }
}
