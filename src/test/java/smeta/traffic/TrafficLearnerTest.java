package smeta.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import smeta.calibration.Circumstances;
import smeta.calibration.InputCalibration;
import smeta.calibration.ModelCalibration;
import smeta.calibration.RatioHistogram;
import smeta.token.Vocabulary;

/** A vendor who counts with Qwen's vocabulary, as if nobody knew; calibrated on one half of the texts. */
class TrafficLearnerTest {
    private static final String MODEL = "invented/of-unpublished";
    private static final Vocabulary TRUTH =
            Learning.TOKENIZERS.vocabulary("qwen").orElseThrow();
    private static final LineReader READER = Learning.reader(Learning.catalogue("unpublished"));

    private static ModelCalibration learnt(List<byte[]> lines) {
        return Learning.only(Learning.learn(READER, lines));
    }

    private static List<byte[]> lines(int pool, int many) {
        return new SyntheticLog(TRUTH, MODEL, pool, pool + 1).lines(many);
    }

    @Test
    void a_thousand_lines_make_estimates_better_and_their_bounds_hold_on_other_texts() {
        List<byte[]> unseen = lines(1, 800);
        InputCalibration learnt = learnt(lines(0, 1000)).input();
        Learning.Figures before = Learning.Figures.of(Learning.observed(READER, unseen), null, 0);
        Learning.Figures after = Learning.Figures.of(Learning.observed(READER, unseen), learnt.correction(), 975);
        assertThat(after.median()).isLessThan(20_000).isLessThan(before.median() / 2);
        assertThat(after.inside()).isGreaterThan(920_000);
        assertThat(after.width()).isLessThan(before.width() / 3);
        assertThat(learnt.after().inside()).isBetween(925_000L, 990_000L);
    }

    @Test
    void ratios_of_truth_to_estimate_gather_around_one_and_none_is_told_of_fewer_than_twenty_lines() {
        InputCalibration learnt = learnt(lines(0, 1000)).input();
        assertThat(learnt.bare().lines().values()).allMatch(count -> count >= 20);
        assertThat(learnt.fitted().lines().values()).allMatch(count -> count >= 20);
        // The classes of 0.97 to 0.99, to 1.01 and to 1.03.
        List<Integer> near = List.of(970, 990, 1010);
        assertThat(lines(learnt.fitted(), near)).isGreaterThan(lines(learnt.bare(), near) * 3 / 2);
        assertThat(learnt(lines(0, 100)).input().fitted()).isNull();
    }

    private static long lines(RatioHistogram ratios, List<Integer> classes) {
        return classes.stream()
                .mapToLong(least -> ratios.lines().getOrDefault(least, 0L))
                .sum();
    }

    @Test
    void fewer_than_three_hundred_lines_change_the_likely_count_and_never_narrow_the_bounds() {
        ModelCalibration learnt = learnt(lines(0, 100));
        assertThat(learnt.input().correction().bounds()).isNull();
        for (byte[] line : lines(1, 50)) {
            var parts =
                    ((LineReading.Learnable) READER.read(line)).observation().parts();
            var count = learnt.input().correction().interval(parts, 995);
            assertThat(count.low()).isLessThanOrEqualTo(parts.bare().low());
            assertThat(count.high()).isGreaterThanOrEqualTo(parts.bare().high());
        }
    }

    /** Five kinds of text have five ratios, which one factor for all of them can't meet. */
    @Test
    void a_hundred_lines_correct_each_material_that_came_often_enough() {
        var unseen = Learning.observed(READER, lines(1, 400));
        InputCalibration learnt = learnt(lines(0, 100)).input();
        Learning.Figures before = Learning.Figures.of(unseen, null, 0);
        Learning.Figures after = Learning.Figures.of(unseen, learnt.correction(), 975);
        assertThat(learnt.correction().factors().materials()).isNotEmpty();
        assertThat(after.median()).isLessThan(20_000).isLessThan(before.median() * 2 / 3);
    }

