package smeta.http.query;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Assumptions;
import smeta.estimate.Numbers;
import smeta.prompt.Dialect;
import smeta.prompt.UnknownParts;

/** How the body is read, and what it does not say of its media. */
@RegisterForReflection
public class PromptParameters {
    @QueryParam("dialect")
    @Parameter(description = "Whose request the body is. Left out: detected.", example = "openai-chat")
    public @Nullable Dialect dialect;

    @QueryParam("unknown_parts")
    @Parameter(
            description = "What becomes of parts that nobody knows: fail with 422, or note that the count is open.",
            example = "note")
    public @Nullable UnknownParts unknownParts;

    @QueryParam("image")
    @Separator(",")
    @Parameter(
            description = "Sizes of images that the body doesn't let be measured, in their order; pixels.",
            example = "1024x768",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    public List<Assumptions.Size> images = List.of();

    @QueryParam("audio")
    @Separator(",")
    @Parameter(
            description = "Durations of sounds that the body doesn't let be measured.",
            example = "90s",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    public List<Duration> audio = List.of();

    @QueryParam("video")
    @Separator(",")
    @Parameter(
            description = "Durations of films that the body doesn't let be measured, with their frames per second.",
            example = "60s@1fps",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    public List<Assumptions.Film> videos = List.of();

    @QueryParam("pages")
    @Separator(",")
    @Parameter(description = "Pages of documents that the body doesn't let be measured.", example = "12")
    public List<@Min(0) @Max(100_000) Integer> pages = List.of();

    @QueryParam("input")
    @Min(0)
    @Max(Numbers.MOST)
    @Parameter(description = ParameterTexts.INPUT, example = "1284")
    public @Nullable Long input;
}
