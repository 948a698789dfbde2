package smeta.http.query;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import smeta.estimate.CacheLifetime;
import smeta.estimate.Numbers;
import smeta.estimate.Share;
import smeta.http.problem.Problem;

/** What the caller says of the reply and of the provider's cache. */
@RegisterForReflection
public class CallParameters {
    @QueryParam("output")
    @Min(0)
    @Max(Numbers.MOST)
    @Parameter(description = "The likely reply, tokens. Left out: 500, or the cap if that is smaller.", example = "800")
    public @Nullable Long output;

    @QueryParam("max_output")
    @Min(0)
    @Max(Numbers.MOST)
    @Parameter(
            description = "The cap on the reply, tokens. Left out: the body's cap, else the model's maximum.",
            example = "800")
    public @Nullable Long maxOutput;

    @QueryParam("reasoning")
    @Min(0)
    @Max(Numbers.MOST)
    @Parameter(description = ParameterTexts.REASONING, example = "800")
    public @Nullable Long reasoning;

    @QueryParam("cached")
    @Parameter(
            description = ParameterTexts.CACHED,
            example = "40%",
            schema = @Schema(type = SchemaType.STRING, pattern = ParameterTexts.SHARE))
    public @Nullable Share cached;

    @QueryParam("cache_write")
    @Parameter(
            description = ParameterTexts.CACHE_WRITE,
            example = "1200",
            schema = @Schema(type = SchemaType.STRING, pattern = ParameterTexts.SHARE))
    public @Nullable Share cacheWrite;

    @QueryParam("ttl")
    @Parameter(
            description = ParameterTexts.CACHE_LIFETIME,
            example = "5m",
            schema = @Schema(type = SchemaType.STRING, pattern = ParameterTexts.LIFETIME))
    public @Nullable CacheLifetime lifetime;

    void contradictions(List<Problem.Error> errors) {
        long reply = (output == null ? 0 : output) + (reasoning == null ? 0 : reasoning);
        if (maxOutput != null && maxOutput >= 0 && reply > maxOutput) {
            errors.add(new Problem.Error(
                    "output",
                    "“output” and “reasoning” together are more than “max_output” " + maxOutput + ".",
                    "lower them, or raise max_output"));
        }
        if (lifetime != null && cacheWrite == null) {
            errors.add(new Problem.Error(
                    "ttl", "“ttl” says how long “cache_write” lives, which is not given.", "add cache_write=…"));
        }
    }
}
