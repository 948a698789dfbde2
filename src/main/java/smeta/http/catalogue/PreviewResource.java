package smeta.http.catalogue;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.tables.ImportSource;
import smeta.catalogue.tables.Imported;
import smeta.catalogue.tables.Importer;
import smeta.catalogue.tables.PriceChange;
import smeta.catalogue.tables.WideMerge;
import smeta.http.library.Library;
import smeta.price.Rate;
import smeta.prompt.Unreadable;

/** {@code POST /v1/catalogue/preview}: what an import of the file in the body would change. Nothing is kept. */
@Tag(name = "Catalogue")
@Path("/v1/catalogue/preview")
public class PreviewResource {
    private static final String MARKDOWN = "text/markdown";

    @Inject
    Library library;

    @Inject
    Clock clock;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, MARKDOWN})
    @Operation(
            operationId = "previewImport",
            summary = "A dry run of an import: a diff of prices, flags and fields left out (format=, provider=,"
                    + " currency=)")
    @RequestBody(
            description = "The table, in its own format.",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "200",
            description = "counts, changes of prices, what the import would bring",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = PreviewAnswer.class)),
                @Content(mediaType = MARKDOWN, schema = @Schema(implementation = String.class))
            })
    public Response preview(byte[] body, @Valid @BeanParam PreviewParameters asked, @Context HttpHeaders headers) {
        Library.Snapshot snapshot = library.snapshot();
        Instant now = clock.instant();
        Imported imported;
        WideMerge.TriedOut tried;
        try {
            ImportSource source = new ImportSource(
                    "preview",
                    Objects.requireNonNull(asked.format),
                    asked.provider == null ? "preview" : asked.provider.strip(),
                    null,
                    LocalDate.ofInstant(now, ZoneOffset.UTC),
                    asked.currency);
            imported = Importer.read(body, source, snapshot.own(), snapshot.exchange());
            tried = library.tryOut(imported);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(
                    Unreadable.Kind.UNSUPPORTED,
                    "no_such_table",
                    "",
                    "The body can't be imported: " + e.getMessage() + ".",
                    "docs/imports.md describes the formats");
        }
        Imported used = tried.tables().get(0);
        if (used.offers().isEmpty()) {
            throw new Unreadable(
                    Unreadable.Kind.UNSUPPORTED,
                    "import_refused",
                    "",
                    "No row makes a model; of “" + used.flags().get(0).model() + "”: "
                            + used.flags().get(0).text() + ".",
                    "docs/imports.md describes what an import may hold");
        }
        List<PriceChange> changes =
                PriceChange.between(used.offers(), snapshot.names(), snapshot.own(), tried.offers(), now);
        boolean markdown = headers.getAcceptableMediaTypes().stream()
                .findFirst()
                .filter(t -> t.getType().equals("text"))
                .isPresent();
        return markdown
                ? Response.ok(markdown(changes, used), MARKDOWN + ";charset=UTF-8")
                        .build()
                : Response.ok(PreviewAnswer.of(changes, used), MediaType.APPLICATION_JSON)
                        .build();
    }

    private static String markdown(List<PriceChange> changes, Imported imported) {
        StringBuilder text = new StringBuilder("| model | change | line | before | after |\n|---|---|---|---|---|\n");
        for (PriceChange change : changes) {
            if (change.kind() == PriceChange.Kind.SAME) {
                continue;
            }
            if (change.lines().isEmpty()) {
                row(text, change.model(), PreviewAnswer.name(change.kind()), "", "", "");
            }
            for (PriceChange.Line line : change.lines()) {
                row(
                        text,
                        change.model(),
                        PreviewAnswer.name(change.kind()),
                        line.meter().wireName(),
                        shown(line.before()),
                        shown(line.after()));
            }
        }
        if (!imported.flags().isEmpty()) {
            text.append("\n| model | flag | |\n|---|---|---|\n");
            imported.flags().forEach(f -> row(text, f.model(), f.code(), f.text()));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String... cells) {
        text.append('|');
        for (String cell : cells) {
            text.append(' ')
                    .append(cell.replace("|", "\\|").replace("<", "&lt;").replace('\n', ' '))
                    .append(" |");
        }
        text.append('\n');
    }

    private static String shown(@Nullable Rate rate) {
        return rate == null ? "–" : rate.toString();
    }
}
