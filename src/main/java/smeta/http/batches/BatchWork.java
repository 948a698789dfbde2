package smeta.http.batches;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.catalogue.NamedModel;
import smeta.estimate.Estimate;
import smeta.estimate.Impossible;
import smeta.estimate.Request;
import smeta.http.answer.Amounts;
import smeta.http.answer.JsonLines;
import smeta.http.library.Library;
import smeta.http.load.Meters;
import smeta.http.problem.Problem;
import smeta.http.query.AskedNames;
import smeta.http.query.EstimateQuery;
import smeta.http.query.VendorPath;
import smeta.meter.Count;
import smeta.price.ServiceTier;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.DialectDetector;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.prompt.Unreadable;
import smeta.token.Tokenizers;

/** Works out one line of a batch. What is wrong with it stays on it. Thread-safe. */
final class BatchWork {
    private final Library.Snapshot snapshot;
    private final AskedNames names;
    private final Tokenizers tokenizers;
    private final EstimateQuery asked;
    private final int longest;
    private final Meters meters;

    BatchWork(Library.Snapshot snapshot, Tokenizers tokenizers, EstimateQuery asked, int longest, Meters meters) {
        this.snapshot = snapshot;
        names = AskedNames.of(snapshot.names(), asked.seller());
        this.tokenizers = tokenizers;
        this.asked = asked;
        this.longest = longest;
        this.meters = meters;
    }

    /**
     * @param json   the answer, with the line's end
     * @param shares empty if the line has a problem
     */
    record Done(long line, @Nullable String id, byte[] json, List<BatchSummary.Share> shares) {}

    /** @param pointer to the vendor's request within the line */
    private record Envelope(
            @Nullable String id,
            JsonNode body,
            String pointer,
            @Nullable Dialect dialect) {}

    Done work(BatchLines.Line line) {
        if (line.bytes() == null) {
            return problem(
                    line,
                    null,
                    Problem.of(
                            413,
                            "line_too_long",
                            "Line too long",
                            "The line has more than " + longest + " bytes.",
                            "raise smeta.load.batch-line"));
        }
        Envelope envelope = null;
        try {
            envelope = open(Body.json(line.bytes()));
            return worked(line, envelope);
        } catch (Unreadable e) {
            boolean malformed = e.kind() == Unreadable.Kind.MALFORMED;
            return problem(
                    line,
                    envelope,
                    Problem.of(
                                    malformed ? 400 : 422,
                                    e.code(),
                                    malformed ? "The line can't be read" : "The line can't be measured",
                                    e.getMessage(),
                                    e.hint())
                            .at((envelope == null ? "" : envelope.pointer()) + e.pointer()));
        } catch (Impossible e) {
            return problem(
                    line,
                    envelope,
                    Problem.of(
                            422,
                            e.code(),
                            "The request contradicts itself or asks for what is not known",
                            e.getMessage(),
                            e.hint()));
        } catch (RuntimeException e) {
            // the message could quote a prompt
            return problem(
                    line,
                    envelope,
                    Problem.of(
                            500,
                            "internal_error",
                            "Internal error",
                            "Something failed that should not: " + e.getClass().getSimpleName() + ".",
                            null));
        }
    }

    /** OpenAI's batch lines, Anthropic's message batches, Gemini's, or the request alone. */
    private static Envelope open(JsonNode line) {
        String customId = Body.string(line.path("custom_id"));
        String id = customId == null ? Body.string(line.path("key")) : customId;
        if (line.path("body").isObject()) {
            return new Envelope(
                    id,
                    line.get("body"),
                    "/body",
                    VendorPath.of(line.path("url").asText("")).dialect());
        }
        if (line.path("params").isObject()) {
            return new Envelope(id, line.get("params"), "/params", Dialect.ANTHROPIC);
        }
        if (line.path("request").isObject()) {
            return new Envelope(id, line.get("request"), "/request", Dialect.GEMINI);
        }
        return new Envelope(id, line, "", null);
    }

