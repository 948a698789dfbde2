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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import smeta.catalogue.Model;
import smeta.catalogue.NamedModel;
import smeta.http.library.Library;
import smeta.http.problem.UnknownModel;
import smeta.http.query.AskedNames;

/** {@code GET /v1/models}: a superset of OpenAI's list; {@code GET /v1/models/{name}}: everything about one. */
@Tag(name = "Models")
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {
    @Inject
    Library library;

    @Inject
    Clock clock;

    @GET
    @Operation(
            operationId = "listModels",
            summary = "Models in a superset of OpenAI's list shape, in its pages (list=, search=, limit=, after=)")
    @APIResponse(
            responseCode = "200",
            description = "a model each, with limits, rates in force and sources",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ModelsAnswer.class)))
    @APIResponse(responseCode = "304", description = "nothing has changed since that ETag")
    public RestResponse<ModelsAnswer> list(@Valid @BeanParam ModelListParameters asked, @Context Request request) {
        Library.Snapshot snapshot = library.snapshot();
        List<String> all = snapshot.names().search(asked.search, null, asked.all());
        List<String> page = asked.page(all);
        Instant now = clock.instant();
        return Unchanged.or(request, tag(snapshot, now), () -> page(all, page, snapshot, new ModelMapping(now)));
    }

    private static ModelsAnswer page(
            List<String> all, List<String> page, Library.Snapshot snapshot, ModelMapping mapping) {
        String last = page.isEmpty() ? null : page.get(page.size() - 1);
        return new ModelsAnswer(
                "list",
                snapshot.catalogue().version(),
                page.stream()
                        .flatMap(key -> snapshot.catalogue().offer(key).stream())
                        .map(mapping::brief)
                        .toList(),
                page.isEmpty() ? null : page.get(0),
                last,
                all.size(),
                last != null && !last.equals(all.get(all.size() - 1)));
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
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ModelDetailAnswer.class)))
    @APIResponse(responseCode = "304", description = "nothing has changed since that ETag")
    public RestResponse<ModelDetailAnswer> one(
            @Valid @BeanParam ModelDetailParameters asked, @Context Request request) {
        Library.Snapshot snapshot = library.snapshot();
        NamedModel named = AskedNames.of(snapshot.names(), asked.seller.name()).require(asked.name);
        if (!named.isListed()) {
            throw new UnknownModel(asked.name, names(named, snapshot));
        }
        Model model = named.model();
        Instant now = clock.instant();
        return Unchanged.or(
                request,
                tag(snapshot, now),
                () -> new ModelMapping(now)
                        .full(model, asked.sources() ? snapshot.names().inTables(model) : null));
    }

    /** Where a model that has no offer here may be had. */
    private static List<String> names(NamedModel named, Library.Snapshot snapshot) {
        List<String> others = snapshot.names().others(named);
        return others.isEmpty()
                ? snapshot.names().suggestions(named.asked(), 5)
                : others.subList(0, Math.min(5, others.size()));
    }

    /** The answer changes with the catalogue and with the day, for prices are dated. */
    private static EntityTag tag(Library.Snapshot snapshot, Instant now) {
        return new EntityTag(snapshot.catalogue().version() + "-" + LocalDate.ofInstant(now, ZoneOffset.UTC));
    }
}
