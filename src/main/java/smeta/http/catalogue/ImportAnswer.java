package smeta.http.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.tables.Flag;
import smeta.catalogue.tables.ImportSource;
import smeta.catalogue.tables.Imported;
import smeta.http.library.ImportReport;

/** An import: where it comes from, how much of it is in use, and what was not believed. */
@Schema(name = "Import", description = "An import: where it comes from, what is in use, and what was not believed.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportAnswer(
        @Schema(required = true, description = "the name that the setting gives it")
        String name,

        @Schema(description = "the seller under which its models appear; absent if nothing of it is in use") @Nullable
        String provider,

        @Schema(description = "the table's format", examples = "litellm") @Nullable
        String format,

        @Schema(description = "where the table was read") @Nullable
        String url,

        @Schema(description = "the day of the table, UTC") @JsonProperty("as_of") @Nullable
        String asOf,

        @Schema(required = true, description = "how many are in use")
        int models,

        @Schema(description = "price field → rows in which it was left out") @JsonProperty("fields_left_out") @Nullable
        Map<String, Integer> fieldsLeftOut,

        @Schema(description = "code → how many") @JsonProperty("flag_counts") @Nullable
        Map<String, Integer> flagCounts,

        @Schema(description = "what was not taken as it stood; 500 at most") @Nullable
        List<FlagAnswer> flags,

        @Schema(description = "why there is nothing newer") @Nullable
        String problem) {
    /** A table of another form could have a flag for every row. */
    private static final int MOST_FLAGS = 500;

    /** Something that was not taken as it stood. */
    @Schema(name = "ImportFlag", description = "Something in a table that was not taken as it stands.")
    public record FlagAnswer(
            @Schema(required = true, description = "the table's own name for the row")
            String model,

            @Schema(required = true, description = "stable, for programs")
            String code,

            @Schema(required = true, description = "what was found, and what was done")
            String text) {}

    static ImportAnswer of(Imported imported, @Nullable String problem) {
        ImportSource source = imported.source();
        Map<String, Integer> counts = new TreeMap<>();
        imported.flags().forEach(f -> counts.merge(f.code(), 1, Integer::sum));
        List<Flag> shown = imported.flags()
                .subList(0, Math.min(MOST_FLAGS, imported.flags().size()));
        return new ImportAnswer(
                source.name(),
                source.provider(),
                source.format().wireName(),
                source.url(),
                source.asOf().toString(),
                imported.offers().size(),
                imported.leftOut(),
                counts,
                shown.stream()
                        .map(f -> new FlagAnswer(f.model(), f.code(), f.text()))
                        .toList(),
                problem);
    }

    /** @param problems import name → why there is nothing newer */
    static List<ImportAnswer> of(ImportReport report, Map<String, String> problems) {
        List<ImportAnswer> all = new ArrayList<>();
        report.taken().forEach(i -> all.add(of(i, problems.get(i.source().name()))));
        Map<String, String> others = new TreeMap<>(problems);
        report.taken().forEach(i -> others.remove(i.source().name()));
        others.putAll(report.refused());
        others.forEach((name, problem) ->
                all.add(new ImportAnswer(name, null, null, null, null, 0, null, null, null, problem)));
        return all;
    }
}
