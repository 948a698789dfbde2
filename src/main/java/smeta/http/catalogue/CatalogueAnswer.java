package smeta.http.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.http.library.ContractReport;

/** The answer of {@code GET /v1/catalogue}. */
@Schema(name = "Catalogue", description = "Which catalogue is in use, and what is wrong with an override.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CatalogueAnswer(
        @Schema(
                required = true,
                description = "the day of the newest source, and a hash of everything that is known",
                examples = "2026-11-20")
        String version,

        @Schema(required = true, description = "how many models the main list has")
        int models,

        @Schema(required = true, description = "how many of them have a price")
        long priced,

        @Schema(required = true, description = "seller → how many models of the main list")
        Map<String, Integer> providers,

        @Schema(required = true, description = "file → how many models of the main list")
        Map<String, Integer> origins,

        @Schema(required = true, description = "the list that public price tables fill")
        Wide wide,

        @Schema(required = true, description = "whether an override folder is in use")
        boolean overridden,

        @Schema(required = true, description = "of the override folder, as file:line: message")
        List<String> defects,

        @Schema(required = true, description = "what is fetched from public tables while the service runs")
        List<ImportAnswer> imports,

        @Schema(description = "absent if none is configured") @Nullable
        Agreement contract) {
    /** The second list, which public tables fill. */
    @Schema(name = "WideList", description = "The list that public price tables fill, beside the main list.")
    public record Wide(
            @Schema(required = true, description = "the day of the newest table, and a hash of the list")
            String version,

            @Schema(required = true, description = "how many offers it has that the main list does not")
            int offers,

            @Schema(required = true, description = "the tables that it is made of")
            List<KeyedSourceAnswer> tables) {}

    /** What became of the configured contract. */
    @Schema(
            name = "ContractInUse",
            description = "What became of the configured contract. While its file has defects, the last good one is in"
                    + " use.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Agreement(
            @Schema(description = "absent while no contract is in use") @Nullable
            String title,

            @Schema(description = "a day, a month or a year", examples = "2026-11-01") @JsonProperty("as_of") @Nullable
            String asOf,

            @Schema(required = true, description = "how many names it has")
            int names,

            @Schema(required = true, description = "how many discounts it has")
            int discounts,

            @Schema(required = true, description = "of the file as it stands, as file:line: message")
            List<String> defects) {
        static @Nullable Agreement of(@Nullable ContractReport report) {
            return report == null
                    ? null
                    : new Agreement(
                            report.title(), report.asOf(), report.names(), report.discounts(), report.defects());
        }
    }
}
