package smeta.http.bills;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.catalogue.yaml.OwnCards;
import smeta.estimate.UsagePricer;
import smeta.http.batches.BatchEndAnswer;
import smeta.http.batches.StreamedAnswers;
import smeta.http.estimates.EstimatesResource;
import smeta.http.library.Library;
import smeta.http.load.Load;
import smeta.http.load.Timing;
import smeta.http.problem.BadRates;
import smeta.http.query.AskedNames;
import smeta.http.telemetry.Spans;
import smeta.money.ExchangeRate;
import smeta.price.Note;
import smeta.price.RateCard;

/** {@code POST /v1/bills}: the price of a known usage, by model or by rates in the body. */
@Tag(name = "Bills")
@Path("/v1/bills")
public class BillsResource {
    private static final String JSONL = "application/jsonl";

    @Inject
    Library library;

    @Inject
    Clock clock;

    @Inject
    Load load;

    @Inject
    StreamedAnswers answers;

    @Inject
    Spans spans;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "bill",
            summary = "What a known usage costs, line by line, by model or by rates in the body",
            description =
                    "The usage is disjoint by default, inclusive if the body says so, or a vendor's or client's own"
                            + " usage object as it came. A whole answer, or the text of its event stream, is a body"
                            + " too. A log as application/jsonl is answered line by line, with totals.")
    @RequestBody(
            description = "A model or rates, and a usage; or a vendor's whole answer.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BillRequest.class)))
    public RestResponse<BillAnswer> bill(byte[] bytes, @Valid @BeanParam BillParameters parameters) {
        Library.Snapshot snapshot = library.snapshot();
        BillQuery asked = parameters.asked(clock);
        Timing timing = new Timing();
        BillBody body = BillBody.read(bytes, asked.convention()).orModel(asked.model());
        timing.lap("read");
        UsagePricer.Asked terms = asked.terms(body);
        AskedNames names = AskedNames.of(snapshot.names(), asked.seller());
        Model model = body.model() == null ? null : names.require(body.model()).model();
        UsagePricer pricer = snapshot.estimator().pricer(names::model);
        UsagePricer.Priced priced = model == null
                ? pricer.price(null, own(body, terms), body.usage(), terms)
                : pricer.price(model, body.usage(), terms);
        List<Note> notes = new ArrayList<>(priced.settlement().notes());
        retirement(model, terms, notes);
        staleness(priced, terms, notes);
        BillAnswer answer = new BillMapping(asked, snapshot.catalogue().version())
                .answer(model, priced, body.usage(), terms, notes);
        timing.lap("price");
        spans.billed(
                model == null ? null : model.qualifiedId(), priced.settlement().cost(), priced.isComplete(), timing);
        return RestResponse.ResponseBuilder.ok(answer, MediaType.APPLICATION_JSON)
                .header("Server-Timing", timing.toString())
                .build();
    }

    @POST
    @Consumes({JSONL, "application/x-ndjson"})
    @Produces({JSONL, "application/x-ndjson"})
    @Operation(
            operationId = "billLog",
            summary = "What the calls of a log cost, a line each, and a summary line",
            description =
                    "A line is a body of a bill, or a vendor's whole answer. The summary has totals by model and by"
                            + " day, what the cache saved, and what could not be priced.")
    @RequestBody(
            description = "One bill or answer a line.",
            content = @Content(mediaType = JSONL, schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "200",
            description = "a line for each call, and a summary line at the end",
            content =
                    @Content(
                            mediaType = JSONL,
                            schema =
                                    @Schema(
                                            description = "one line",
                                            anyOf = {LogLineAnswer.class, LogSummaryAnswer.class, BatchEndAnswer.class
                                            })))
    public Response log(InputStream body, @Valid @BeanParam BillParameters parameters) {
        return answers.to(body, lines -> new BillLog(lines, library.snapshot(), parameters.asked(clock), load));
    }

    private static RateCard own(BillBody body, UsagePricer.Asked asked) {
        OwnCards.Read read = OwnCards.read(Objects.requireNonNull(body.rates()), "/rates");
        if (!read.defects().isEmpty()) {
            throw new BadRates(read.defects());
        }
        List<RateCard> cards = read.cards().stream()
                .filter(c -> Objects.equals(c.channel(), asked.channel())
                        && Objects.equals(c.region(), asked.region())
                        && c.period().contains(asked.moment()))
                .toList();
        if (cards.size() != 1) {
            throw new BadRates(List.of(new OwnCards.Defect(
                    "/rates",
                    cards.isEmpty()
                            ? "no card holds for that day, channel and region"
                            : cards.size() + " cards hold for that day, channel and region; one was expected")));
        }
        return cards.get(0);
    }

    private static void retirement(@Nullable Model model, UsagePricer.Asked asked, List<Note> notes) {
        if (model != null && model.isRetired(asked.moment())) {
            notes.add(new Note("retired", "The model was retired on {on}; a price is the last one published.")
                    .with("on", Objects.requireNonNull(model.retirement()).on()));
        }
    }

    private void staleness(UsagePricer.Priced priced, UsagePricer.Asked asked, List<Note> notes) {
        if (priced.settlement().cost().conversion() == null) {
            return;
        }
        LocalDate oldest = priced.settlement().cost().conversion().used().stream()
                .map(ExchangeRate::date)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        long days = ChronoUnit.DAYS.between(oldest, asked.day());
        if (days > library.staleAfterDays()) {
            notes.add(EstimatesResource.oldRate(oldest, days));
        }
    }
}
