package smeta.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationFileTest {
    private static final String MODEL = """
            calibration: 1
            made: 2026-11-28
            models:
              - model: invented/m
                lines: 400
                tokenizer: unpublished
                framing: none-published
                input:
                  lines: 400
                  outliers: 3
                  factors: { text: 1.25, materials: { latin: 1.2 }, per_message: 1.5, per_request: -2, tools: 0.9 }
                  bounds:
                    usual_by_size: { "0": 0.05, "64": 0.02 }
                    kinds: { latin: 1 }
                    low: -3
                    high: { "97.5": 3, "99.5": 5.5 }
                  before: { median: 0.2, p95: 0.3, inside: 0.97, width: 1 }
                  after: { median: 0.01, p95: 0.03, inside: 0.952, width: 0.08 }
                reply: [ { lines: 400, p50: 300, p95: 900 }, { effort: high, tools: true, cap: none, lines: 30, p50: 9, p95: 10 } ]
                reasoning: []
            """;

    private static List<String> defects(String text) {
        List<String> defects = new ArrayList<>();
        CalibrationFile.read("own.yaml", text, defects);
        return defects;
    }

    @Test
    void a_file_is_read_to_the_last_digit() {
        List<String> defects = new ArrayList<>();
        ModelCalibration model =
                CalibrationFile.read("own.yaml", MODEL, defects).models().get(0);
        assertThat(defects).isEmpty();
        assertThat(model.input().correction().factors().all()).isEqualTo(1_250_000);
        assertThat(model.input().correction().factors().perRequest()).isEqualTo(-2000);
        assertThat(model.input().correction().bounds().highs()).isEqualTo(Map.of(975, 3000L, 995, 5500L));
        assertThat(model.reply(Circumstances.of(true, "high", null, true, null)).p50())
                .isEqualTo(9);
        assertThat(model.reply(Circumstances.of(true, "low", null, true, null)).p50())
                .isEqualTo(300);
    }

    @Test
    void the_order_of_members_says_nothing_but_a_larger_share_has_no_lower_bound() {
        String high = "high: { \"97.5\": 3, \"99.5\": 5.5 }";
        assertThat(defects(MODEL.replace(high, "high: { \"99\": 4, \"97.5\": 3, \"99.5\": 5.5 }")))
                .isEmpty();
        assertThat(defects(MODEL.replace(high, "high: { \"99\": 2, \"97.5\": 3, \"99.5\": 5.5 }")))
                .containsExactly("own.yaml:13: a larger share must not have a lower bound: “99”");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_with_its_line() {
        String bad = MODEL.replace("outliers: 3", "outlayers: 3")
                .replace("text: 1.25", "text: much")
                .replace("latin: 1.2 ", "klingon: 1.2 ")
                .replace("\"64\"", "\"65\"")
                .replace("p95: 900", "p95: 100");
        assertThat(defects(bad)).hasSize(6).allMatch(defect -> defect.startsWith("own.yaml:"));
        assertThat(defects(bad)).anyMatch(d -> d.contains("outlayers")).anyMatch(d -> d.contains("klingon"));
    }

    @Test
    void bounds_that_too_few_lines_support_are_refused() {
        assertThat(defects(MODEL.replace("lines: 400\n      outliers", "lines: 299\n      outliers")))
                .anyMatch(defect -> defect.contains("bounds need at least 300 lines"));
    }

    @Test
    void another_version_and_what_is_no_yaml_are_refused() {
        assertThat(defects("calibration: 2\n")).hasSize(1);
        assertThat(defects("{ not closed")).hasSize(1);
        assertThat(defects("")).isNotEmpty();
    }

    @Test
    void a_model_in_two_files_is_a_defect() {
        List<String> defects = new ArrayList<>();
        CalibrationFolder.read(Map.of("a.yaml", MODEL, "b.yaml", MODEL), 995, 90, defects);
        assertThat(defects).hasSize(1).first().asString().contains("invented/m").contains("a.yaml");
    }
}
