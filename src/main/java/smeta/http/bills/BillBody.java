package smeta.http.bills;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Body;
import smeta.prompt.Unreadable;
import smeta.usage.Convention;
import smeta.usage.ReportedUsage;
import smeta.usage.UsageReader;

/**
 * The body of a bill: a model or rates, and a usage.
 *
 * @param model null if the body has rates
 * @param rates null if the body has a model
 */
record BillBody(@Nullable String model, @Nullable JsonNode rates, ReportedUsage usage) {
    private static final Set<String> KEYS =
            new TreeSet<>(Set.of("model", "rates", "usage", "usageMetadata", "usage_convention"));

    /** @throws Unreadable if it is not such a body, or the usage contradicts itself */
    static BillBody read(byte[] bytes) {
        JsonNode body = Body.json(bytes);
        if (!body.isObject()) {
            throw bad(
                    "wrong_type",
                    "",
                    "Expected an object with “model” or “rates”, and “usage”.",
                    "for example {\"model\":\"gpt-4o\",\"usage\":{\"input_tokens\":1000}}");
        }
        for (Iterator<String> names = body.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (!KEYS.contains(name)) {
                throw bad(
                        "unknown_field",
                        "/" + name.replace("~", "~0").replace("/", "~1"),
                        "There is no field of that name in a bill's body.",
                        "known are " + String.join(", ", KEYS) + "; what else decides the price is in the query");
            }
        }
        if (body.hasNonNull("model") == body.hasNonNull("rates")) {
            throw bad(
                    "model_or_rates",
                    "",
                    "A bill is made by “model” or by “rates”, and the body has "
                            + (body.hasNonNull("model") ? "both" : "neither") + ".",
                    "keep one of them");
        }
        String model = null;
        if (body.hasNonNull("model")) {
            if (!body.get("model").isTextual()) {
                throw bad(
                        "wrong_type",
                        "/model",
                        "Expected the model's name as text.",
                        "for example \"model\": \"gpt-4o\"");
            }
            model = body.get("model").asText();
        }
        return new BillBody(model, body.hasNonNull("rates") ? body.get("rates") : null, usage(body));
    }

    private static ReportedUsage usage(JsonNode body) {
        Convention convention = null;
        if (body.hasNonNull("usage_convention")) {
            JsonNode said = body.get("usage_convention");
            convention = Convention.named(said.asText())
                    .orElseThrow(() -> bad(
                            "unknown_convention",
                            "/usage_convention",
                            "There is no such convention of usage.",
                            "known are " + Convention.names()));
        }
        String key = body.hasNonNull("usageMetadata") ? "usageMetadata" : "usage";
        if (!body.hasNonNull(key) || body.hasNonNull("usage") && body.hasNonNull("usageMetadata")) {
            throw bad("no_usage", "", "The body has " + (body.hasNonNull(key) ? "two usages." : "no “usage”."),
                    "add one, for example \"usage\": {\"input_tokens\": 1000, \"output_tokens\": 100}");
        }
        return UsageReader.read(body.get(key), convention, "/" + key);
    }

    private static Unreadable bad(String code, String pointer, String message, String hint) {
        return new Unreadable(Unreadable.Kind.UNSUPPORTED, code, pointer, message, hint);
    }
}
