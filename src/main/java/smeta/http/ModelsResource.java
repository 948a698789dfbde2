package smeta.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import smeta.catalogue.Model;

/** {@code GET /v1/models}: a superset of OpenAI's list; {@code GET /v1/models/{name}}: everything about one. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {
    @Inject Library library;
    @Inject Clock clock;

    @GET
    @Operation(summary = "All models, in a superset of OpenAI's list shape")
    public Response list(@Context UriInfo uri, @Context Request request) {
        new Query(uri.getQueryParameters()).close();
        Library.Shelf shelf = library.shelf();
        return cached(request, shelf, () -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("object", "list");
            json.put("catalogue", shelf.catalogue().version());
            ArrayNode data = json.putArray("data");
            ModelJson writer = new ModelJson(clock.instant());
            shelf.catalogue().models().forEach(m -> data.add(writer.brief(m)));
            return json;
        });
    }

    @GET
    @Path("/{name:.+}")
    @Operation(summary = "One model by provider/id, id or alias: limits, rules, every price card, sources")
    public Response one(@PathParam("name") String name, @Context UriInfo uri, @Context Request request) {
        new Query(uri.getQueryParameters()).close();
        Library.Shelf shelf = library.shelf();
        Model model = shelf.catalogue().find(name).orElseThrow(() -> new UnknownModel(name, shelf.catalogue().suggestions(name, 5)));
        return cached(request, shelf, () -> new ModelJson(clock.instant()).full(model));
    }

    /** The answer changes with the catalogue and with the day, for prices are dated. */
    private Response cached(Request request, Library.Shelf shelf, java.util.function.Supplier<ObjectNode> json) {
        EntityTag tag = new EntityTag(shelf.catalogue().version() + "-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        return Response.ok(json.get().toString(), MediaType.APPLICATION_JSON).tag(tag).header("Cache-Control", "no-cache").build();
    }
}
