package smeta.calibration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import smeta.token.TextMaterial;

/** Finds the factors for which half of the lines are above the prediction and half below, relative to their size. */
final class FactorFit {
    /** A number in a file is about so many lines at least. */
    static final int LEAST_LINES = 20;

    private static final double MILLION = 1e6;
    /** A material counts as present from this share of a prompt on, in percent. */
    private static final int PRESENT = 3;
    /** Shorter prompts weigh as if they were so long. */
    private static final long SHORT = 16;

    private final List<SampledLine> lines;

    FactorFit(List<SampledLine> lines) {
        this.lines = lines;
    }

    /** One factor for all text: the weighted median of what each line says. */
    InputFactors overall() {
        List<WeightedValue> factors = new ArrayList<>();
        for (SampledLine line : lines) {
            long text = line.parts().text().total();
            if (!line.parts().textExact() && text > 0) {
                InputParts parts = line.parts();
                long rest = parts.framing() + parts.tools() + parts.other();
                factors.add(new WeightedValue(Math.max(0, line.truth() - rest) * 1_000_000_000L / text, line.times()));
            }
        }
        return InputFactors.only(factors.isEmpty() ? 1_000_000 : WeightedValue.median(factors));
    }

    InputFactors full() {
        InputFactors overall = overall();
        List<TextMaterial> materials = new ArrayList<>();
        for (TextMaterial material : TextMaterial.values()) {
            if (LineSample.count(lines.stream()
                            .filter(line -> has(line.parts(), material))
                            .toList())
                    >= LEAST_LINES) {
                materials.add(material);
            }
        }
        boolean tools = LineSample.count(
                        lines.stream().filter(l -> l.parts().tools() > 0).toList())
                >= LEAST_LINES;
        int size = materials.size() + (tools ? 3 : 2);
        double[] prior = new double[size];
        for (int j = 0; j < materials.size(); j++) {
            prior[j] = overall.all() / MILLION;
        }
        if (tools) {
            prior[size - 1] = 1;
        }
        double[] beta = solve(materials, tools, prior, overall.all() / MILLION);
        Map<TextMaterial, Long> factors = new EnumMap<>(TextMaterial.class);
        for (int j = 0; j < materials.size(); j++) {
            factors.put(materials.get(j), Math.max(0, Math.round(beta[j] * MILLION)));
        }
        return new InputFactors(
                overall.all(),
                factors,
                Math.round(beta[materials.size()] * 1000),
                Math.round(beta[materials.size() + 1] * 1000),
                tools ? Math.max(0, Math.round(beta[size - 1] * MILLION)) : null);
    }

    private static boolean has(InputParts parts, TextMaterial material) {
        return !parts.textExact()
                && parts.text().of(material) * 100 >= parts.text().total() * PRESENT
                && parts.text().of(material) > 0;
    }

    private double[] solve(List<TextMaterial> materials, boolean tools, double[] prior, double all) {
        int size = prior.length;
        double[][] rows = new double[lines.size()][size];
        double[] targets = new double[lines.size()];
        double[] weights = new double[lines.size()];
        for (int i = 0; i < rows.length; i++) {
            SampledLine line = lines.get(i);
            InputParts parts = line.parts();
            double scale = 1.0 / Math.max(line.truth(), SHORT);
            double fixed = parts.framing() + parts.other() + (tools ? 0 : parts.tools());
            for (TextMaterial material : TextMaterial.values()) {
                double tokens = parts.text().of(material) / 1000.0;
                int column = parts.textExact() ? -1 : materials.indexOf(material);
                if (column >= 0) {
                    rows[i][column] = tokens * scale;
                } else {
                    fixed += tokens * (parts.textExact() ? 1 : all);
                }
            }
            rows[i][materials.size()] = parts.turns() * scale;
            rows[i][materials.size() + 1] = scale;
            if (tools) {
                rows[i][size - 1] = parts.tools() * scale;
            }
            targets[i] = (line.truth() - fixed) * scale;
            weights[i] = line.times();
        }
        return MedianFit.solve(rows, targets, weights, prior);
    }
}