    private Done worked(BatchLines.Line line, Envelope envelope) {
        JsonNode body = envelope.body();
        String bodyModel = body.path("model").isTextual() ? body.path("model").asText() : null;
        Dialect dialect = asked.dialect() != null
                ? asked.dialect()
                : envelope.dialect() != null
                        ? envelope.dialect()
                        : DialectDetector.detect(body, bodyModel == null ? null : names.dialect(bodyModel));
        Prompt prompt =
                PromptReader.read(body, dialect, asked.noteUnknownParts() ? UnknownParts.NOTE : UnknownParts.FAIL);
        List<String> models = !asked.models().isEmpty()
                ? asked.models()
                : prompt.model() == null ? List.of() : List.of(prompt.model());
        if (models.isEmpty()) {
            return problem(
                    line,
                    envelope,
                    Problem.of(
                                    422,
                                    "no_model",
                                    "No model",
                                    "Neither the query nor the line names a model.",
                                    "add models=gpt-4o")
                            .at(envelope.pointer()));
        }
        Request request = new Request(prompt, asked.assumptions(), tokenizers);
        Request batch = request.with(asked.assumptions().withTier(ServiceTier.BATCH));
        List<BatchLineAnswer.Item> estimates = new ArrayList<>();
        List<BatchSummary.Share> shares = new ArrayList<>();
        for (String name : models) {
            Model model = names.find(name).map(NamedModel::model).orElse(null);
            if (model == null) {
                return problem(
                        line,
                        envelope,
                        Problem.of(
                                        404,
                                        "unknown_model",
                                        "Unknown model",
                                        "The catalogue has no model “" + name + "”.",
                                        null)
                                .suggesting(names.suggestions(name)));
            }
            Estimate estimate = snapshot.estimator().estimate(request, model, name);
            estimates.add(answer(estimate));
            meters.answered("batches", estimate.fit().verdict().wireName(), model.provider());
            shares.add(share(estimate, snapshot.estimator().estimate(batch, model, name)));
        }
        meters.counted(request.countedBytes());
        byte[] json = JsonLines.line(new BatchLineAnswer(line.number(), envelope.id(), estimates, null));
        return new Done(line.number(), envelope.id(), json, shares);
    }

    private static Estimate.@Nullable Cost complete(Estimate estimate) {
        Estimate.Cost cost = estimate.cost();
        return cost != null && cost.bill().isComplete() ? cost : null;
    }

    private static BatchSummary.Share share(Estimate estimate, Estimate inBatch) {
        var tokens = estimate.input().tokens();
        Estimate.Cost cost = complete(estimate);
        Estimate.Cost batch = cost == null ? null : complete(inBatch);
        return new BatchSummary.Share(
                estimate.model().qualifiedId(),
                estimate.fit().verdict(),
                tokens.low(),
                tokens.likely(),
                tokens.high(),
                cost == null ? null : cost.low(),
                cost == null ? null : cost.likely(),
                cost == null ? null : cost.high(),
                batch == null ? null : batch.likely());
    }

    private BatchLineAnswer.Item answer(Estimate estimate) {
        Count tokens = estimate.input().tokens();
        return new BatchLineAnswer.Item(
                estimate.model().qualifiedId(),
                new BatchLineAnswer.Input(
                        tokens.low(),
                        tokens.likely(),
                        estimate.input().bounded() ? tokens.high() : null,
                        estimate.input().precision().name().toLowerCase(Locale.ROOT)),
                estimate.fit().verdict().wireName(),
                estimate.fit().reasons(),
                cost(estimate));
    }

    private BatchLineAnswer.@Nullable Cost cost(Estimate estimate) {
        Estimate.Cost cost = estimate.cost();
        if (cost == null) {
            return null;
        }
        boolean bounded = estimate.input().bounded() && estimate.output().bounded();
        return new BatchLineAnswer.Cost(
                cost.bill().isComplete(),
                cost.likely().currency().getCurrencyCode(),
                Amounts.rounded(cost.low(), asked.scale()),
                Amounts.rounded(cost.likely(), asked.scale()),
                bounded ? Amounts.rounded(cost.high(), asked.scale()) : null);
    }

    private Done problem(BatchLines.Line line, @Nullable Envelope envelope, Problem problem) {
        meters.answered("batches", "problem", "unknown");
        String id = envelope == null ? null : envelope.id();
        byte[] json = JsonLines.line(new BatchLineAnswer(line.number(), id, null, problem));
        return new Done(line.number(), id, json, List.of());
    }
}
