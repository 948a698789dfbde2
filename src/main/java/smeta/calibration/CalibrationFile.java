package smeta.calibration;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import smeta.token.TextMaterial;

/**
 * The answer of a calibration as a file, YAML or JSON. Read strictly: an unknown key, a missing number or one that can't
 * be is a defect with its line.
 *
 * @param made the day on which it was made
 */
public record CalibrationFile(LocalDate made, List<ModelCalibration> models) {
    /** Of the format. */
    public static final int VERSION = 1;

    private static final long MOST_LENGTH = 1_000_000_000;

    /**
     * @param name    for messages
     * @param defects takes everything that is wrong, as {@code file:line: message}
     * @return null if the text is no such file at all
     */
    public static @Nullable CalibrationFile read(String name, String text, List<String> defects) {
        Node root;
        try {
            LoaderOptions options = new LoaderOptions();
            options.setNestingDepthLimit(20);
            options.setCodePointLimit(20_000_000);
            options.setMaxAliasesForCollections(0);
            root = new Yaml(options).compose(new StringReader(text));
        } catch (YAMLException e) {
            defects.add(name + ":1: not YAML or JSON: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("?"));
            return null;
        }
        FileFields file = new FileFields(name, root, defects);
        if (file.count("calibration") != VERSION) {
            file.defect(file.line(), "expected “calibration: 1”, the version of the format");
            return null;
        }
        file.skip("catalogue", "lines", "problems", "days", "coverage", "too_few_lines", "drift");
        LocalDate made = file.day("made");
        List<ModelCalibration> models =
                file.objects("models").stream().map(CalibrationFile::model).toList();
        file.close();
        return new CalibrationFile(made, models);
    }

    private static ModelCalibration model(FileFields model) {
        ModelCalibration read = new ModelCalibration(
                model.text("model"),
                model.count("lines"),
                model.has("days") ? days(model.object("days")) : null,
                model.text("tokenizer"),
                model.text("framing"),
                model.has("input") ? input(model.object("input")) : null,
                lengths(model.objects("reply")),
                lengths(model.objects("reasoning")),
                model.has("cached") ? model.decimal("cached", 6, false) : null,
                null);
        model.skip("cost");
        model.close();
        return read;
    }

    private static DayRange days(FileFields days) {
        DayRange range = new DayRange(days.day("from"), days.day("to"));
        days.close();
        return range;
    }

    private static InputCalibration input(FileFields input) {
        long lines = input.count("lines");
        InputFactors factors = factors(input.object("factors"));
        boolean bounded = input.has("bounds");
        if (bounded && lines < ModelCalibration.LINES_FOR_BOUNDS) {
            input.defect(input.line(), "bounds need at least " + ModelCalibration.LINES_FOR_BOUNDS + " lines");
        }
        InputCalibration read = new InputCalibration(
                lines,
                input.count("outliers"),
                new InputCorrection(factors, bounded ? bounds(input.object("bounds")) : null),
                figures(input.object("before")),
                input.has("after") ? figures(input.object("after")) : null,
                input.decimal("not_above_99.5", 6, false),
                input.decimal("change", 6, true),
                null,
                null);
        input.skip("ratios");
        input.close();
        return read;
    }

    private static InputFactors factors(FileFields factors) {
        Map<TextMaterial, Long> materials = new EnumMap<>(TextMaterial.class);
        if (factors.has("materials")) {
            factors.decimals("materials", 6, false).forEach((name, factor) -> {
                for (TextMaterial material : TextMaterial.values()) {
                    if (InputParts.wireName(material).equals(name)) {
                        materials.put(material, factor);
                        return;
                    }
                }
                factors.defect(factors.line(), "there is no material “" + name + "”");
            });
        }
        InputFactors read = new InputFactors(
                factors.required("text", 6, false),
                materials,
                factors.required("per_message", 3, true),
                factors.required("per_request", 3, true),
                factors.decimal("tools", 6, false));
        factors.close();
        return read;
    }

    private static InputBounds bounds(FileFields bounds) {
        Map<Integer, Long> sizes = new TreeMap<>();
        bounds.decimals("usual_by_size", 6, false).forEach((least, usual) -> {
            if (InputBounds.SIZES.stream().noneMatch(size -> size.toString().equals(least))) {
                bounds.defect(bounds.line(), "there is no size class “" + least + "”; known are " + InputBounds.SIZES);
            } else {
                sizes.put(Integer.parseInt(least), usual);
            }
        });
        TreeMap<Integer, Long> highs = new TreeMap<>();
        bounds.decimals("high", 3, true).forEach((share, high) -> {
            int tenths = InputBounds.SHARES.stream()
                    .filter(s -> InputBounds.shareName(s).equals(share))
                    .findFirst()
                    .orElse(0);
            if (tenths == 0) {
                bounds.defect(bounds.line(), "there is no share “" + share + "”");
            }
            highs.put(tenths, high);
        });
        // Only now: members of a JSON object have no order, and browsers write whole numbers first.
        highs.forEach((share, high) -> {
            Map.Entry<Integer, Long> smaller = highs.lowerEntry(share);
            if (smaller != null && smaller.getValue() > high) {
                bounds.defect(
                        bounds.line(),
                        "a larger share must not have a lower bound: “" + InputBounds.shareName(share) + "”");
            }
        });
        InputBounds read =
                new InputBounds(sizes, bounds.decimals("kinds", 3, false), bounds.decimal("low", 3, true), highs);
        bounds.close();
        return read;
    }

    private static ErrorFigures figures(FileFields figures) {
        ErrorFigures read = new ErrorFigures(
                figures.required("median", 6, false),
                figures.required("p95", 6, false),
                figures.required("inside", 6, false),
                figures.required("width", 6, false));
        figures.close();
        return read;
    }

    private static List<LearntLength> lengths(List<FileFields> lengths) {
        List<LearntLength> all = new ArrayList<>();
        for (FileFields length : lengths) {
            LearntLength read = new LearntLength(
                    new Circumstances(
                            length.has("effort") ? length.text("effort") : null,
                            length.flag("tools"),
                            length.has("cap") ? length.text("cap") : null),
                    length.count("lines"),
                    length.count("p50"),
                    length.count("p95"));
            if (read.p50() > read.p95() || read.p95() > MOST_LENGTH) {
                length.defect(length.line(), "expected p50 ≤ p95 ≤ " + MOST_LENGTH);
            }
            length.close();
            all.add(read);
        }
        return all;
    }
}
