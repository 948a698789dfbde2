package smeta.usage.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.meter.Usage;
import smeta.prompt.Unreadable;
import smeta.usage.Convention;
import smeta.usage.ReportedUsage;
import smeta.usage.ServedTerms;
import smeta.usage.UsageElsewhere;
import smeta.usage.UsageReader;

/** Reads a vendor's whole answer, or a line of a client's log: usage, model, time, and what was served. */
public final class AnswerReader {
    private static final List<String> MODELS = List.of(
            "gen_ai.response.model",
            "gen_ai.request.model",
            "model",
            "modelVersion",
            "model_version",
            "modelId",
            "model_id",
            "model_name",
            "modelName");
    /** Fields of which answers have at least one, and bills none. */
    private static final List<String> MARKS = List.of(
            "object",
            "choices",
            "candidates",
            "content",
            "output",
            "message",
            "response",
            "result",
            "created",
            "created_at",
            "createTime",
            "timestamp",
            "responseId",
            "modelVersion",
            "usage_metadata",
            "usageDetails",
            "usage_details",
            "tokenUsage",
            "totalUsage",
            "done",
            "stop_reason",
            "stopReason",
            "finish_reason",
            "finishReason",
            "metrics",
            "payload",
            "attributes",
            "meta",
            "data",
            "type",
            "event",
            "custom_id",
            "response_metadata",
            "prompt_eval_count",
            "tokens_evaluated",
            "modelUsage",
            "tool_usage",
            "results",
            "embeddings",
            "generations",
            "text",
            "requestId",
            "request_id",
            "system_fingerprint",
            "startTime");

    private AnswerReader() {}

    /** Whether it is an answer, and not a bill that names a model and a usage. */
    public static boolean isAnswer(JsonNode body) {
        if (!body.isObject() || body.has("rates")) {
            return false;
        }
        return MARKS.stream().anyMatch(body::has)
                || Containers.find(body) != null && !body.has("usage") && !body.has("usageMetadata");
    }

    /**
     * @param convention null to recognise the usage's shape
     * @throws Unreadable {@code no_usage}, and what {@link UsageReader} refuses
     */
    public static WholeAnswer read(JsonNode answer, @Nullable Convention convention) {
        if (answer.path("modelUsage").isObject() && !answer.get("modelUsage").isEmpty()) {
            return byModel(answer);
        }
        Containers.Found found = Containers.find(answer);
        if (found == null) {
            throw new Unreadable(
                    Unreadable.Kind.UNSUPPORTED,
                    "no_usage",
                    "",
                    "The answer has no usage.",
                    "a stream has one at its end if the request asks for it"
                            + " (OpenAI: \"stream_options\": {\"include_usage\": true})");
        }
        JsonNode usage =
                found.key() == null ? counts(found.holder()) : found.holder().get(found.key());
        String pointer = found.pointer() + (found.key() == null ? "" : "/" + found.key());
        ReportedUsage reported = UsageReader.read(usage, convention, pointer);
        ServedTerms around = ServedTerms.UNSAID;
        for (JsonNode object : inwards(found)) {
            around = around.or(served(object));
        }
        reported = SideUsages.of(found.holder(), found.pointer()).addedTo(reported.served(around));
        return new WholeAnswer(model(found, reported.convention()), moment(found), reported);
    }

    /** What Claude Code says of each model of a session: the first is the answer's, the others were called beside. */
    private static WholeAnswer byModel(JsonNode answer) {
        String first = null;
        ReportedUsage main = null;
        List<UsageElsewhere> others = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : answer.get("modelUsage").properties()) {
            ReportedUsage one =
                    UsageReader.read(entry.getValue(), Convention.CLAUDE_CODE, "/modelUsage/" + entry.getKey());
            if (main == null) {
                first = entry.getKey();
                main = one;
            } else {
                others.add(new UsageElsewhere("model", entry.getKey(), one.usage()));
            }
        }
        ReportedUsage all = java.util.Objects.requireNonNull(main);
        return new WholeAnswer(first, Moments.of(answer), all.with(Usage.NONE, List.of(), others, List.of()));
    }

    /** The innermost object first: what it says is about the call itself. */
    private static List<JsonNode> inwards(Containers.Found found) {
        List<JsonNode> objects = new ArrayList<>(found.objects());
        Collections.reverse(objects);
        return objects;
    }

    private static @Nullable String model(Containers.Found found, Convention convention) {
        for (JsonNode object : inwards(found)) {
            for (JsonNode place : List.of(object, object.path("response"), object.path("response_metadata"))) {
                for (String key : MODELS) {
                    String name = place.path(key).isTextual() ? place.get(key).asText() : "";
                    // Yandex' version is a day
                    boolean day = convention == Convention.YANDEX && key.equals("modelVersion");
                    if (!name.isBlank() && !day) {
                        return name;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Instant moment(Containers.Found found) {
        for (JsonNode object : found.objects()) {
            Instant moment = Moments.of(object);
            if (moment != null) {
                return moment;
            }
        }
        return null;
    }

    private static ServedTerms served(JsonNode object) {
        JsonNode tier = object.path("service_tier");
        JsonNode bedrock = object.path("serviceTier").path("type");
        String said = tier.isTextual() ? tier.asText() : bedrock.isTextual() ? bedrock.asText() : null;
        return ServedTerms.tier(said);
    }

    /** The counts that stand in the answer itself, apart from its text and its ids. */
    private static ObjectNode counts(JsonNode object) {
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(e -> {
            String name = e.getKey();
            boolean count = name.endsWith("_count")
                    || name.endsWith("_duration")
                    || name.startsWith("tokens_")
                    || name.startsWith("gen_ai.");
            if (count && !e.getValue().isBoolean()) {
                counts.set(name, e.getValue());
            }
        });
        return counts;
    }
}
