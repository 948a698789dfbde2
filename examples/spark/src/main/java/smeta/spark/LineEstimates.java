package smeta.spark;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.estimate.Assumptions;
import smeta.estimate.Estimate;
import smeta.estimate.Impossible;
import smeta.estimate.Request;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.DialectDetector;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.prompt.Unreadable;

/**
 * From one line to a row for each model, or to one row with the problem's code. A line is a request body, or one of
 * OpenAI's batch lines with the request in {@code body}. Only names and numbers travel to the executors.
 *
 * @param models as the catalogue names them
 * @param moment whose prices apply
 * @param output likely reply, in tokens
 */
record LineEstimates(List<String> models, Instant moment, long output) implements FlatMapFunction<byte[], Row> {
    /**
     * Decimal places of a line's cost. Prices for a million tokens that have up to 6 places give costs that fit
     * exactly.
     */
    static final int SCALE = 12;

    /** {@code high} is null where nothing bounds it; a cost is null where no complete price is known. */
    static final StructType SCHEMA = new StructType()
            .add("id", DataTypes.StringType)
            .add("model", DataTypes.StringType)
            .add("low", DataTypes.LongType)
            .add("likely", DataTypes.LongType)
            .add("high", DataTypes.LongType)
            .add("verdict", DataTypes.StringType)
            .add("currency", DataTypes.StringType)
            .add("cost_likely", DataTypes.createDecimalType(28, SCALE))
            .add("cost_high", DataTypes.createDecimalType(28, SCALE))
            .add("problem", DataTypes.StringType);

    LineEstimates {
        models = List.copyOf(models);
    }

    @Override
    public Iterator<Row> call(byte[] line) {
        try {
            return rows(line).iterator();
        } catch (Unreadable e) {
            return problem(e.code());
        } catch (Impossible e) {
            return problem(e.code());
        } catch (RuntimeException e) {
            // the message could quote a prompt
            return problem("internal_error");
        }
    }

    private List<Row> rows(byte[] line) {
        JsonNode whole = Body.json(line);
        JsonNode body = whole.path("body").isObject() ? whole.get("body") : whole;
        String id = whole.path("custom_id").isTextual() ? whole.get("custom_id").asText() : null;
        SharedEstimator shared = SharedEstimator.get();
        Dialect dialect = DialectDetector.detect(body, null);
        Request request = new Request(PromptReader.read(body, dialect, UnknownParts.FAIL),
                Assumptions.at(moment).withOutput(output, null), shared.tokenizers());
        List<Row> rows = new ArrayList<>();
        for (String name : models) {
            Model model = shared.catalogue().find(name).orElseThrow();
            rows.add(row(id, shared.estimator().estimate(request, model, name)));
        }
        return rows;
    }

    private static Row row(@Nullable String id, Estimate estimate) {
        var tokens = estimate.input().tokens();
        boolean bounded = estimate.input().bounded();
        Estimate.Cost cost = estimate.cost() != null && estimate.cost().bill().isComplete() ? estimate.cost() : null;
        BigDecimal likely = cost == null ? null : cost.likely().amount().rounded(SCALE);
        BigDecimal high = cost == null || !bounded || !estimate.output().bounded()
                ? null
                : cost.high().amount().rounded(SCALE);
        return RowFactory.create(
                id,
                estimate.model().qualifiedId(),
                tokens.low(),
                tokens.likely(),
                bounded ? tokens.high() : null,
                estimate.fit().verdict().wireName(),
                cost == null ? null : cost.likely().currency().getCurrencyCode(),
                likely,
                high,
                null);
    }

    private static Iterator<Row> problem(String code) {
        return List.of(RowFactory.create(null, null, null, null, null, null, null, null, null, code)).iterator();
    }
}
