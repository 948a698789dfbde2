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
import smeta.estimate.UsagePricer;
import smeta.http.query.Moment;
import smeta.http.query.PriceParameters;
import smeta.http.query.QueryParameters;
import smeta.http.query.SellerParameters;
import smeta.usage.Convention;

/** The parameters of a bill: whose prices apply, and what the answer shows. */
@RegisterForReflection
public class BillParameters extends QueryParameters {
    /** What an answer has only if it is asked for. */
    public enum Extra {
        SOURCES
    }

    @BeanParam
    @Valid
    public PriceParameters price = new PriceParameters();

    @QueryParam("scale")
    @Min(2)
    @Max(18)
    @Parameter(description = "Decimals of the total. Left out: all of them.", example = "6")
    public @Nullable Integer scale;

    @BeanParam
    @Valid
    public SellerParameters seller = new SellerParameters();

    @QueryParam("include")
    @Separator(",")
    @Parameter(description = "What else the answer shows.", example = "sources")
    public List<Extra> include = List.of();

    @QueryParam("model")
    @Parameter(description = "The model of an answer that names none.", example = "gpt-4o")
    public @Nullable String model;

    @QueryParam("usage_convention")
    @Parameter(description = "How the usage is meant. Left out: recognised by its shape.", example = "langfuse")
    public @Nullable Convention usageConvention;

    BillQuery asked(Clock clock) {
        Moment on = price.moment(clock);
        UsagePricer.Asked asked = new UsagePricer.Asked(
                on.instant(),
                on.timeKnown(),
                price.tier,
                price.currency,
                price.channel(),
                price.region(),
                price.residency(),
                price.variant());
        return new BillQuery(
                asked,
                price.on != null,
                model == null ? null : model.strip(),
                usageConvention,
                scale,
                include != null && include.contains(Extra.SOURCES),
                seller.name());
    }
}
