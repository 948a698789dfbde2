package smeta.traffic;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import smeta.calibration.ModelCalibration;
import smeta.calibration.Observation;
import smeta.token.Vocabulary;

/**
 * The experiment of docs/calibration.md: families with a published vocabulary are estimated as if they had none,
 * calibrated on some lines and measured on 3,000 others; and the same with two planted faults. {@code tools/calibration/run.sh} starts it.
 */
public final class CalibrationExperiment {
    private static final int MEASURED = 3000;
    private static final List<String[]> FAMILIES = List.of(
            new String[] {"qwen", "unpublished"},
            new String[] {"o200k_base", "unpublished"},
            new String[] {"cl100k_base", "unpublished"},
            new String[] {"qwen", "claude-3"},
            new String[] {"cl100k_base", "llama-2"});

    private CalibrationExperiment() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        out.println("truth by / estimated as, lines: median error, 95th percentile, inside, width in percent");
        for (String[] family : FAMILIES) {
            Vocabulary truth = Learning.TOKENIZERS.vocabulary(family[0]).orElseThrow();
            LineReader reader = Learning.reader(Learning.catalogue(family[1]));
            String model = "invented/of-" + family[1];
            List<Observation> measured =
                    Learning.observed(reader, new SyntheticLog(truth, model, 1, 2).lines(MEASURED));
            String name = family[0] + " / " + family[1];
            out.printf("%-26s  bare %s%n", name, Learning.Figures.of(measured, null, 0));
            for (int lines : new int[] {50, 300, 3000}) {
                ModelCalibration learnt =
                        Learning.only(Learning.learn(reader, new SyntheticLog(truth, model, 0, 1).lines(lines)));
                out.printf(
                        "%-26s %5d %s  not above the 99.5 %% bound %.2f%n",
                        name,
                        lines,
                        Learning.Figures.of(measured, learnt.input().correction(), 975),
                        notAbove(measured, learnt));
            }
        }
        faults(out);
    }

    /** A tenth of the lines with 3,000 tokens of another system prompt; a vendor whose vocabulary changes halfway. */
    private static void faults(PrintStream out) {
        Vocabulary truth = Learning.TOKENIZERS.vocabulary("qwen").orElseThrow();
        Vocabulary other = Learning.TOKENIZERS.vocabulary("cl100k_base").orElseThrow();
        LineReader reader = Learning.reader(Learning.catalogue("unpublished"));
        String model = "invented/of-unpublished";
        fault(
                out,
                reader,
                "a tenth with another prompt",
                lines(new SyntheticLog(truth, model, 0, 1), 0, MEASURED, 3000),
                lines(new SyntheticLog(truth, model, 1, 2), 0, MEASURED, 3000));
        List<byte[]> changing = new ArrayList<>(lines(new SyntheticLog(truth, model, 0, 1), 0, MEASURED / 2, 0));
        changing.addAll(lines(new SyntheticLog(other, model, 0, 3), MEASURED / 2, MEASURED, 0));
        fault(
                out,
                reader,
                "changed, on lines before",
                changing,
                lines(new SyntheticLog(truth, model, 1, 2), 0, MEASURED, 0));
        fault(
                out,
                reader,
                "changed, on lines after",
                changing,
                lines(new SyntheticLog(other, model, 1, 2), 0, MEASURED, 0));
    }

    private static List<byte[]> lines(SyntheticLog log, int from, int to, long hidden) {
        List<byte[]> lines = new ArrayList<>();
        SyntheticLog.Kind[] kinds = SyntheticLog.Kind.values();
        for (int i = from; i < to; i++) {
            // all five lines of each tenth round
            boolean hit = i / kinds.length % 10 == 7;
            lines.add(log.line(i, kinds[i % kinds.length], hit ? hidden : 0)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
        }
        return lines;
    }

    private static void fault(PrintStream out, LineReader reader, String name, List<byte[]> seen, List<byte[]> lines) {
        List<Observation> measured = Learning.observed(reader, lines);
        ModelCalibration learnt = Learning.only(Learning.learn(reader, seen));
        out.printf(
                "%-28s %s  not above %.2f, in the file: outliers %d of %d, inside %s, not above %s, change %s%n",
                name,
                Learning.Figures.of(measured, learnt.input().correction(), 975),
                notAbove(measured, learnt),
                learnt.input().outliers(),
                learnt.input().lines(),
                learnt.input().after().inside(),
                learnt.input().high(),
                learnt.input().change());
    }

    private static double notAbove(List<Observation> lines, ModelCalibration learnt) {
        long held = lines.stream()
                .filter(o -> o.truth()
                        <= learnt.input().correction().interval(o.parts(), 995).high())
                .count();
        return 100.0 * held / lines.size();
    }
}
