package smeta.http.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Stands in the OpenAPI document for names in a body, whose words are those of the query. */
@Schema(name = "ResolveRequest", description = "Names to resolve: the query's words in a body.")
record ResolveRequest(
        @Schema(required = true, description = "up to 1,000 names in any spelling", examples = "[\"azure/gpt-4o\"]")
        List<String> name,

        @Schema(description = "whose names come in: they are looked for there first", examples = "routerai") @Nullable
        String seller) {}
