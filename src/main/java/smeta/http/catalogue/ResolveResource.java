package smeta.http.catalogue;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import smeta.catalogue.NamedModel;
import smeta.http.library.Library;
import smeta.http.problem.UnknownModel;
import smeta.http.query.AskedNames;
import smeta.http.query.ResolvedAnswer;
import smeta.http.query.UnknownNameAnswer;

/** {@code GET /v1/models/resolve}: which offers names mean, and by which rules. */
@Path("/v1/models/resolve")
@Produces(MediaType.APPLICATION_JSON)
public class ResolveResource {
    @Inject Library library;

    @GET
    @Operation(
            operationId = "resolveNames",
            summary = "Which model of which seller a name means, and by which rules",
            description = "Any spelling of an SDK, a gateway or a hub. A single unknown name is a 404 with suggestions;"
                    + " among several it stands under “unknown”.")
    public ResolutionsAnswer resolve(@Valid @BeanParam ResolveParameters parameters) {
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
