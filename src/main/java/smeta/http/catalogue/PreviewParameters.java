package smeta.http.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.tables.ImportFormat;
import smeta.http.problem.Problem;
import smeta.http.query.QueryParameters;

/** The parameters of an import's dry run. */
@RegisterForReflection
public class PreviewParameters extends QueryParameters {
    @QueryParam("format")
    @Parameter(description = "The table's format. Needed.", example = "litellm")
    public @Nullable ImportFormat format;

    @QueryParam("currency")
    @Parameter(
            description = "The currency of the prices, where the format does not say.",
            example = "USD",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"RUB", "USD", "CNY", "EUR"}))
    public @Nullable Currency currency;

    @QueryParam("provider")
    @Parameter(description = "Under which the models would appear. Left out: preview.", example = "mine")
    public @Nullable String provider;

    @Override
    public void contradictions(List<Problem.Error> errors) {
        if (format == null) {
            errors.add(new Problem.Error("format", "“format” is missing.", "one of " + ImportFormat.names()));
        }
    }
}
