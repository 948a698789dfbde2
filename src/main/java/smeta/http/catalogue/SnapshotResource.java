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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @APIResponse(
            responseCode = "200",
            description = "files, rates and settings",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SnapshotAnswer.class)))
    @APIResponse(responseCode = "304", description = "nothing has changed since that ETag")
    public RestResponse<SnapshotAnswer> snapshot(@Context UriInfo uri, @Context Request request) {
        check.requireNone(uri.getQueryParameters());
        Library.Snapshot snapshot = library.snapshot();
        return Unchanged.or(request, tag(snapshot), () -> SnapshotAnswer.of(snapshot, config));
    }

    /** The files are told by the catalogue's version; what stands beside them is little. */
    private EntityTag tag(Library.Snapshot snapshot) {
        List<Object> beside = List.of(
                snapshot.exchange().all(),
                config.catalogue().kilo(),
                config.exchange().markup(),
                config.exchange().vat(),
                config.names().seller());
        return new EntityTag(snapshot.catalogue().version() + "-" + Unchanged.digest(beside.toString()));
    }
}
