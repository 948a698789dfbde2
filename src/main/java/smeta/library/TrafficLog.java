package smeta.library;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import smeta.calibration.CalibrationJson;
import smeta.calibration.ErrorFigures;
import smeta.calibration.InputCalibration;
import smeta.calibration.LearntLog;
import smeta.calibration.ModelCalibration;
import smeta.catalogue.Model;
import smeta.catalogue.NamedModel;
import smeta.estimate.UsualDialect;
import smeta.prompt.Dialect;
import smeta.traffic.LineReader;
import smeta.traffic.LineReading;
import smeta.traffic.TrafficLearner;

/** A log of calls, read line by line; memory doesn't grow with its length. */
final class TrafficLog {
    private final PriceData data;
    private final Instant now;

    TrafficLog(PriceData data, Instant now) {
        this.data = data;
        this.now = now;
    }

    LearntCalibration learn(InputStream in) throws IOException {
        LineReader reader = new LineReader(
                new Names(data), data.tokenizers(), data.estimator().pricer(name -> find(data, name)), now);
        TrafficLearner learner = new TrafficLearner(reader);
        LogLines lines = new LogLines(in);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            learner.add(line.length == 0 ? new LineReading.Problem("line_too_long") : reader.read(line));
        }
        LearntLog learnt = learner.learnt();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new LearntCalibration(
                learnt.read(),
                learnt.used(),
                learnt.problems(),
                learnt.tooFew(),
                learnt.models().stream().map(TrafficLog::figures).toList(),
                CalibrationJson.of(learnt, today, data.catalogue().version(), null)
                        .toPrettyString());
    }

    private static LearntCalibration.OfModel figures(ModelCalibration model) {
        InputCalibration input = model.input();
        ErrorFigures after = input == null ? null : input.after();
        return new LearntCalibration.OfModel(
                model.model(),
                model.lines(),
                input == null ? null : percent(input.before().median()),
                after == null ? null : percent(after.median()),
                after == null ? null : percent(after.inside()));
    }

    private static BigDecimal percent(long millionths) {
        return BigDecimal.valueOf(millionths, 4).setScale(2, RoundingMode.HALF_UP);
    }

    private static java.util.Optional<Model> find(PriceData data, String name) {
        return data.names().find(name, null).map(NamedModel::model);
    }

    private record Names(PriceData data) implements LineReader.ModelNames {
        @Override
        public @Nullable Model model(String name) {
            return find(data, name).orElse(null);
        }

        @Override
        public @Nullable Dialect dialect(String name) {
            return find(data, name).map(UsualDialect::of).orElse(null);
        }
    }
}
