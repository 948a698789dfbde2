package smeta.http.batches;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import smeta.estimate.Assumptions;
import smeta.http.answer.JsonLines;
import smeta.http.growth.Shipped;
import smeta.http.load.Meters;
import smeta.http.query.EstimateQuery;
import smeta.http.query.Page;

/** The walk of a batch from its lines to its answer's, one line after another. */
public final class CountedBatch implements BinaryOperator<String> {
    private static final int LONGEST = 1 << 24;

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Shipped shipped = new Shipped();
    private final Meters meters = new Meters(
            new SimpleMeterRegistry(), shipped.load(), null, shipped.memory(), null, Clock.fixed(NOON, ZoneOffset.UTC));

    @Override
    public String apply(String models, String body) {
        EstimateQuery asked = new EstimateQuery(
                models.isEmpty() ? List.of() : List.of(models.split(",")),
                false,
                Set.of(),
                null,
                null,
                null,
                true,
                Assumptions.at(NOON),
                null,
                Set.of(),
                6,
                null,
                null,
                false,
                false,
                null,
                new Page(null, 1000));
        BatchWork work = new BatchWork(shipped.snapshot(), shipped.tokenizers(), asked, LONGEST, meters);
        BatchSummary summary = new BatchSummary(6);
        BatchLines lines = new BatchLines(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), LONGEST);
        long bytes = 0;
        try {
            for (BatchLines.Line line = lines.next(); line != null; line = lines.next()) {
                BatchWork.Done done = work.work(line);
                bytes += done.json().length;
                if (done.shares().isEmpty()) {
                    throw new IllegalStateException(new String(done.json(), StandardCharsets.UTF_8));
                }
                summary.add(done.line(), done.id(), done.shares());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "batch of " + bytes + JsonLines.line(summary.answer("c")).length;
    }
}
