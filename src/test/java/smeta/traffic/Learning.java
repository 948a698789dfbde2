package smeta.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.calibration.InputCorrection;
import smeta.calibration.ModelCalibration;
import smeta.calibration.Observation;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Model;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.estimate.Estimator;
import smeta.meter.Count;
import smeta.money.ExchangeRates;
import smeta.prompt.Dialect;
import smeta.token.Tokenizers;

/** Learns from lines, with the catalogue that ships and a seller of invented models. */
final class Learning {
    static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    static final Tokenizers TOKENIZERS = Tokenizers.bundled();
    private static final String INVENTED = """
            provider: invented
            sources:
              list: { title: invented, as_of: 2026-11 }
            models:
            """;

    private Learning() {}

    /** A model of that tokenizer, of which nothing else is known. */
    private static String model(String tokenizer) {
        return "  of-" + tokenizer + ":\n    tokenizer: " + tokenizer + "\n    accepts: [text]\n    gives: [text]\n"
                + "    rates:\n      - { unit: USD / 1M tokens, input: 2, output: 8, source: list }\n";
    }

    static Catalogue catalogue(String... tokenizers) {
        StringBuilder yaml = new StringBuilder(INVENTED);
        for (String tokenizer : tokenizers) {
            yaml.append(model(tokenizer));
        }
        return new CatalogueReader(1000, TOKENIZERS.names())
                .read(Map.of(
                        "invented.yaml", yaml.toString(),
                        "framings.yaml", CatalogueFiles.bundled().get("framings.yaml")));
    }

    static LineReader reader(Catalogue catalogue) {
        Estimator estimator = new Estimator(new ExchangeRates(List.of()));
        return new LineReader(
                new LineReader.ModelNames() {
                    @Override
                    public @Nullable Model model(String name) {
                        return catalogue.find(name).orElse(null);
                    }

                    @Override
                    public @Nullable Dialect dialect(String name) {
                        return null;
                    }
                },
                TOKENIZERS,
                estimator.pricer(catalogue::find),
                NOW);
    }

    static TrafficLearner learn(LineReader reader, List<byte[]> lines) {
        TrafficLearner learner = new TrafficLearner(reader);
        lines.forEach(line -> learner.add(reader.read(line)));
        return learner;
    }

    static List<Observation> observed(LineReader reader, List<byte[]> lines) {
        return lines.stream()
                .map(line -> ((LineReading.Learnable) reader.read(line)).observation())
                .toList();
    }

    static ModelCalibration only(TrafficLearner learner) {
        return learner.learnt().models().get(0);
    }

    /** What estimates are like on lines, in millionths. */
    record Figures(long median, long p95, long inside, long width) {
        static Figures of(List<Observation> lines, @Nullable InputCorrection correction, int share) {
            List<Long> errors = new ArrayList<>();
            List<Long> widths = new ArrayList<>();
            long inside = 0;
            for (Observation seen : lines) {
                Count count = correction == null ? seen.parts().bare() : correction.interval(seen.parts(), share);
                errors.add(Math.abs(seen.truth() - count.likely()) * 1_000_000 / seen.truth());
                widths.add((count.high() - count.low()) * 1_000_000 / seen.truth());
                inside += count.low() <= seen.truth() && seen.truth() <= count.high() ? 1 : 0;
            }
            errors.sort(null);
            widths.sort(null);
            return new Figures(
                    errors.get(errors.size() / 2),
                    errors.get(errors.size() * 95 / 100),
                    inside * 1_000_000 / lines.size(),
                    widths.get(widths.size() / 2));
        }

        /** In percent. */
        @Override
        public String toString() {
            return String.format(
                    java.util.Locale.ROOT,
                    "%6.2f %6.2f %6.1f %7.2f",
                    median / 1e4,
                    p95 / 1e4,
                    inside / 1e4,
                    width / 1e4);
        }
    }
}
