package smeta.http.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.tables.Imported;
import smeta.catalogue.tables.PriceChange;
import smeta.http.answer.RateAnswer;

/** The answer of {@code POST /v1/catalogue/preview}. */
@RegisterForReflection(registerFullHierarchy = true)
@Schema(name = "ImportPreview", description = "What an import would change.")
public record PreviewAnswer(
        @Schema(required = true, description = "kind of change → models")
        Map<String, Long> counts,

        @Schema(required = true, description = "the models whose prices would change")
        List<Changed> changes,

        @Schema(required = true, description = "the table that was read") @JsonProperty("import")
        ImportAnswer imported) {
    /** A model whose prices would change. */
    @Schema(name = "ChangedModel", description = "A model whose prices an import would change.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Changed(
            @Schema(required = true, description = "the table's name")
            String model,

            @Schema(
                    required = true,
                    description = "what the import would do",
                    enumeration = {"added", "removed", "changed"})
            String change,

            @Schema(description = "the model that it is compared with") @Nullable
            String against,

            @Schema(required = true, description = "the rates that differ")
            List<Line> lines) {}

    /** A rate that would change. */
    @Schema(name = "ChangedRate", description = "A rate that would change; null on the side that has none.")
    public record Line(
            @Schema(required = true, description = "what is billed")
            String meter,

            @Schema(required = true, description = "the rate in use", nullable = true) @Nullable
            RateAnswer before,

            @Schema(required = true, description = "the rate of the import", nullable = true) @Nullable
            RateAnswer after) {}

    static PreviewAnswer of(List<PriceChange> changes, Imported imported) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (PriceChange.Kind kind : PriceChange.Kind.values()) {
            counts.put(
                    name(kind), changes.stream().filter(c -> c.kind() == kind).count());
        }
        List<Changed> changed = new ArrayList<>();
        for (PriceChange change : changes) {
            if (change.kind() != PriceChange.Kind.SAME) {
                changed.add(new Changed(
                        change.model(),
                        name(change.kind()),
                        change.before() == null ? null : change.before().qualifiedId(),
                        change.lines().stream().map(PreviewAnswer::line).toList()));
            }
        }
        return new PreviewAnswer(counts, changed, ImportAnswer.of(imported, null));
    }

    private static Line line(PriceChange.Line line) {
        return new Line(line.meter().wireName(), RateAnswer.orNull(line.before()), RateAnswer.orNull(line.after()));
    }

    static String name(PriceChange.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
