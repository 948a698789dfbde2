package smeta.http.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Check;
import smeta.estimate.Estimate;
import smeta.http.answer.Amounts;
import smeta.meter.Count;
import smeta.prompt.Dialect;
import smeta.prompt.Prompt;

/**
 * What spans say of an estimate, a check or a bill: names that the catalogue knows, numbers, and codes. Amounts are
 * text, since a number of OpenTelemetry's is binary. What isn't known is left out.
 *
 * @param read   of the span {@code read}
 * @param common of every other span, the request's own included
 * @param one    of the spans {@code count} and {@code price}, if it is about one model
 * @param each   if it is about several, of an event of the span {@code price} for each
 */
record EstimateAttributes(Attributes read, Attributes common, Attributes one, List<Attributes> each) {
    static final EstimateAttributes NONE =
            new EstimateAttributes(Attributes.empty(), Attributes.empty(), Attributes.empty(), List.of());

    private static final String TOKENS = "smeta.estimate.";
    /** An estimate for all models has hundreds. */
    private static final int MOST_MODELS = 32;

    private static final int SCALE = 12;

    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
    private static final AttributeKey<String> REQUESTED = AttributeKey.stringKey("gen_ai.request.model");
    private static final AttributeKey<Long> MAX_TOKENS = AttributeKey.longKey("gen_ai.request.max_tokens");
    private static final AttributeKey<String> MODEL = AttributeKey.stringKey("smeta.model");

    static EstimateAttributes of(Prompt prompt, List<Estimate> estimates) {
        AttributesBuilder common = common(prompt);
        common.put("smeta.estimate.models", estimates.size());
        if (estimates.size() != 1) {
            return new EstimateAttributes(
                    read(prompt),
                    common.build(),
                    Attributes.empty(),
                    estimates.stream()
                            .limit(MOST_MODELS)
                            .map(e -> attributes(e).build())
                            .toList());
        }
        return one(prompt, common, attributes(estimates.get(0)));
    }

    static EstimateAttributes of(Prompt prompt, Check check) {
        AttributesBuilder common = common(prompt)
                .put("smeta.check.decision", check.allowed() ? "allow" : "deny")
                .put(AttributeKey.stringArrayKey("smeta.check.reasons"), check.reasons());
        if (check.hold() != null) {
            common.put("smeta.check.hold", Amounts.rounded(check.hold(), SCALE))
                    .put("smeta.check.currency", check.hold().currency().getCurrencyCode());
        }
        return one(
                prompt,
                common,
                check.estimate() != null
                        ? attributes(check.estimate())
                        : names(check.asked(), check.model().qualifiedId()));
    }

    private static EstimateAttributes one(Prompt prompt, AttributesBuilder common, AttributesBuilder estimate) {
        Attributes one = estimate.build();
        common.put(REQUESTED, one.get(REQUESTED)).put(MODEL, one.get(MODEL));
        return new EstimateAttributes(read(prompt), common.build(), one, List.of());
    }

    /** @param model as the catalogue names it; null if the bill is by rates alone */
    static EstimateAttributes of(@Nullable String model, Estimate.Cost cost, boolean complete) {
        AttributesBuilder bill = Attributes.builder();
        if (model != null) {
            bill.put(MODEL, model);
        }
        bill.put("smeta.bill.complete", complete)
                .put("smeta.bill.currency", cost.likely().currency().getCurrencyCode())
                .put("smeta.bill.cost", Amounts.rounded(cost.likely(), SCALE));
        return new EstimateAttributes(Attributes.empty(), Attributes.empty(), bill.build(), List.of());
    }

    private static Attributes read(Prompt prompt) {
        return Attributes.of(
                AttributeKey.stringKey("smeta.prompt.dialect"), prompt.dialect().wireName());
    }

    private static AttributesBuilder common(Prompt prompt) {
        AttributesBuilder common = Attributes.builder().put(OPERATION, operation(prompt.dialect()));
        return prompt.maxOutput() == null ? common : common.put(MAX_TOKENS, prompt.maxOutput());
    }

    private static AttributesBuilder names(String asked, String model) {
        return Attributes.builder().put(REQUESTED, asked).put(MODEL, model);
    }

    private static AttributesBuilder attributes(Estimate estimate) {
        AttributesBuilder all = names(estimate.asked(), estimate.model().qualifiedId());
        tokens(all, "input_tokens", estimate.input().tokens(), estimate.input().bounded());
        tokens(
                all,
                "output_tokens",
                estimate.output().tokens(),
                estimate.output().bounded());
        all.put(TOKENS + "precision", estimate.input().precision().name().toLowerCase(Locale.ROOT));
        all.put(TOKENS + "verdict", estimate.fit().verdict().wireName());
        Estimate.Cost cost = estimate.cost();
        if (cost == null) {
            return all;
        }
        boolean complete = cost.bill().isComplete();
        all.put(TOKENS + "cost.complete", complete)
                .put(TOKENS + "cost.currency", cost.likely().currency().getCurrencyCode())
                .put(TOKENS + "cost.low", Amounts.rounded(cost.low(), SCALE))
                .put(TOKENS + "cost.likely", Amounts.rounded(cost.likely(), SCALE));
        if (complete && estimate.input().bounded() && estimate.output().bounded()) {
            all.put(TOKENS + "cost.high", Amounts.rounded(cost.high(), SCALE));
        }
        return all;
    }

    private static void tokens(AttributesBuilder all, String what, Count tokens, boolean bounded) {
        all.put(TOKENS + what + ".low", tokens.low()).put(TOKENS + what + ".likely", tokens.likely());
        if (bounded) {
            all.put(TOKENS + what + ".high", tokens.high());
        }
    }

    /** OpenTelemetry's word where it has one, else the task's own. */
    private static String operation(Dialect dialect) {
        return switch (dialect.task()) {
            case CHAT -> dialect == Dialect.GEMINI ? "generate_content" : "chat";
            case COMPLETION -> "text_completion";
            case EMBEDDING -> "embeddings";
            default -> dialect.task().name().toLowerCase(Locale.ROOT);
        };
    }
}
