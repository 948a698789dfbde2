package smeta.http.catalogue;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Model;
import smeta.http.library.Library;
import smeta.http.query.ParameterCheck;
import smeta.price.RateCard;

/** {@code GET /v1/catalogue}: which catalogue is in use, and what is wrong with an override. */
@Tag(name = "Catalogue")
@Path("/v1/catalogue")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {
    @Inject
    Library library;

    @Inject
    ParameterCheck check;

    @GET
    @Operation(
            operationId = "getCatalogue",
            summary = "Version, providers and counts of the catalogue in use; the defects of an override folder; what"
                    + " imports brought")
    @APIResponse(
            responseCode = "200",
            description = "version, counts by provider, defects, imports",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = CatalogueAnswer.class)))
    @APIResponse(responseCode = "304", description = "nothing has changed since that ETag")
    public RestResponse<CatalogueAnswer> catalogue(@Context UriInfo uri, @Context Request request) {
        check.requireNone(uri.getQueryParameters());
        Library.Snapshot snapshot = library.snapshot();
        EntityTag tag = new EntityTag(snapshot.catalogue().version() + "-"
                + Integer.toHexString(List.of(
                                snapshot.defects(),
                                String.valueOf(snapshot.contract()),
                                snapshot.imports(),
                                library.imports().problems())
                        .hashCode()));
        return Unchanged.or(request, tag, () -> answer(snapshot));
    }

    private CatalogueAnswer answer(Library.Snapshot snapshot) {
        Catalogue catalogue = snapshot.catalogue();
        Map<String, Integer> origins = new TreeMap<>();
        catalogue.models().forEach(m -> origins.merge(m.origin().replaceAll(":[0-9]+$", ""), 1, Integer::sum));
        return new CatalogueAnswer(
                catalogue.version(),
                catalogue.models().size(),
                catalogue.models().stream().filter(CatalogueResource::isPriced).count(),
                catalogue.countsByProvider(),
                origins,
                new CatalogueAnswer.Wide(
                        catalogue.wide().version(),
                        snapshot.names().wideOffers().size(),
                        catalogue.wide().tables().values().stream()
                                .map(table -> KeyedSourceAnswer.of(table.key(), table))
                                .toList()),
                snapshot.overridden(),
                snapshot.defects(),
                ImportAnswer.of(snapshot.imports(), library.imports().problems()),
                CatalogueAnswer.Agreement.of(snapshot.contract()));
    }

    private static boolean isPriced(Model model) {
        return model.rates().stream().anyMatch(RateCard::hasPrice);
    }
}
