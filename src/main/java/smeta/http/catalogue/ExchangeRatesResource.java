package smeta.http.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import smeta.http.estimates.EstimateJson;
import smeta.http.library.Library;
import smeta.http.query.Query;
import smeta.money.ExchangeRates;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code GET /v1/exchange-rates}: the rates in use, with their date and source. */
@Path("/v1/exchange-rates")
@Produces(MediaType.APPLICATION_JSON)
public class ExchangeRatesResource {
    @Inject Library library;
    @Inject Clock clock;

    @GET
    @Operation(summary = "The exchange rates in effect on a day (on=; today if left out), with date and source")
    public Response rates(@Context UriInfo uri, @Context Request request) {
        Query query = new Query(uri.getQueryParameters());
        LocalDate asked = query.parsed("on", "a day like 2026-11-22", LocalDate::parse);
        query.close();
        LocalDate day = asked == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : asked;
        ExchangeRates rates = library.shelf().exchange();
        EntityTag tag = new EntityTag(day + "-" + Integer.toHexString(rates.all().hashCode()));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("on", day.toString());
        EstimateJson.exchange(json.putArray("rates"), rates.inEffect(day));
        if (!library.feed().isOff()) {
            ObjectNode feed = json.putObject("feed");
            feed.put("rates", library.feed().rates().size());
            String problem = library.feed().problem();
            if (problem != null) {
                feed.put("problem", problem);
            }
        }
        return Response.ok(json.toString(), MediaType.APPLICATION_JSON)
                .tag(tag)
                .header("Cache-Control", "no-cache")
                .build();
    }
}
