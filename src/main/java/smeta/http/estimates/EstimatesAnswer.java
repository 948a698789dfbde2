package smeta.http.estimates;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.http.answer.AssumptionAnswer;
import smeta.http.answer.ExchangeRateAnswer;
import smeta.http.answer.NoteAnswer;
import smeta.http.query.UnknownNameAnswer;

/** The answer of {@code POST /v1/estimates}. */
@Schema(name = "Estimates", description = "Cost and fit of one request, for each model that was asked for.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EstimatesAnswer(
        @Schema(required = true, description = "the catalogue's version", examples = "2026-11-20")
        String catalogue,

        @Schema(required = true, description = "the day whose prices and exchange rate apply, UTC")
        LocalDate on,

        @Schema(required = true, description = "the shape in which the body was read", examples = "openai-chat")
        String dialect,

        @Schema(required = true, description = "the exchange rates that were used")
        List<ExchangeRateAnswer> exchange,

        @Schema(required = true, description = "what was taken for granted, and why")
        List<AssumptionAnswer> assumed,

        @Schema(description = "what to know about the request itself") @Nullable
        List<NoteAnswer> notes,

        @Schema(required = true, description = "one for each model, in the order that was asked for")
        List<EstimateAnswer> estimates,

        @Schema(required = true, description = "names that mean no model")
        List<UnknownNameAnswer> unknown,

        @Schema(
                description = "with models=*: the last model of this page; absent on an empty page",
                examples = "openai/gpt-4o")
        @JsonProperty("last_id")
        @Nullable
        String lastId,

        @Schema(description = "with models=*: whether others come after it, by after=<last_id>")
        @JsonProperty("has_more")
        @Nullable
        Boolean hasMore) {}
