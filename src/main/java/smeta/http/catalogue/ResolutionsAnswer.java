package smeta.http.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import smeta.http.query.ResolvedAnswer;
import smeta.http.query.UnknownNameAnswer;

/** The answer of {@code GET /v1/models/resolve}. */
@Schema(name = "Resolutions", description = "What names mean, in the order in which they were asked.")
public record ResolutionsAnswer(
        @Schema(required = true, description = "the catalogue's version")
        String catalogue,

        @Schema(required = true, description = "the names that mean a model")
        List<ResolvedAnswer> resolved,

        @Schema(required = true, description = "the names that mean none, with suggestions")
        List<UnknownNameAnswer> unknown) {}
