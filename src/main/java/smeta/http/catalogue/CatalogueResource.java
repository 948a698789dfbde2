package smeta.http.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import smeta.catalogue.Model;
import smeta.http.estimates.EstimateJson;
import smeta.http.library.ContractReport;
import smeta.http.library.Library;
import smeta.http.query.ParameterCheck;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code GET /v1/catalogue}: which catalogue is in use, and what is wrong with an override. */
@Path("/v1/catalogue")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {
    @Inject Library library;
    @Inject ParameterCheck check;

    @GET
    @Operation(
            operationId = "getCatalogue",
            summary = "Version, providers and counts of the catalogue in use; the defects of an override folder; what"
                    + " imports brought")
    @APIResponse(
            responseCode = "200",
            description = "version, counts by provider, defects, imports",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "nothing has changed since that ETag")
    public Response catalogue(@Context UriInfo uri, @Context Request request) {
        check.requireNone(uri.getQueryParameters());
        Library.Snapshot snapshot = library.snapshot();
        EntityTag tag = new EntityTag(snapshot.catalogue().version() + "-"
                + Integer.toHexString(List.of(
                                snapshot.defects(),
                                String.valueOf(snapshot.contract()),
                                snapshot.imports(),
                                library.imports().problems())
                        .hashCode()));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", snapshot.catalogue().version());
        json.put("models", snapshot.catalogue().models().size());
        json.put("priced", snapshot.catalogue().models().stream().filter(CatalogueResource::isPriced).count());
        ObjectNode providers = json.putObject("providers");
        snapshot.catalogue().countsByProvider().forEach(providers::put);
        Map<String, Integer> origins = new TreeMap<>();
        snapshot.catalogue()
                .models()
                .forEach(m -> origins.merge(m.origin().replaceAll(":[0-9]+$", ""), 1, Integer::sum));
        ObjectNode files = json.putObject("origins");
        origins.forEach(files::put);
        ObjectNode wide = json.putObject("wide");
        wide.put("version", snapshot.catalogue().wide().version());
        wide.put("offers", snapshot.names().wideOffers().size());
        ArrayNode tables = wide.putArray("tables");
        snapshot.catalogue().wide().tables().values()
                .forEach(table -> EstimateJson.source(tables.addObject().put("key", table.key()), table));
        json.put("overridden", snapshot.overridden());
        snapshot.defects().forEach(json.putArray("defects")::add);
        ImportJson.write(json.putArray("imports"), snapshot.imports(), library.imports().problems());
        if (snapshot.contract() != null) {
            contract(json.putObject("contract"), snapshot.contract());
        }
        return Response.ok(json.toString(), MediaType.APPLICATION_JSON)
                .tag(tag)
                .header("Cache-Control", "no-cache")
                .build();
    }

    private static void contract(ObjectNode json, ContractReport contract) {
        if (contract.title() != null) {
            json.put("title", contract.title()).put("as_of", contract.asOf());
        }
        json.put("names", contract.names()).put("discounts", contract.discounts());
        contract.defects().forEach(json.putArray("defects")::add);
    }

    private static boolean isPriced(Model model) {
        return model.rates().stream().anyMatch(c -> c.hasPrice());
    }
}
