package smeta.http.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.http.SmetaConfig;
import smeta.http.answer.Amounts;
import smeta.http.library.Library;
import smeta.money.ExchangeRate;

/** The answer of {@code GET /v1/catalogue/snapshot}. */
@Schema(name = "CatalogueSnapshot", description = "What the service uses, for a program that counts and prices itself.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SnapshotAnswer(
        @Schema(required = true, description = "of the catalogue")
        String version,

        @Schema(required = true, description = "what k stands for in printed figures like 8k")
        int kilo,

        @Schema(required = true, description = "the catalogue's files, overrides included, by name")
        Map<String, String> files,

        @Schema(description = "the wide list as imports have refreshed it; absent where it is the one that ships")
        @Nullable
        String wide,

        @Schema(required = true, description = "lines of date,from,to,rate,source")
        List<String> exchange,

        @Schema(required = true, description = "percent on converted amounts")
        String markup,

        @Schema(required = true, description = "percent of VAT on converted amounts")
        String vat,

        @Schema(description = "whose model names come in where a request doesn't say") @Nullable
        String seller) {
    static SnapshotAnswer of(Library.Snapshot snapshot, SmetaConfig config) {
        return new SnapshotAnswer(
                snapshot.catalogue().version(),
                Integer.parseInt(config.catalogue().kilo()),
                snapshot.ownFiles().get(),
                snapshot.imports().taken().isEmpty()
                        ? null
                        : snapshot.catalogue().wide().text(),
                snapshot.exchange().all().stream().map(SnapshotAnswer::line).toList(),
                Amounts.plain(config.exchange().markup()),
                Amounts.plain(config.exchange().vat()),
                config.names().seller().orElse(null));
    }

    private static String line(ExchangeRate rate) {
        return String.join(
                ",",
                rate.date().toString(),
                rate.from().getCurrencyCode(),
                rate.to().getCurrencyCode(),
                rate.rate().toPlainString(),
                rate.source());
    }
}
