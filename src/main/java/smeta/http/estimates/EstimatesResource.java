package smeta.http.estimates;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.catalogue.NamedModel;
import smeta.estimate.Bound;
import smeta.estimate.Estimate;
import smeta.estimate.Request;
import smeta.http.answer.AssumptionAnswer;
import smeta.http.answer.ExchangeRateAnswer;
import smeta.http.answer.NoteAnswer;
import smeta.http.library.Library;
import smeta.http.load.Load;
import smeta.http.load.Meters;
import smeta.http.load.SentBody;
import smeta.http.load.Timing;
import smeta.http.query.AskedNames;
import smeta.http.query.EstimateParameters;
import smeta.http.query.EstimateQuery;
import smeta.http.query.Models;
import smeta.http.query.Page;
import smeta.http.query.ParameterCheck;
import smeta.http.query.PromptBody;
import smeta.http.query.ResolvedAnswer;
import smeta.http.query.UnknownNameAnswer;
import smeta.http.query.VendorBody;
import smeta.http.telemetry.Spans;
import smeta.money.ExchangeRate;
import smeta.price.Note;
import smeta.prompt.Prompt;
import smeta.token.CountingInterrupted;

/** {@code POST /v1/estimates}: cost and fit of a request for one or many models. */
@Tag(name = "Estimates")
@Path("/v1/estimates")
public class EstimatesResource {
    @Inject
    Library library;

    @Inject
    Clock clock;

    @Inject
    Load load;

    @Inject
    SentBody sent;

    @Inject
    Meters meters;

    @Inject
    ParameterCheck parameterCheck;

