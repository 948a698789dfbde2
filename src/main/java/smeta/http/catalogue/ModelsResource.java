package smeta.http.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import smeta.catalogue.Model;
import smeta.catalogue.NamedModel;
import smeta.catalogue.tables.PriceChange;
import smeta.http.estimates.EstimateJson;
import smeta.http.library.Library;
import smeta.http.problem.UnknownModel;
import smeta.http.query.AskedNames;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** {@code GET /v1/models}: a superset of OpenAI's list; {@code GET /v1/models/{name}}: everything about one. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {
    @Inject Library library;
    @Inject Clock clock;

    @GET
    @Operation(
            operationId = "listModels",
            summary = "Models in a superset of OpenAI's list shape, in its pages (list=, search=, limit=, after=)")
    @APIResponse(
            responseCode = "200",
            description = "object: list; data: a model each, with limits, rates in force and sources",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "nothing has changed since that ETag")
    public Response list(@Valid @BeanParam ModelListParameters asked, @Context Request request) {
        Library.Snapshot snapshot = library.snapshot();
        List<String> keys = snapshot.names().search(asked.search, null, asked.all());
        List<String> page = asked.page(keys);
        return cached(request, snapshot, () -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("object", "list");
            json.put("catalogue", snapshot.catalogue().version());
            ArrayNode data = json.putArray("data");
            ModelJson writer = new ModelJson(clock.instant());
            page.forEach(key -> snapshot.catalogue().find(key).ifPresent(m -> data.add(writer.brief(m))));
            if (!page.isEmpty()) {
                json.put("first_id", page.get(0));
                json.put("last_id", page.get(page.size() - 1));
            }
            json.put("has_more", !page.isEmpty() && !page.get(page.size() - 1).equals(keys.get(keys.size() - 1)));
            return json;
        });
    }

    @GET
    @Path("/{name:.+}")
    @Operation(
            operationId = "getModel",
            summary = "One model by provider/id, id or alias: limits, rules, every price card, sources; with"
                    + " include=sources what imports say")
    @APIResponse(
            responseCode = "200",
            description = "limits, rules, every price card, sources",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "nothing has changed since that ETag")
    public Response one(
            @PathParam("name") String name,
            @Valid @BeanParam ModelDetailParameters asked,
            @Context Request request) {
        Library.Snapshot snapshot = library.snapshot();
        NamedModel named = AskedNames.of(snapshot.names(), asked.seller.name()).require(name);
        if (!named.isListed()) {
            throw new UnknownModel(name, names(named, snapshot));
        }
        Model model = named.model();
        return cached(request, snapshot, () -> {
            ObjectNode json = new ModelJson(clock.instant()).full(model);
            if (asked.sources()) {
                others(json.putArray("others"), snapshot, model);
            }
            return json;
        });
    }

    /** Where a model that has no offer here may be had. */
    private static List<String> names(NamedModel named, Library.Snapshot snapshot) {
        List<String> others = snapshot.names().others(named);
        return others.isEmpty()
                ? snapshot.names().suggestions(named.asked(), 5)
                : others.subList(0, Math.min(5, others.size()));
    }

    /** What public tables say about the same offer, and where their prices differ. */
    private void others(ArrayNode json, Library.Snapshot snapshot, Model model) {
        for (Model other : snapshot.names().inTables(model)) {
            PriceChange difference = PriceChange.of(other.id(), model, other, clock.instant());
            ObjectNode one = json.addObject();
            one.put("model", other.qualifiedId());
            other.rates().stream()
                    .flatMap(card -> card.sources().stream())
                    .flatMap(key -> other.source(key).stream())
                    .findFirst()
                    .ifPresent(s -> EstimateJson.source(one.putObject("source"), s));
            one.put("agrees", difference.kind() == PriceChange.Kind.SAME);
            PreviewResource.lines(one.putArray("differs"), difference.lines(), "here", "there");
            other.notes().forEach(one.withArray("notes")::add);
        }
    }

    /** The answer changes with the catalogue and with the day, for prices are dated. */
    private Response cached(Request request, Library.Snapshot snapshot, java.util.function.Supplier<ObjectNode> json) {
        EntityTag tag =
                new EntityTag(snapshot.catalogue().version()
                        + "-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        return Response.ok(json.get().toString(), MediaType.APPLICATION_JSON)
                .tag(tag)
                .header("Cache-Control", "no-cache")
                .build();
    }
}
