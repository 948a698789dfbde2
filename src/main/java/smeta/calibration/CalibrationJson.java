package smeta.calibration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt, as the file that {@link CalibrationFile} reads: an answer of the service and a file of the library and
 * the command are both this. Whole numbers of a small unit become decimals.
 */
public final class CalibrationJson {
    private CalibrationJson() {}

    /**
     * @param catalogue its version
     * @param drift     how well the calibrations in use fit; null if nobody asked
     */
    public static ObjectNode of(LearntLog log, LocalDate made, String catalogue, @Nullable List<Drift> drift) {
        ObjectNode file = object().put("calibration", CalibrationFile.VERSION)
                .put("made", made.toString())
                .put("catalogue", catalogue);
        file.putObject("lines").put("read", log.read()).put("used", log.used());
        ObjectNode problems = file.putObject("problems");
        log.problems().forEach(problems::put);
        put(file, "coverage", log.coverage(), 6);
        ArrayNode tooFew = file.putArray("too_few_lines");
        log.tooFew().forEach(tooFew::add);
        ArrayNode models = file.putArray("models");
        log.models().forEach(model -> models.add(model(model)));
        if (drift != null) {
            ArrayNode drifts = file.putArray("drift");
            drift.forEach(one -> drifts.add(drift(one)));
        }
        return file;
    }

    private static ObjectNode drift(Drift drift) {
        ObjectNode json = object().put("model", drift.model())
                .put("made", drift.made().toString())
                .put("lines", drift.lines());
        json.set("now", figures(drift.now()));
        if (drift.promised() != null) {
            json.set("promised", figures(drift.promised()));
        }
        return json.put("calibrate_again", drift.again());
    }

    private static ObjectNode model(ModelCalibration model) {
        ObjectNode json = object().put("model", model.model()).put("lines", model.lines());
        if (model.days() != null) {
            json.putObject("days")
                    .put("from", model.days().from().toString())
                    .put("to", model.days().to().toString());
        }
        json.put("tokenizer", model.tokenizer()).put("framing", model.framing());
        if (model.input() != null) {
            json.set("input", input(model.input()));
        }
        json.set("reply", lengths(model.replies()));
        json.set("reasoning", lengths(model.reasoning()));
        put(json, "cached", model.cached(), 6);
        if (model.cost() != null) {
            ObjectNode cost = json.putObject("cost").put("lines", model.cost().lines());
            put(cost, "p5", model.cost().p5(), 6);
            put(cost, "p50", model.cost().p50(), 6);
            put(cost, "p95", model.cost().p95(), 6);
            cost.put("finding", model.cost().finding());
        }
        return json;
    }

    private static ObjectNode input(InputCalibration input) {
        ObjectNode json = object().put("lines", input.lines()).put("outliers", input.outliers());
        json.set("factors", factors(input.correction().factors()));
        if (input.correction().bounds() != null) {
            json.set("bounds", bounds(input.correction().bounds()));
        }
        json.set("before", figures(input.before()));
        if (input.after() != null) {
            json.set("after", figures(input.after()));
        }
        put(json, "not_above_99.5", input.high(), 6);
        put(json, "change", input.change(), 6);
        ObjectNode ratios = json.putObject("ratios");
        ratios(ratios, "before", input.bare());
        ratios(ratios, "after", input.fitted());
        return json;
    }

    private static void ratios(ObjectNode json, String name, @Nullable RatioHistogram histogram) {
        if (histogram != null) {
            ObjectNode lines = json.putObject(name);
            histogram
                    .lines()
                    .forEach((least, many) -> lines.put(decimal(least, 3).toPlainString(), many));
        }
    }

    private static ObjectNode factors(InputFactors factors) {
        ObjectNode json = object();
        put(json, "text", factors.all(), 6);
        if (!factors.materials().isEmpty()) {
            ObjectNode materials = json.putObject("materials");
            factors.materials().forEach((material, factor) -> put(materials, InputParts.wireName(material), factor, 6));
        }
        put(json, "per_message", factors.perMessage(), 3);
        put(json, "per_request", factors.perRequest(), 3);
        put(json, "tools", factors.tools(), 6);
        return json;
    }

    private static ObjectNode bounds(InputBounds bounds) {
        ObjectNode json = object();
        ObjectNode sizes = json.putObject("usual_by_size");
        bounds.sizes().forEach((least, usual) -> put(sizes, least.toString(), usual, 6));
        ObjectNode kinds = json.putObject("kinds");
        bounds.kinds().forEach((kind, factor) -> put(kinds, kind, factor, 3));
        put(json, "low", bounds.low(), 3);
        ObjectNode highs = json.putObject("high");
        bounds.highs().forEach((share, high) -> put(highs, InputBounds.shareName(share), high, 3));
        return json;
    }

    private static ObjectNode figures(ErrorFigures figures) {
        ObjectNode json = object();
        put(json, "median", figures.median(), 6);
        put(json, "p95", figures.p95(), 6);
        put(json, "inside", figures.inside(), 6);
        put(json, "width", figures.width(), 6);
        return json;
    }

    private static ArrayNode lengths(List<LearntLength> lengths) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (LearntLength length : lengths) {
            ObjectNode json = all.addObject();
            if (length.when().effort() != null) {
                json.put("effort", length.when().effort());
            }
            if (length.when().tools() != null) {
                json.put("tools", length.when().tools());
            }
            if (length.when().cap() != null) {
                json.put("cap", length.when().cap());
            }
            json.put("lines", length.lines()).put("p50", length.p50()).put("p95", length.p95());
        }
        return all;
    }

    private static void put(ObjectNode json, String name, @Nullable Long number, int decimals) {
        if (number != null) {
            json.put(name, decimal(number, decimals));
        }
    }

    /** Without trailing zeros, and never in powers of ten. */
    private static BigDecimal decimal(long number, int decimals) {
        BigDecimal plain = BigDecimal.valueOf(number, decimals).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
