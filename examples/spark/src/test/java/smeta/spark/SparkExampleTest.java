package smeta.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smeta.catalogue.Catalogue;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.estimate.Assumptions;
import smeta.estimate.Estimate;
import smeta.estimate.Estimator;
import smeta.estimate.Fit;
import smeta.estimate.Request;
import smeta.meter.Count;
import smeta.money.ExchangeRates;
import smeta.money.Money;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.token.Tokenizers;

class SparkExampleTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<String> MODELS =
            List.of("openai/gpt-4", "openai/gpt-4o", "anthropic/claude-sonnet-4-5-20250929");
    private static final LineEstimates WORK = new LineEstimates(MODELS, NOON, 200);
    private static final int GOOD = 400;
    /** Every hundredth line has 12,000 words, and gpt-4 takes 8,192 tokens. */
    private static final int LONG = 4;

    @TempDir
    static Path folder;

    private static SparkSession spark;
    private static List<String> bodies;
    private static Dataset<Row> estimates;

    @BeforeAll
    static void start() throws IOException {
        bodies = bodies();
        List<String> lines = new ArrayList<>(bodies);
        lines.add(137, "{\"messages\":[{\"role\":\"user\",\"content\":\"cut");
        lines.add(200, "");
        Path corpus = Files.write(folder.resolve("corpus.jsonl"), lines);
        spark = SparkSession.builder().master("local[2]").appName("smeta").config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 2).config("spark.sql.files.maxPartitionBytes", 64 * 1024)
                .config("spark.sql.files.openCostInBytes", 0).getOrCreate();
        spark.sparkContext().setLogLevel("WARN");
        estimates = Corpus.estimates(spark, corpus.toString(), WORK).cache();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static List<String> bodies() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < GOOD; i++) {
            String text = i % 3 == 0
                    ? "Сколько будет стоить запрос номер " + i + " и поместится ли он целиком?"
                    : "How much is request " + i + ", and does it fit?";
            String more = i % 100 == 50 ? " word".repeat(12_000) : " so".repeat(i % 40);
            all.add("{\"model\":\"gpt-4o\",\"max_tokens\":500,\"messages\":[{\"role\":\"system\",\"content\":\"Answer"
                    + " briefly.\"},{\"role\":\"user\",\"content\":\"" + text + more + "\"}]}");
        }
        return all;
    }

    @Test
    void totals_are_those_of_the_library_without_spark() {
        Tokenizers tokenizers = Tokenizers.bundled();
        Catalogue catalogue = new CatalogueReader(1000, tokenizers.names()).read(CatalogueFiles.bundled());
        Estimator estimator = new Estimator(new ExchangeRates(List.of()));
        List<Row> totals = Corpus.totals(estimates).collectAsList();
        assertThat(totals).extracting(row -> row.<String>getAs("model")).containsExactlyInAnyOrderElementsOf(MODELS);
        for (Row row : totals) {
            Count tokens = Count.ZERO;
            Money likely = Money.of("0", "USD");
            Money high = likely;
            long dontFit = 0;
            for (String body : bodies) {
                Request request = new Request(
                        PromptReader.read(
                                Body.json(body.getBytes(StandardCharsets.UTF_8)),
                                Dialect.OPENAI_CHAT,
                                UnknownParts.FAIL),
                        Assumptions.at(NOON).withOutput(200L, null),
                        tokenizers);
                String model = row.getAs("model");
                Estimate estimate = estimator.estimate(request, catalogue.find(model).orElseThrow(), model);
                tokens = tokens.plus(estimate.input().tokens());
                likely = likely.plus(estimate.cost().likely());
                high = high.plus(estimate.cost().high());
                dontFit += estimate.fit().verdict() == Fit.Verdict.FITS ? 0 : 1;
            }
            assertThat(new Count(row.getAs("low"), row.getAs("likely"), row.getAs("high"))).isEqualTo(tokens);
            assertThat(Money.of(row.<BigDecimal>getAs("cost_likely"), likely.currency())).isEqualTo(likely);
            assertThat(Money.of(row.<BigDecimal>getAs("cost_high"), likely.currency())).isEqualTo(high);
            assertThat(row.<String>getAs("currency")).isEqualTo("USD");
            assertThat(row.<Long>getAs("dont_fit")).isEqualTo(dontFit);
            assertThat(row.<Long>getAs("lines")).isEqualTo(GOOD);
            assertThat(row.<Long>getAs("unpriced")).isZero();
        }
    }

    @Test
    void long_lines_fit_only_where_there_is_room() {
        assertThat(Corpus.totals(estimates).select("model", "dont_fit").collectAsList())
                .extracting(row -> row.getString(0), row -> row.getLong(1))
                .containsExactlyInAnyOrder(tuple("openai/gpt-4", (long) LONG),
                        tuple("openai/gpt-4o", 0L),
                        tuple("anthropic/claude-sonnet-4-5-20250929", 0L));
    }

    @Test
    void a_bad_line_spoils_itself_only() {
        assertThat(estimates.count()).isEqualTo((long) GOOD * MODELS.size() + 1);
        assertThat(Corpus.problems(estimates).collectAsList())
                .extracting(row -> row.getString(0), row -> row.getLong(1))
                .containsExactly(tuple("not_json", 1L));
    }

    @Test
    void the_catalogue_is_read_once_for_all_partitions() {
        assertThat(estimates.rdd().getNumPartitions()).isGreaterThan(2);
        estimates.count();
        assertThat(SharedEstimator.loads()).isOne();
    }

    @Test
    void an_unknown_model_stops_the_job_before_any_line_is_read() {
        assertThatThrownBy(() -> Corpus.estimates(spark, "nowhere", new LineEstimates(List.of("gpt-none"), NOON, 1)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("gpt-none");
    }
}
