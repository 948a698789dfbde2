package smeta.http.bills;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Body;
import smeta.prompt.Unreadable;
import smeta.usage.Convention;
import smeta.usage.ReportedUsage;
import smeta.usage.UsageReader;
import smeta.usage.answer.AnswerReader;
import smeta.usage.answer.EventStream;
import smeta.usage.answer.WholeAnswer;

/**
 * The body of a bill: a model or rates, and a usage; or a vendor's whole answer, or the text of its event stream.
 *
 * @param model  null if the body has rates, or is an answer that names no model
 * @param rates  null unless the body has them
 * @param moment when the answer was made; null if that isn't known
 */
record BillBody(
        @Nullable String model,
        @Nullable JsonNode rates,
        ReportedUsage usage,
        @Nullable Instant moment) {
    private static final Set<String> KEYS =
            new TreeSet<>(Set.of("model", "rates", "usage", "usageMetadata", "usage_convention"));

    /**
     * @param convention of the usage, if the query names it
     * @throws Unreadable if it is no such body, or the usage contradicts itself
     */
    static BillBody read(byte[] bytes, @Nullable Convention convention) {
        if (EventStream.isStream(bytes)) {
            return answer(EventStream.answer(bytes), convention);
        }
        JsonNode body = Body.json(bytes);
        if (body.isArray() && !body.isEmpty()) {
            return answer(EventStream.answer(body), convention);
        }
        return read(body, convention);
    }

    /** An object: a bill or an answer. */
    static BillBody read(JsonNode body, @Nullable Convention convention) {
        if (AnswerReader.isAnswer(body)) {
            return answer(body, convention);
        }
        if (!body.isObject()) {
            throw bad(
                    "wrong_type",
                    "",
                    "Expected an object with “model” or “rates”, and “usage”; or a vendor's whole answer.",
                    "for example {\"model\":\"gpt-4o\",\"usage\":{\"input_tokens\":1000}}");
        }
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!KEYS.contains(name)) {
                throw bad(
                        "unknown_field",
                        "/" + name.replace("~", "~0").replace("/", "~1"),
                        "There is no field of that name in a bill's body.",
                        "known are " + String.join(", ", KEYS) + "; what else decides the price is in the query");
            }
        }
        boolean hasRates = body.hasNonNull("rates") && (!body.hasNonNull("model") || isFilled(body, "rates"));
        if (body.hasNonNull("model") && hasRates) {
            throw bad(
                    "model_or_rates",
                    "",
                    "A bill is made by “model” or by “rates”, and the body has both.",
                    "keep one of them");
        }
        if (body.hasNonNull("model") && !body.get("model").isTextual()) {
            throw bad(
                    "wrong_type", "/model", "Expected the model's name as text.", "for example \"model\": \"gpt-4o\"");
        }
        return new BillBody(
                body.hasNonNull("model") ? body.get("model").asText() : null,
                hasRates ? body.get("rates") : null,
                usage(body, convention),
                null);
    }

    /** With the model that the query names, if the body names none. */
    BillBody orModel(@Nullable String asked) {
        if (rates != null && asked != null) {
            throw bad(
                    "model_or_rates",
                    "",
                    "A bill is made by a model or by “rates”: the query has the one, the body the other.",
                    "keep one of them");
        }
        BillBody body = model != null || asked == null ? this : new BillBody(asked, rates, usage, moment);
        if (body.model == null && body.rates == null) {
            throw bad(
                    "model_or_rates",
                    "",
                    "A bill is made by “model” or by “rates”, and the body has neither.",
                    "add one of them, or name the model in the query: model=gpt-4o");
        }
        return body;
    }

    private static BillBody answer(JsonNode answer, @Nullable Convention convention) {
        WholeAnswer read = AnswerReader.read(answer, convention);
        return new BillBody(read.model(), null, read.usage(), read.moment());
    }

    private static ReportedUsage usage(JsonNode body, @Nullable Convention asked) {
        Convention convention = asked;
        if (body.hasNonNull("usage_convention")) {
            JsonNode said = body.get("usage_convention");
            convention = Convention.named(said.asText())
                    .orElseThrow(() -> bad(
                            "unknown_convention",
                            "/usage_convention",
                            "There is no such convention of usage.",
                            "known are " + Convention.names()));
        }
        boolean usage = isFilled(body, "usage");
        boolean metadata = isFilled(body, "usageMetadata");
        String key = metadata || !body.hasNonNull("usage") ? "usageMetadata" : "usage";
        if (!body.hasNonNull(key) || usage && metadata) {
            throw bad(
                    "no_usage",
                    "",
                    "The body has " + (body.hasNonNull(key) ? "two usages." : "no “usage”."),
                    "add one, for example \"usage\": {\"input_tokens\": 1000, \"output_tokens\": 100}");
        }
        return UsageReader.read(body.get(key), convention, "/" + key);
    }

    /** Generated clients send empty lists and objects for what wasn't given: beside a filled field they say nothing. */
    private static boolean isFilled(JsonNode body, String field) {
        return body.hasNonNull(field)
                && !(body.get(field).isContainerNode() && body.get(field).isEmpty());
    }

    private static Unreadable bad(String code, String pointer, String message, String hint) {
        return new Unreadable(Unreadable.Kind.UNSUPPORTED, code, pointer, message, hint);
    }
}
