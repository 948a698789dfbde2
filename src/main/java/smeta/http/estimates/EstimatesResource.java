package smeta.http.estimates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Bound;
import smeta.estimate.Estimate;
import smeta.estimate.Request;
import smeta.http.library.Library;
import smeta.http.load.Load;
import smeta.http.load.Meters;
import smeta.http.load.Timing;
import smeta.http.query.EstimateQuery;
import smeta.http.query.Models;
import smeta.http.query.PromptBody;
import smeta.http.query.Query;
import smeta.money.ExchangeRate;
import smeta.money.ExchangeRates;
import smeta.money.Money;
import smeta.price.Note;
import smeta.prompt.Prompt;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** {@code POST /v1/estimates}: cost and fit of a request for one or many models. */
@Path("/v1/estimates")
public class EstimatesResource {
    @Inject Library library;
    @Inject Clock clock;
    @Inject Load load;
    @Inject Meters meters;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What this request costs and whether it fits, for one or many models",
            description =
                    "The body is the vendor's request, untouched, or a plain prompt as text/plain; everything else is"
                            + " in the query.")
    public Response estimate(byte[] body, @Context UriInfo uri, @Context HttpHeaders headers) {
        Library.Shelf shelf = library.shelf();
        Query query = new Query(uri.getQueryParameters());
        EstimateQuery asked = EstimateQuery.read(query, clock, Bound.LIKELY);
        query.close();
        Timing timing = new Timing();
        try (Load.Turn turn = load.take()) {
            timing.lap("queue");
            return estimate(body, headers.getMediaType(), asked, shelf, timing, turn);
        }
    }

    private Response estimate(
            byte[] body,
            @Nullable MediaType type,
            EstimateQuery asked,
            Library.Shelf shelf,
            Timing timing,
            Load.Turn turn) {
        Prompt prompt = asked.input() != null
                ? PromptBody.none(body)
                : PromptBody.read(
                        body,
                        type,
                        asked.dialect(),
                        asked.noteUnknownParts(),
                        model -> Models.dialect(shelf.catalogue().find(model).orElse(null)));
        timing.lap("read");
        Models.Choice choice = Models.choose(shelf.catalogue(), asked, prompt.model());
        Request request = asked.input() != null
                ? Request.ofTokens(asked.input(), asked.assumptions(), library.tokenizers())
                : new Request(prompt, asked.assumptions(), library.tokenizers(), turn.deadline());
        List<Estimate> estimates = new ArrayList<>();
        for (Models.Named named : choice.found()) {
            estimates.add(shelf.estimator().estimate(request, named.model(), named.asked()));
        }
        timing.split("count", request.countingNanos(), "price");
        meters.counted(request.countedBytes());
        estimates.forEach(meters::estimated);
        meters.timed("estimates", timing);
        if (asked.sort() != null) {
            sort(estimates, asked, shelf.exchange());
        }
        ObjectNode answer = answer(shelf, asked, prompt, estimates, choice.unknown());
        return Response.ok(answer.toString(), MediaType.APPLICATION_JSON)
                .header("Server-Timing", timing.toString())
                .build();
    }

    private ObjectNode answer(
            Library.Shelf shelf, EstimateQuery asked, Prompt prompt, List<Estimate> estimates, List<String> unknown) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        LocalDate day = LocalDate.ofInstant(asked.assumptions().moment(), ZoneOffset.UTC);
        json.put("catalogue", shelf.catalogue().version());
        json.put("on", day.toString());
        json.put("dialect", prompt.dialect().wireName());
        Set<ExchangeRate> used = new LinkedHashSet<>();
        estimates.stream()
                .filter(e -> e.cost() != null && e.cost().conversion() != null)
                .forEach(e -> used.addAll(e.cost().conversion().used()));
        EstimateJson.exchange(json.putArray("exchange"), List.copyOf(used));
        assumed(json.putArray("assumed"), asked, prompt);
        staleness(json, used, day);
        EstimateJson writer = new EstimateJson(asked.scale(), asked.include());
        ArrayNode list = json.putArray("estimates");
        estimates.forEach(e -> list.add(writer.json(e)));
        ArrayNode missing = json.putArray("unknown");
        for (String name : unknown) {
            ObjectNode one = missing.addObject();
            one.put("asked", name);
            shelf.catalogue().suggestions(name, 3).forEach(one.putArray("suggestions")::add);
        }
        return json;
    }

    private void staleness(ObjectNode json, Set<ExchangeRate> used, LocalDate day) {
        used.stream().map(ExchangeRate::date).min(Comparator.naturalOrder()).ifPresent(oldest -> {
            long days = ChronoUnit.DAYS.between(oldest, day);
            if (days > library.staleAfterDays()) {
                EstimateJson.notes(json.putArray("notes"), List.of(oldRate(oldest, days)));
            }
        });
    }

    public static Note oldRate(LocalDate date, long days) {
        return new Note("old_exchange_rate", "The exchange rate is of " + date + ", " + days
                + " days before the day that was asked for; no newer one is known.");
    }

    private static void assumed(ArrayNode json, EstimateQuery asked, Prompt prompt) {
        for (String[] one : asked.assumed()) {
            json.addObject().put("name", one[0]).put("value", one[1]).put("why", one[2]);
        }
        if (asked.assumptions().output() == null) {
            json.addObject()
                    .put("name", "output")
                    .put("value", Long.toString(500))
                    .put("why", "default: 500 tokens, or the cap if that is smaller");
        }
        if (asked.assumptions().maxOutput() == null) {
            json.addObject()
                    .put("name", "max_output")
                    .put(
                            "value",
                            prompt.maxOutput() == null ? "the model's maximum" : Long.toString(prompt.maxOutput()))
                    .put("why", prompt.maxOutput() == null ? "default" : "body");
        }
    }

    private static void sort(List<Estimate> estimates, EstimateQuery asked, ExchangeRates exchange) {
        Comparator<Estimate> order =
                switch (asked.sort()) {
                    case COST -> Comparator.comparing(
                            e -> comparable(e, asked, exchange), Comparator.nullsLast(Comparator.naturalOrder()));
                    case CONTEXT -> Comparator.comparing(
                            e -> e.model().limits().contextTokens().orElse(-1), Comparator.reverseOrder());
                    case ROOM -> Comparator.comparing(
                            e -> e.fit().roomForReply() == null ? -1L : e.fit().roomForReply(),
                            Comparator.reverseOrder());
                };
        estimates.sort(Comparator.<Estimate>comparingInt(
                        e -> rank(e, asked.assumptions().moment()))
                .thenComparing(order));
    }

    /**
     * What fits and can be had comes first, then what fits but is retired, an experiment or without a complete price,
     * then what may not fit, then what doesn't.
     */
    private static int rank(Estimate estimate, Instant moment) {
        boolean priced = estimate.cost() != null && estimate.cost().bill().isComplete();
        return switch (estimate.fit().verdict()) {
            case FITS -> priced && estimate.model().isOnOffer(moment) ? 0 : 1;
            case UNKNOWN -> 2;
            case TIGHT -> 3;
            case OVER -> 4;
            case UNSUPPORTED -> 5;
        };
    }

    /** The cost in one currency for all, so that an order exists; null if there is none. */
    private static @Nullable Money comparable(Estimate estimate, EstimateQuery asked, ExchangeRates exchange) {
        if (estimate.cost() == null) {
            return null;
        }
        Money cost = estimate.cost().at(asked.assumptions().bound());
        return exchange.convert(
                        cost,
                        Currency.getInstance("USD"),
                        LocalDate.ofInstant(asked.assumptions().moment(), ZoneOffset.UTC))
                .map(ExchangeRates.Conversion::money)
                .orElse(null);
    }
}
