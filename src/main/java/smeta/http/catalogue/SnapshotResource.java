package smeta.http.catalogue;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import smeta.http.SmetaConfig;
import smeta.http.library.Library;
import smeta.http.query.ParameterCheck;

/** {@code GET /v1/catalogue/snapshot}: everything that a program needs to give the same answers without the service. */
@Tag(name = "Catalogue")
@Path("/v1/catalogue/snapshot")
@Produces(MediaType.APPLICATION_JSON)
public class SnapshotResource {
    @Inject
    Library library;

    @Inject
    SmetaConfig config;

    @Inject
    ParameterCheck check;

    @GET
    @Operation(
            operationId = "getCatalogueSnapshot",
            summary = "The catalogue's files and the exchange rates in use, for the library to be made from")
    public RestResponse<SnapshotAnswer> snapshot(@Context UriInfo uri) {
        check.requireNone(uri.getQueryParameters());
        return RestResponse.ResponseBuilder.ok(
                        SnapshotAnswer.of(library.snapshot(), config), MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-cache")
                .build();
    }
}
