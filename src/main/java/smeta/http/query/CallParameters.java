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
import smeta.estimate.Share;
import smeta.http.problem.Problem;

/** What the caller says of the reply and of the provider's cache. */
@RegisterForReflection
public class CallParameters {
    private static final String SHARE = "^([0-9_]+|[0-9]{1,3}(\\.[0-9]{1,6})?%)$";

    @QueryParam("output")
    @Min(0)
    @Max(Numbers.MOST)
    @Parameter(
            description = "The likely reply, tokens. Left out: 500, or the cap if that is smaller.",
            example = "800")
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
    @Parameter(description = "The likely reasoning, tokens. Left out: 0.", example = "800")
    public @Nullable Long reasoning;

    @QueryParam("cached")
    @Parameter(
            description = "The part of the prompt that is read from the provider's cache: tokens, or a percentage.",
            example = "40%",
            schema = @Schema(type = SchemaType.STRING, pattern = SHARE))
    public @Nullable Share cached;

    @QueryParam("cache_write")
    @Parameter(
            description = "The part of the prompt that is written to the cache: tokens, or a percentage."
                    + " Left out: what the body's cache markers say.",
            example = "1200",
            schema = @Schema(type = SchemaType.STRING, pattern = SHARE))
    public @Nullable Share cacheWrite;

    @QueryParam("ttl")
    @Parameter(
            description = "How long lives what cache_write writes; at most 12h.",
            example = "5m",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]+(\\.[0-9]+)?[smh]$"))
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
