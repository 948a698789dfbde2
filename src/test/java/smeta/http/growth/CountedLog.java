package smeta.http.growth;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import smeta.calibration.CalibrationJson;
import smeta.catalogue.Model;
import smeta.prompt.Dialect;
import smeta.traffic.LineReader;
import smeta.traffic.TrafficLearner;

/** The walk of a calibration from a log's lines to what they teach. */
public final class CountedLog implements BinaryOperator<String> {
    private final Shipped shipped = new Shipped();

    @Override
    public String apply(String kind, String body) {
        LineReader reader = new LineReader(
                new Names(),
                shipped.tokenizers(),
                shipped.snapshot().estimator().pricer(shipped::model),
                Instant.parse("2026-11-22T12:00:00Z"));
        TrafficLearner learner = new TrafficLearner(reader);
        for (String line : body.split("\n")) {
            learner.add(reader.read(line.getBytes(StandardCharsets.UTF_8)));
        }
        if (learner.learnt().used() == 0) {
            throw new IllegalStateException(learner.learnt().toString());
        }
        return String.valueOf(CalibrationJson.of(learner.learnt(), LocalDate.parse("2026-11-22"), "c", null));
    }

    private final class Names implements LineReader.ModelNames {
        @Override
        public @Nullable Model model(String name) {
            return shipped.model(name).orElse(null);
        }

        @Override
        public @Nullable Dialect dialect(String name) {
            return null;
        }
    }
}
