package smeta.http.catalogue;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import smeta.http.answer.ExchangeRateAnswer;
import smeta.http.library.Library;
import smeta.money.ExchangeRates;

/** {@code GET /v1/exchange-rates}: the rates in use, with their date and source. */
@Tag(name = "Exchange rates")
@Path("/v1/exchange-rates")
@Produces(MediaType.APPLICATION_JSON)
public class ExchangeRatesResource {
    @Inject
    Library library;

    @Inject
    Clock clock;

    @GET
    @Operation(
            operationId = "getExchangeRates",
            summary = "The exchange rates in effect on a day (on=; today if left out), with date and source")
    @APIResponse(
            responseCode = "200",
            description = "the day's rates, and what a feed brought",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ExchangeRatesAnswer.class)))
    @APIResponse(responseCode = "304", description = "nothing has changed since that ETag")
    public RestResponse<ExchangeRatesAnswer> rates(
            @Valid @BeanParam ExchangeRatesParameters asked, @Context Request request) {
        LocalDate day = asked.on == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : asked.on;
        ExchangeRates rates = library.snapshot().exchange();
        ExchangeRatesAnswer.Feed feed = library.feed().isOff()
                ? null
                : new ExchangeRatesAnswer.Feed(
                        library.feed().rates().size(), library.feed().problem());
        ExchangeRatesAnswer answer = new ExchangeRatesAnswer(day, ExchangeRateAnswer.of(rates.inEffect(day)), feed);
        EntityTag tag = new EntityTag(day + "-" + Unchanged.digest(answer.toString()));
        return Unchanged.or(request, tag, () -> answer);
    }
}
