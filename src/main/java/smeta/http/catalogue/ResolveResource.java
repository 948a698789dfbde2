package smeta.http.catalogue;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import smeta.catalogue.NamedModel;
import smeta.http.SmetaConfig;
import smeta.http.library.Library;
import smeta.http.problem.BadQuery;
import smeta.http.problem.Problem;
import smeta.http.problem.UnknownModel;
import smeta.http.query.AskedNames;
import smeta.http.query.ParameterCheck;
import smeta.http.query.QueryBody;
import smeta.http.query.ResolvedAnswer;
import smeta.http.query.UnknownNameAnswer;

/** {@code /v1/models/resolve}: which offers names mean, and by which rules. */
@Tag(name = "Models")
@Path("/v1/models/resolve")
@Produces(MediaType.APPLICATION_JSON)
public class ResolveResource {
    @Inject
    Library library;

    @Inject
    SmetaConfig config;

    @Inject
    ParameterCheck check;

    @GET
    @Operation(
            operationId = "resolveNames",
            summary = "Which model of which seller a name means, and by which rules",
            description = "Any spelling of an SDK, a gateway or a hub. A single unknown name is a 404 with suggestions;"
                    + " among several it stands under “unknown”.")
    @APIResponse(
            responseCode = "200",
            description = "what the names mean",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ResolutionsAnswer.class)))
    @APIResponse(responseCode = "304", description = "nothing has changed since that ETag")
    public RestResponse<ResolutionsAnswer> resolve(
            @Valid @BeanParam ResolveParameters parameters, @Context Request request) {
        ResolutionsAnswer answer = resolved(parameters);
        String usual = config.names().seller().map(seller -> "-" + seller).orElse("");
        return Unchanged.or(request, new EntityTag(answer.catalogue() + usual), () -> answer);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "resolveManyNames",
            summary = "The same for more names than a query holds, in a body",
            description = "The query's words as a JSON object or a form; those of the query itself go before.")
    @RequestBody(
            description = "The names.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ResolveRequest.class)),
                @Content(
                        mediaType = "application/x-www-form-urlencoded",
                        schema = @Schema(implementation = ResolveRequest.class))
            })
    public ResolutionsAnswer resolveMany(byte[] body, @Context UriInfo uri) {
        MultivaluedMap<String, String> words = QueryBody.words(body);
        words.putAll(uri.getQueryParameters());
        ResolveParameters parameters = check.fill(new ResolveParameters(), words);
        List<Problem.Error> errors = check.errors(parameters);
        if (!errors.isEmpty()) {
            throw new BadQuery(errors);
        }
        return resolved(parameters);
    }

    private ResolutionsAnswer resolved(ResolveParameters parameters) {
        Library.Snapshot snapshot = library.snapshot();
        List<String> asked = parameters.names;
        AskedNames names = AskedNames.of(snapshot.names(), parameters.seller.name());
        List<ResolvedAnswer> resolved = new ArrayList<>();
        List<UnknownNameAnswer> unknown = new ArrayList<>();
        for (String name : asked) {
            NamedModel named = names.find(name).orElse(null);
            if (named != null) {
                resolved.add(ResolvedAnswer.full(named, names));
            } else if (asked.size() == 1) {
                throw new UnknownModel(name, names.suggestions(name));
            } else {
                unknown.add(new UnknownNameAnswer(name, names.suggestions(name)));
            }
        }
        return new ResolutionsAnswer(snapshot.catalogue().version(), resolved, unknown);
    }
}
