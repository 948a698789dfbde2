package smeta.http.budgets;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;
import smeta.budget.AskedWorkload;
import smeta.budget.Percent;
import smeta.budget.ReplyLength;
import smeta.budget.RequestRate;
import smeta.budget.Seasons;
import smeta.budget.Volume;
import smeta.estimate.CacheLifetime;
import smeta.estimate.Numbers;
import smeta.estimate.Share;
import smeta.http.problem.Problem;
import smeta.http.query.ParameterTexts;
import smeta.http.query.SellerParameters;
import smeta.price.ServiceTier;

/** What holds for one workload, in a query or in a scenario. */
@RegisterForReflection
public class WorkloadParameters {
    private static final String PERCENT = "^-?[0-9]+(\\.[0-9]{1,6})?%(/month)?$";

    @QueryParam("name")
    @Parameter(description = "The workload's name. Left out: workload.", example = "chat")
    public @Nullable String name;

    @QueryParam("models")
    @Separator(",")
    @Parameter(description = "Names of models, separated by commas. Left out: the body's.", example = "gpt-4o")
    public List<String> models = List.of();

    @BeanParam
    @Valid
    public SellerParameters seller = new SellerParameters();

    @QueryParam("requests")
    @Parameter(
            description = "The volume, a day, a week or a month. Needed, but for a scenario.",
            example = "5000/day",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]+(\\.[0-9]+)?/(day|week|month)$"))
    public @Nullable RequestRate requests;

    @QueryParam("growth")
    @Parameter(
            description = "Growth a month, compound, from -100% to 1000%.",
            example = "5%/month",
            schema = @Schema(type = SchemaType.STRING, pattern = PERCENT))
    public @Nullable Percent growth;

    @QueryParam("seasons")
    @Parameter(
            description = "Factors by month of the year.",
            example = "12:1.5,1:0.8",
            schema = @Schema(type = SchemaType.STRING))
    public @Nullable Seasons seasons;

    @QueryParam("retries")
    @Parameter(
            description = "Requests that are sent, and paid, once more.",
            example = "2%",
            schema = @Schema(type = SchemaType.STRING, pattern = PERCENT))
    public @Nullable Percent retries;

    @QueryParam("working_days")
    @Parameter(description = "Whether only Mondays to Fridays have requests.", example = "true")
    public @Nullable Boolean workingDays;

    @QueryParam("input")
    @Min(0)
    @Max(Numbers.MOST)
    @Parameter(description = ParameterTexts.INPUT, example = "1284")
    public @Nullable Long input;

    @QueryParam("output")
    @Parameter(
            description = "The reply, tokens: an average, or a median and a 95th percentile.",
            example = "800",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            examples = {"800", "p50:600,p95:2400"}))
    public @Nullable ReplyLength output;

    @QueryParam("max_output")
    @Min(0)
    @Max(Numbers.MOST)
    @Parameter(description = "The cap on the reply, tokens.", example = "2000")
    public @Nullable Long maxOutput;

    @QueryParam("reasoning")
    @Min(0)
    @Max(Numbers.MOST)
    @Parameter(description = ParameterTexts.REASONING, example = "800")
    public @Nullable Long reasoning;

    @QueryParam("cached")
    @Parameter(
            description = "The part of the prompts that is read from the provider's cache. Left out: what a calibration"
                    + " says of the model, or nothing.",
            example = "40%",
            schema = @Schema(type = SchemaType.STRING, pattern = PERCENT))
    public @Nullable Percent cached;

    @QueryParam("cache_write")
    @Parameter(
            description = ParameterTexts.CACHE_WRITE,
            example = "10%",
            schema = @Schema(type = SchemaType.STRING, pattern = ParameterTexts.SHARE))
    public @Nullable Share cacheWrite;

    @QueryParam("ttl")
    @Parameter(
            description = ParameterTexts.CACHE_LIFETIME,
            example = "1h",
            schema = @Schema(type = SchemaType.STRING, pattern = ParameterTexts.LIFETIME))
    public @Nullable CacheLifetime lifetime;

    @QueryParam("batch_share")
    @Parameter(
            description = "The part of the requests that goes through the batch tier.",
            example = "30%",
            schema = @Schema(type = SchemaType.STRING, pattern = PERCENT))
    public @Nullable Percent batchShare;

    @QueryParam("tier")
    @Parameter(description = "The service tier. Left out: standard.", example = "batch")
    public @Nullable ServiceTier tier;

    void contradictions(boolean hasBody, List<Problem.Error> errors) {
        bounds("growth", growth, -100, 1000, errors);
        bounds("retries", retries, 0, 1000, errors);
        bounds("cached", cached, 0, 100, errors);
        bounds("batch_share", batchShare, 0, 100, errors);
        if (requests == null) {
            errors.add(new Problem.Error("requests", "There is no volume.", "for example requests=5000/day"));
        }
        if (!hasBody && (input == null || output == null)) {
            errors.add(new Problem.Error(
                    "input",
                    "Without a request body both “input” and “output” are needed.",
                    "for example input=1284 and output=800"));
        }
        if (hasBody && input != null) {
            errors.add(new Problem.Error(
                    "input", "“input” and a request body say the same thing twice.", "leave one of them out"));
        }
    }

    private static void bounds(
            String name, @Nullable Percent percent, int least, int most, List<Problem.Error> errors) {
        if (percent != null
                && (percent.value().compareTo(BigDecimal.valueOf(least)) < 0
                        || percent.value().compareTo(BigDecimal.valueOf(most)) > 0)) {
            errors.add(new Problem.Error(
                    name,
                    "“" + name + "” is “" + percent.value().toPlainString() + "%”, but a percentage from " + least
                            + "% to " + most + "% was expected.",
                    "for example " + name + "=" + Math.min(most, 5) + "%"));
        }
    }

    AskedWorkload asked() {
        RequestRate rate = Objects.requireNonNull(requests);
        return new AskedWorkload(
                name == null ? "workload" : name.strip(),
                models.stream().map(String::strip).filter(m -> !m.isEmpty()).toList(),
                seller.name(),
                new Volume(
                        rate.requests(),
                        rate.per(),
                        Boolean.TRUE.equals(workingDays),
                        or(growth),
                        seasons == null ? Map.of() : seasons.factors(),
                        or(retries)),
                input,
                output,
                reasoning == null ? 0 : reasoning,
                cached == null ? null : cached.value(),
                cacheWrite,
                lifetime == null ? null : lifetime.time(),
                or(batchShare),
                tier == null ? ServiceTier.STANDARD : tier,
                maxOutput);
    }

    private static BigDecimal or(@Nullable Percent percent) {
        return percent == null ? BigDecimal.ZERO : percent.value();
    }
}
