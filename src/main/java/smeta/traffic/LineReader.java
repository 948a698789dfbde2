package smeta.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import smeta.calibration.Circumstances;
import smeta.calibration.Observation;
import smeta.catalogue.Model;
import smeta.estimate.Assumptions;
import smeta.estimate.Estimator;
import smeta.estimate.Impossible;
import smeta.estimate.Request;
import smeta.estimate.UsagePricer;
import smeta.meter.Count;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.money.Fraction;
import smeta.money.Money;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.DialectDetector;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.Task;
import smeta.prompt.UnknownParts;
import smeta.prompt.Unreadable;
import smeta.token.Tokenizers;
import smeta.usage.ReportedCost;

/**
 * Reads the lines of a log as numbers: what a bare estimate of the request is made of, and what the vendor reported.
 * Neither a text nor an id outlives the reading. Thread-safe.
 */
public final class LineReader {
    private final ModelNames names;
    private final Tokenizers tokenizers;
    private final UsagePricer pricer;
    private final Instant now;

    /** How names of models and of dialects are understood. */
    public interface ModelNames {
        /** Null if the name means nothing that is known. */
        @Nullable
        Model model(String name);

        /** Whose request shape the model's seller speaks; null if that isn't known. */
        @Nullable
        Dialect dialect(String name);
    }

    /** @param now whose prices hold for lines that don't say when they were made */
    public LineReader(ModelNames names, Tokenizers tokenizers, UsagePricer pricer, Instant now) {
        this.names = names;
        this.tokenizers = tokenizers;
        this.pricer = pricer;
        this.now = now;
    }

    /** What is wrong with a line is its code; nothing is thrown. */
    public LineReading read(byte[] bytes) {
        return guarded(() -> {
            JsonNode line = Body.json(bytes);
            List<JsonNode> spans = SpanMessages.exported(line);
            return spans == null
                    ? read(line, bytes)
                    : new LineReading.Several(spans.stream()
                            .map(span ->
                                    guarded(() -> read(span, span.toString().getBytes(StandardCharsets.UTF_8))))
                            .toList());
        });
    }

    private static LineReading guarded(Supplier<LineReading> reading) {
        try {
            return reading.get();
        } catch (Unreadable e) {
            return new LineReading.Problem(e.code());
        } catch (Impossible e) {
            return new LineReading.Problem(e.code());
        } catch (ArithmeticException | IllegalArgumentException e) {
            // the message could quote the line
            return new LineReading.Problem("beyond_any_model");
        }
    }

    private LineReading read(JsonNode line, byte[] bytes) {
        if (!line.isObject()) {
            return new LineReading.Problem("wrong_type");
        }
        LoggedAnswer answer = LoggedAnswer.of(line);
        JsonNode body = answer != null && line.has("result") ? null : LoggedRequest.of(line);
        String id = line.path("custom_id").isTextual() ? line.get("custom_id").asText() : null;
        if (body == null) {
            return id == null || answer == null
                    ? new LineReading.Problem("no_request")
                    : new LineReading.Half(id, null, answer);
        }
        if (answer == null && id == null) {
            return new LineReading.Problem("no_usage");
        }
        AskedHalf asked = asked(line, body, answer, bytes);
        if (asked == null) {
            return new LineReading.Problem("unknown_model");
        }
        if (answer != null) {
            return new LineReading.Learnable(together(asked, answer));
        }
        return id == null ? new LineReading.Problem("no_usage") : new LineReading.Half(id, asked, null);
    }

    private @Nullable AskedHalf asked(JsonNode line, JsonNode body, @Nullable LoggedAnswer answer, byte[] bytes) {
        String said = line.path("custom_llm_provider").isTextual()
                        && line.path("model").isTextual()
                ? line.get("custom_llm_provider").asText() + "/"
                        + line.get("model").asText()
                : null;
        String name = null;
        Model model = null;
        for (String one : Arrays.asList(
                said,
                text(line),
                text(body),
                answer == null ? null : answer.told().model())) {
            model = one == null || model != null ? model : names.model(one);
            name = name == null && model != null ? one : name;
        }
        if (model == null) {
            return null;
        }
        Dialect dialect = line.path("params").isObject()
                ? Dialect.ANTHROPIC
                : DialectDetector.detect(body, names.dialect(Objects.requireNonNull(name)));
        Prompt prompt = PromptReader.read(body, dialect, UnknownParts.NOTE);
        Request request = new Request(prompt, Assumptions.at(now), tokenizers);
        return new AskedHalf(
                LineKey.of(bytes),
                model,
                Estimator.parts(request, model),
                Circumstances.of(
                        prompt.thinking(),
                        prompt.effort(),
                        prompt.thinkingBudget(),
                        !prompt.tools().isEmpty(),
                        prompt.maxOutput()),
                prompt.replies(),
                dialect.task() == Task.CHAT);
    }

    private static @Nullable String text(JsonNode object) {
        return object.path("model").isTextual() ? object.get("model").asText() : null;
    }

    Observation together(AskedHalf asked, LoggedAnswer answer) {
        Usage usage = answer.told().usage().usage();
        Count prompt = usage.promptTokens();
        Count thoughts = usage.get(Meter.REASONING_TOKENS);
        boolean one =
                asked.replies() == 1 && asked.talks() && usage.replyTokens().isExact();
        Instant moment = answer.told().moment();
        return new Observation(
                asked.key(),
                asked.model().qualifiedId(),
                asked.model().tokenizer(),
                asked.model().framing().name(),
                moment == null ? null : LocalDate.ofInstant(moment, ZoneOffset.UTC),
                prompt.isExact() && prompt.likely() > 0 ? asked.parts() : null,
                prompt.likely(),
                Math.min(prompt.likely(), cached(usage)),
                asked.when(),
                one ? usage.replyTokens().likely() - thoughts.likely() : null,
                one && answer.tellsThoughts() ? thoughts.likely() : null,
                cost(asked.model(), answer, moment == null ? now : moment));
    }

    private static long cached(Usage usage) {
        return List.of(
                        Meter.CACHE_READ_TOKENS,
                        Meter.CACHE_READ_EXPLICIT_TOKENS,
                        Meter.CACHE_READ_IMAGE_TOKENS,
                        Meter.CACHE_READ_AUDIO_TOKENS,
                        Meter.CACHE_READ_VIDEO_TOKENS)
                .stream()
                .mapToLong(meter -> usage.get(meter).likely())
                .sum();
    }

    /** What the seller said it cost, in millionths of ours; null if that can't be told. */
    private @Nullable Long cost(Model model, LoggedAnswer answer, Instant moment) {
        ReportedCost cost = answer.anyCost();
        if (cost == null) {
            return null;
        }
        try {
            UsagePricer.Priced priced = pricer.price(
                    model,
                    answer.told().usage(),
                    new UsagePricer.Asked(moment, true, null, null, null, null, null, null));
            Money ours = priced.settlement().cost().bill().likely();
            boolean same = cost.currency() == null
                    || cost.currency().equals(ours.currency().getCurrencyCode());
            if (!same || ours.isZero() || !priced.isComplete()) {
                return null;
            }
            BigDecimal share =
                    Fraction.of(cost.amount()).dividedBy(ours.amount()).rounded(6);
            return share.compareTo(BigDecimal.valueOf(1_000_000)) > 0
                    ? null
                    : share.movePointRight(6).longValueExact();
        } catch (Impossible e) {
            return null;
        }
    }
}
