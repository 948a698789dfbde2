package smeta.http.query;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Whose names a request uses. */
@RegisterForReflection
public class SellerParameters {
    @QueryParam("seller")
    @Parameter(
            description = "Whose names come in: they are looked for there first. Left out: smeta.names.seller, else the"
                    + " makers'.",
            example = "routerai")
    public @Nullable String seller;

    /** The seller's name without spaces around it; null for the setting's. */
    public @Nullable String name() {
        return seller == null ? null : seller.strip();
    }
}
