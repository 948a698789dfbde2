package smeta.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What a corpus of request bodies, one a line, would cost on several models. */
public final class Corpus {
    private Corpus() {}

    /**
     * {@code Corpus INPUT OUTPUT MODEL,MODEL LIKELY_REPLY INSTANT}: the rows as Parquet into OUTPUT, the totals on
     * standard output. INSTANT (like {@code 2026-11-22T12:00:00Z}) says when the prices have to be in force.
     */
    public static void main(String[] args) {
        List<String> models = List.of(args[2].split(","));
        SparkSession spark = SparkSession.builder().appName("smeta").getOrCreate();
        estimates(spark, args[0], new LineEstimates(models, Instant.parse(args[4]), Long.parseLong(args[3])))
                .write()
                .parquet(args[1]);
        Dataset<Row> written = spark.read().parquet(args[1]);
        totals(written).show(1000, false);
        problems(written).show(1000, false);
        spark.stop();
    }

    /** @throws IllegalArgumentException if the catalogue lacks a model, before any line is read */
    static Dataset<Row> estimates(SparkSession spark, String path, LineEstimates work) {
        for (String name : work.models()) {
            SharedEstimator.get()
                    .catalogue()
                    .find(name)
                    .orElseThrow(() -> new IllegalArgumentException("no model “" + name + "”"));
        }
        // as bytes: as a string, what is not UTF-8 would be replaced without a word
        return spark.read()
                .text(path)
                .where(trim(col("value")).notEqual(""))
                .select(col("value").cast("binary"))
                .as(Encoders.BINARY())
                .flatMap(work, Encoders.row(LineEstimates.SCHEMA));
    }

    /**
     * For each model: lines, tokens, costs, how many don't fit. {@code cost_likely} is that of the lines that have a
     * price; {@code unpriced} says how many have none. A sum of upper bounds is null if one of them is.
     */
    static Dataset<Row> totals(Dataset<Row> estimates) {
        return estimates.where(col("model").isNotNull()).groupBy("model").agg(
                count(lit(1)).as("lines"),
                sum("low").as("low"),
                sum("likely").as("likely"),
                ifNoneIsNull("high").as("high"),
                max("currency").as("currency"),
                sum("cost_likely").as("cost_likely"),
                ifNoneIsNull("cost_high").as("cost_high"),
                count(when(col("cost_likely").isNull(), 1)).as("unpriced"),
                count(when(col("verdict").isin("tight", "over", "unsupported"), 1)).as("dont_fit"),
                count(when(col("verdict").equalTo("unknown"), 1)).as("unknown_fit")).orderBy("model");
    }

    /** For each problem's code: the lines that have it. */
    static Dataset<Row> problems(Dataset<Row> estimates) {
        return estimates
                .where(col("problem").isNotNull())
                .groupBy("problem")
                .agg(count(lit(1)).as("lines"))
                .orderBy("problem");
    }

    private static Column ifNoneIsNull(String bound) {
        return when(count(bound).equalTo(count(lit(1))), sum(bound));
    }
}