    @Inject
    Spans spans;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "estimate",
            summary = "What this request costs and whether it fits, for one or many models",
            description =
                    "The body is the vendor's request, untouched, or a plain prompt as text/plain; everything else is"
                            + " in the query.")
    @RequestBody(
            required = false,
            description = VendorBody.DESCRIPTION + " Nothing, where the query has input=.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = VendorBody.class)),
                @Content(mediaType = "text/plain", schema = @Schema(implementation = String.class))
            })
    public RestResponse<EstimatesAnswer> estimate(
            @BeanParam EstimateParameters parameters, @Context HttpHeaders headers) {
        byte[] body = sent.bytes();
        parameterCheck.require(parameters);
        Library.Snapshot snapshot = library.snapshot().calibrated(parameters.answer.calibrated());
        EstimateQuery asked = parameters.asked(clock, Bound.LIKELY);
        Timing timing = new Timing();
        try (Load.Turn turn = load.take()) {
            timing.lap("queue");
            return estimate(body, headers.getMediaType(), asked, snapshot, timing, turn);
        }
    }

    private RestResponse<EstimatesAnswer> estimate(
            byte[] body,
            @Nullable MediaType type,
            EstimateQuery asked,
            Library.Snapshot snapshot,
            Timing timing,
            Load.Turn turn) {
        AskedNames names = AskedNames.of(snapshot.names(), asked.seller());
        Prompt prompt = asked.input() != null
                ? PromptBody.none(body)
                : PromptBody.read(body, type, asked.dialect(), asked.noteUnknownParts(), names::dialect);
        timing.lap("read");
        Models.Choice choice = Models.choose(snapshot.catalogue(), names, asked, prompt.model());
        Request request = asked.input() != null
                ? Request.ofTokens(asked.input(), asked.assumptions(), library.tokenizers())
                : new Request(prompt, asked.assumptions(), library.tokenizers(), turn.deadline());
        Function<NamedModel, Estimate> estimate = named -> {
            CountingInterrupted.check();
            return snapshot.estimator().estimate(request, named.model(), named.asked());
        };
        EstimateOrder order = new EstimateOrder(asked, snapshot.exchange());
        boolean paged = asked.everyone() && !asked.page().isWhole(choice.found().size());
        if (paged && asked.sort() != null) {
            choice = page(choice, order.sorted(choice.found(), estimate), asked.page());
        }
        List<Estimate> estimates = new ArrayList<>();
        for (NamedModel named : choice.found()) {
            estimates.add(estimate.apply(named));
        }
        timing.split("count", request.countingNanos(), "price");
        meters.counted(request.countedBytes());
        estimates.forEach(meters::estimated);
        meters.timed("estimates", timing);
        spans.estimated(prompt, estimates, timing);
        if (!paged && asked.sort() != null || !asked.everyone() && asked.offers()) {
            estimates = order.sorted(estimates, Function.identity());
        }
        return RestResponse.ResponseBuilder.ok(
                        answer(snapshot, asked, prompt, estimates, choice, names), MediaType.APPLICATION_JSON)
                .header("Server-Timing", timing.toString())
                .build();
    }

    private static Models.Choice page(Models.Choice choice, List<NamedModel> ordered, Page page) {
        List<NamedModel> found = page.of(ordered, NamedModel::asked);
        boolean more = !found.isEmpty() && found.get(found.size() - 1) != ordered.get(ordered.size() - 1);
        return new Models.Choice(found, choice.unknown(), more);
    }

    private EstimatesAnswer answer(
            Library.Snapshot snapshot,
            EstimateQuery asked,
            Prompt prompt,
            List<Estimate> estimates,
            Models.Choice choice,
            AskedNames names) {
        LocalDate day = LocalDate.ofInstant(asked.assumptions().moment(), ZoneOffset.UTC);
        Set<ExchangeRate> used = new LinkedHashSet<>();
        estimates.stream()
                .filter(e -> e.cost() != null && e.cost().conversion() != null)
                .forEach(e -> used.addAll(e.cost().conversion().used()));
        Map<String, NamedModel> named = new HashMap<>();
        choice.found().forEach(one -> named.put(key(one.asked(), one.model()), one));
        EstimateMapping mapping = new EstimateMapping(asked.scale(), asked.include());
        return new EstimatesAnswer(
                snapshot.catalogue().version(),
                day,
                prompt.dialect().wireName(),
                ExchangeRateAnswer.of(used),
                assumed(asked, prompt, estimates),
                staleness(used, day),
                estimates.stream()
                        .map(e -> mapping.answer(e, ResolvedAnswer.of(named.get(key(e.asked(), e.model())), names)))
                        .toList(),
                choice.unknown().stream()
                        .map(name -> new UnknownNameAnswer(name, names.suggestions(name)))
                        .toList(),
                asked.everyone() && !estimates.isEmpty()
                        ? estimates.get(estimates.size() - 1).model().qualifiedId()
                        : null,
                asked.everyone() ? choice.more() : null);
    }

    private static String key(String asked, Model model) {
        return asked + " " + model.qualifiedId();
    }

    /** Null unless the oldest exchange rate is older than the deployment wants to know. */
    private @Nullable List<NoteAnswer> staleness(Set<ExchangeRate> used, LocalDate day) {
        LocalDate oldest = used.stream()
                .map(ExchangeRate::date)
                .min(Comparator.naturalOrder())
                .orElse(day);
        long days = ChronoUnit.DAYS.between(oldest, day);
        return days > library.staleAfterDays() ? NoteAnswer.of(List.of(oldRate(oldest, days))) : null;
    }

    public static Note oldRate(LocalDate date, long days) {
        return new Note(
                        "old_exchange_rate",
                        "The exchange rate is of {date}, {days} days before the day that was asked for; no newer one is known.")
                .with("date", date)
                .with("days", days);
    }

    private static List<AssumptionAnswer> assumed(EstimateQuery asked, Prompt prompt, List<Estimate> estimates) {
        List<AssumptionAnswer> assumed = new ArrayList<>(asked.assumed());
        for (Estimate estimate : estimates) {
            estimate.learnt()
                    .forEach(learnt -> assumed.add(new AssumptionAnswer(
                            learnt.name(),
                            Long.toString(learnt.tokens()),
                            "calibration of " + estimate.model().qualifiedId() + ": " + learnt.how())));
        }
        boolean allLearnt = !estimates.isEmpty()
                && estimates.stream()
                        .allMatch(e -> e.learnt().stream()
                                .anyMatch(learnt -> learnt.name().equals("output")));
        if (asked.assumptions().reply().likely() == null && !allLearnt) {
            assumed.add(new AssumptionAnswer(
                    "output", Long.toString(500), "default: 500 tokens, or the cap if that is smaller"));
        }
        if (asked.assumptions().reply().cap() == null) {
            assumed.add(
                    prompt.maxOutput() == null
                            ? new AssumptionAnswer("max_output", "the model's maximum", "default")
                            : new AssumptionAnswer("max_output", Long.toString(prompt.maxOutput()), "body"));
        }
        return assumed;
    }
}