    @Test
    void fewer_than_fifty_lines_are_not_used() {
        assertThat(learnt(lines(0, 49)).isUsed()).isFalse();
        assertThat(learnt(lines(0, 50)).isUsed()).isTrue();
    }

    @Test
    void the_order_of_the_lines_does_not_matter() {
        List<byte[]> lines = new ArrayList<>(lines(0, 400));
        ModelCalibration one = learnt(lines);
        Collections.shuffle(lines, new Random(7));
        assertThat(learnt(lines)).isEqualTo(one);
    }

    /** The log's replies have a median of 300 tokens, its thoughts one of 200 at low effort and of 2,000 at high. */
    @Test
    void replies_and_thoughts_are_learnt_by_effort_and_what_was_cached_as_a_share() {
        ModelCalibration learnt = learnt(lines(0, 1000));
        Circumstances high = Circumstances.of(true, "high", null, false, null);
        Circumstances low = Circumstances.of(true, "low", null, false, null);
        assertThat(learnt.reply(high).p50()).isBetween(260L, 345L);
        assertThat(learnt.reasoning(high).p50()).isBetween(1800L, 2250L);
        assertThat(learnt.reasoning(low).p50()).isBetween(180L, 225L);
        assertThat(learnt.reasoning(high).p95()).isGreaterThan(3500L);
        assertThat(learnt.reasoning(Circumstances.of(true, "medium", null, false, null)))
                .isNull();
        assertThat(learnt.cached()).isBetween(245_000L, 250_000L);
    }

    @Test
    void a_tenth_of_lines_with_another_system_prompt_are_outliers_and_inside_the_bounds() {
        SyntheticLog log = new SyntheticLog(TRUTH, MODEL, 0, 3);
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            lines.add(log.line(i, SyntheticLog.Kind.values()[i % 5], i % 10 == 3 ? 3000 : 0)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
        }
        InputCalibration learnt = learnt(lines).input();
        assertThat(learnt.outliers()).isBetween(100L, 250L);
        assertThat(learnt.correction().factors().perRequest()).isLessThan(100_000);
        assertThat(learnt.after().inside()).isGreaterThan(925_000);
        assertThat(learnt.after().median()).isLessThan(25_000);
    }

    @Test
    void a_vendor_whose_count_changes_halfway_is_noticed() {
        SyntheticLog log = new SyntheticLog(TRUTH, MODEL, 0, 4);
        SyntheticLog later =
                new SyntheticLog(Learning.TOKENIZERS.vocabulary("p50k_base").orElseThrow(), MODEL, 0, 5);
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            SyntheticLog.Kind kind = SyntheticLog.Kind.values()[i % 3];
            lines.add((i < 500 ? log : later).line(i, kind, 0).toString().getBytes(StandardCharsets.UTF_8));
        }
        InputCalibration learnt = learnt(lines).input();
        assertThat(learnt.change()).isNotNull().isGreaterThan(50_000);
        assertThat(learnt.after().inside()).isGreaterThan(920_000);
        assertThat(learnt(lines(0, 1000)).input().change()).isNull();
    }

    /** Qwen's vocabulary and cl100k cut English and code alike, so that most lines stay as they were. */
    @Test
    void a_count_that_changes_for_some_scripts_only_is_noticed() {
        SyntheticLog log = new SyntheticLog(TRUTH, MODEL, 0, 6);
        SyntheticLog later =
                new SyntheticLog(Learning.TOKENIZERS.vocabulary("cl100k_base").orElseThrow(), MODEL, 0, 7);
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            SyntheticLog.Kind kind = SyntheticLog.Kind.values()[i % 5];
            lines.add((i < 750 ? log : later).line(i, kind, 0).toString().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(learnt(lines).input().change()).isNotNull().isGreaterThan(50_000);
    }
}
