package smeta.http.bills;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;
import smeta.http.query.Moment;
import smeta.http.query.PriceParameters;
import smeta.http.query.QueryParameters;

/** The parameters of a bill: whose prices apply, and what the answer shows. */
@RegisterForReflection
public class BillParameters extends QueryParameters {
    /** What an answer has only if it is asked for. */
    public enum Extra { SOURCES }

    @BeanParam
    @Valid
    public PriceParameters price = new PriceParameters();

    @QueryParam("scale")
    @Min(2)
    @Max(18)
    @Parameter(description = "Decimals of the total. Left out: all of them.", example = "6")
    public @Nullable Integer scale;

    @QueryParam("include")
    @Separator(",")
    @Parameter(description = "What else the answer shows.", example = "sources")
    public List<Extra> include = List.of();

    BillQuery asked(Clock clock) {
        Moment on = price.moment(clock);
        return new BillQuery(
                on.instant(),
                on.timeKnown(),
                price.tier,
                price.currency,
                price.channel(),
                price.region(),
                price.residency(),
                price.variant(),
                scale,
                include != null && include.contains(Extra.SOURCES));
    }
}
