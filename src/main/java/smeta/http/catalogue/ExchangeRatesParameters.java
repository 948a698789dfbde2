package smeta.http.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import smeta.http.query.QueryParameters;

/** The parameters of the exchange rates. */
@RegisterForReflection
public class ExchangeRatesParameters extends QueryParameters {
    @QueryParam("on")
    @Parameter(description = "The day. Left out: today.", example = "2026-11-22")
    public @Nullable LocalDate on;
}
