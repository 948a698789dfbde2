package smeta.http.bills;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.catalogue.OwnCards;
import smeta.estimate.Impossible;
import smeta.estimate.Settlement;
import smeta.http.estimates.EstimatesResource;
import smeta.http.library.Library;
import smeta.http.load.Timing;
import smeta.http.problem.BadRates;
import smeta.http.problem.UnknownModel;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.money.ExchangeRate;
import smeta.price.Note;
import smeta.price.RateCard;
import smeta.price.ServiceTier;
import smeta.price.Terms;
import smeta.usage.Convention;
import smeta.usage.ReportedUsage;
import jakarta.validation.Valid;

/** {@code POST /v1/bills}: the price of a known usage, by model or by rates in the body. */
@Path("/v1/bills")
public class BillsResource {
    private static final Set<String> STANDARD =
            Set.of("standard", "default", "auto", "standard_only", "on_demand", "unspecified");

    @Inject Library library;
    @Inject Clock clock;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "bill",
            summary = "What a known usage costs, line by line, by model or by rates in the body",
            description =
                    "The usage is disjoint by default, inclusive if the body says so, or a vendor's own usage object"
                            + " as it came.")
    @RequestBody(
            description = "A model or rates, and a usage.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BillRequest.class)))
    public RestResponse<BillAnswer> bill(byte[] bytes, @Valid @BeanParam BillParameters parameters) {
        Library.Shelf shelf = library.shelf();
        BillQuery asked = parameters.asked(clock);
        Timing timing = new Timing();
        BillBody body = BillBody.read(bytes);
        timing.lap("read");
        Model model = body.model() == null ? null : shelf.catalogue().find(body.model())
                .orElseThrow(() -> new UnknownModel(body.model(), shelf.catalogue().suggestions(body.model(), 5)));
        RateCard card = model == null
                ? own(body, asked)
                : model.card(asked.moment(), asked.channel(), asked.region())
                        .orElseThrow(() -> new Impossible(
                                "no_price",
                                "No price of this model is known for that day, channel and region.",
                                "GET /v1/models/" + model.qualifiedId() + " shows every price card it has"));
        List<Note> notes = new ArrayList<>(body.usage().notes());
        ServiceTier tier = tier(asked, body.usage(), notes);
        if (tier != ServiceTier.STANDARD && !card.services().containsKey(tier)) {
            throw new Impossible(
                    "tier_not_priced",
                    "No price is published for the service tier “" + tier.wireName() + "” here.",
                    "add tier=standard for the standard price");
        }
        Terms terms = new Terms(tier, asked.timeKnown() ? asked.moment() : null, asked.residency(), asked.variant());
        Settlement settled =
                shelf.estimator().settle(card, items(body.usage(), card), terms, asked.currency(), asked.day());
        retirement(model, asked, notes);
        staleness(settled, asked, notes);
        List<Note> all = new ArrayList<>(settled.notes());
        all.addAll(notes);
        BillAnswer answer = new BillMapping(asked, shelf.catalogue().version())
                .answer(model, settled.cost(), body.usage().convention(), tier, all);
        timing.lap("price");
        return RestResponse.ResponseBuilder.ok(answer, MediaType.APPLICATION_JSON)
                .header("Server-Timing", timing.toString())
                .build();
    }

    private static RateCard own(BillBody body, BillQuery asked) {
        OwnCards.Read read = OwnCards.read(Objects.requireNonNull(body.rates()), "/rates");
        if (!read.defects().isEmpty()) {
            throw new BadRates(read.defects());
        }
        List<RateCard> cards = read.cards().stream().filter(c -> Objects.equals(c.channel(), asked.channel())
                && Objects.equals(c.region(), asked.region()) && c.period().contains(asked.moment())).toList();
        if (cards.size() != 1) {
            throw new BadRates(List.of(new OwnCards.Defect(
                    "/rates",
                    cards.isEmpty()
                            ? "no card holds for that day, channel and region"
                            : cards.size() + " cards hold for that day, channel and region; one was expected")));
        }
        return cards.get(0);
    }

    /** The query's, else the one that the vendor reports. */
    private static ServiceTier tier(BillQuery asked, ReportedUsage usage, List<Note> notes) {
        if (asked.tier() != null) {
            return asked.tier();
        }
        String reported = usage.serviceTier() == null ? "standard" : usage.serviceTier().toLowerCase(Locale.ROOT);
        if (STANDARD.contains(reported)) {
            return ServiceTier.STANDARD;
        }
        return ServiceTier.named(reported).orElseGet(() -> {
            notes.add(new Note(
                    "unknown_service_tier",
                    "The usage names a service tier that is not known here; the standard price applies."));
            return ServiceTier.STANDARD;
        });
    }

    /** A line for each meter. The visible reply of a model that thought has a price of its own with some vendors. */
    private static List<Item> items(ReportedUsage reported, RateCard card) {
        Usage usage = reported.usage();
        boolean thought = reported.convention() != Convention.DISJOINT && !usage.get(Meter.REASONING_TOKENS).isZero()
                && card.rates().get(Meter.OUTPUT_THINKING_TOKENS).isPresent();
        List<Item> items = new ArrayList<>();
        usage.counts().forEach((meter, count) -> {
            Meter billed = thought && meter == Meter.OUTPUT_TOKENS ? Meter.OUTPUT_THINKING_TOKENS : meter;
            items.add(new Item(billed.key(), billed, Count.exact(count.likely()), null));
        });
        return items;
    }

    private static void retirement(@Nullable Model model, BillQuery asked, List<Note> notes) {
        if (model != null && model.isRetired(asked.moment())) {
            notes.add(new Note(
                    "retired",
                    "The model was retired on "
                            + Objects.requireNonNull(model.retirement()).on()
                            + "; the price is the last one published."));
        }
    }

    private void staleness(Settlement settled, BillQuery asked, List<Note> notes) {
        if (settled.cost().conversion() == null) {
            return;
        }
        LocalDate oldest = settled.cost().conversion().used().stream()
                .map(ExchangeRate::date)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        long days = ChronoUnit.DAYS.between(oldest, asked.day());
        if (days > library.staleAfterDays()) {
            notes.add(EstimatesResource.oldRate(oldest, days));
        }
    }
}
