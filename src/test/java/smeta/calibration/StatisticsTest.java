package smeta.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import smeta.meter.Count;
import smeta.token.TextMix;

class StatisticsTest {
    /** y = 2 a + 3 b, and every fifth row is wild; least squares would be off by 10. The prior, 1, pulls a little. */
    @Test
    void a_fit_by_medians_is_not_moved_by_a_fifth_of_wild_rows() {
        Random random = new Random(1);
        double[][] rows = new double[500][];
        double[] targets = new double[500];
        double[] weights = new double[500];
        for (int i = 0; i < 500; i++) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            rows[i] = new double[] {a, b};
            targets[i] = 2 * a + 3 * b + (i % 5 == 0 ? 50 : 0);
            weights[i] = 1;
        }
        double[] beta = MedianFit.solve(rows, targets, weights, new double[] {1, 1});
        assertThat(beta[0]).isBetween(1.9, 2.1);
        assertThat(beta[1]).isBetween(2.9, 3.1);
    }

    /** 200 rows say 1 of the first number, which is what is assumed of both; 20 say 1.5 of the second, and none else does. */
    @Test
    void a_few_rows_that_agree_outweigh_what_was_assumed() {
        double[][] rows = new double[220][];
        double[] targets = new double[220];
        double[] weights = new double[220];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i < 200 ? new double[] {1, 0} : new double[] {0, 1};
            targets[i] = i < 200 ? 1 : 1.5;
            weights[i] = 1;
        }
        double[] beta = MedianFit.solve(rows, targets, weights, new double[] {1, 1});
        assertThat(beta[0]).isBetween(0.999, 1.001);
        assertThat(beta[1]).isBetween(1.499, 1.501);
    }

    /** Of 1 to 199 the bound for 99.5 % is the 199th: ⌈200 × 0.995⌉; of 1 to 198 there is none. */
    @Test
    void a_quantile_that_too_few_lines_support_is_absent() {
        assertThat(WeightedValue.upper(upTo(199), 995)).isEqualTo(199);
        assertThat(WeightedValue.upper(upTo(198), 995)).isNull();
        assertThat(WeightedValue.upper(upTo(99), 950)).isEqualTo(95);
        assertThat(WeightedValue.lower(upTo(99), 950)).isEqualTo(5);
    }

    private static List<WeightedValue> upTo(int number) {
        List<WeightedValue> all = new ArrayList<>();
        for (int i = number; i >= 1; i--) {
            all.add(new WeightedValue(i, 1));
        }
        return all;
    }

    /** The 50th and 95th of 1 to 1,000 are 500 and 950; a class above 256 ends within 0.8 %. */
    @Test
    void percentiles_are_at_most_0_8_percent_too_large() {
        LogHistogram histogram = LogHistogram.ofLengths();
        for (int i = 1; i <= 1000; i++) {
            histogram.add(i);
        }
        assertThat(histogram.percentile(10)).isEqualTo(100);
        assertThat(histogram.percentile(50)).isBetween(500L, 504L);
        assertThat(histogram.percentile(95)).isBetween(950L, 957L);
    }

    /** 80 % in millionths. */
    @Test
    void a_steady_share_of_the_price_is_told_within_a_fortieth_of_a_percent() {
        LogHistogram histogram = LogHistogram.ofShares();
        for (int i = 0; i < 100; i++) {
            histogram.add(800_000);
        }
        assertThat(histogram.percentile(5)).isBetween(800_000L, 800_200L);
        assertThat(histogram.percentile(95)).isEqualTo(histogram.percentile(5));
    }

    @Test
    void a_sample_keeps_the_same_lines_in_whatever_order_and_counts_their_repetitions() {
        List<SampledLine> lines = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            SampledLine line = line(random.nextLong());
            for (int times = 0; times <= i % 3; times++) {
                lines.add(line);
            }
        }
        List<SampledLine> kept = sampled(lines);
        Collections.shuffle(lines, random);
        assertThat(sampled(lines)).isEqualTo(kept).hasSize(50);
        assertThat(LineSample.count(kept)).isGreaterThan(60);
    }

    private static List<SampledLine> sampled(List<SampledLine> lines) {
        LineSample sample = new LineSample(50);
        lines.forEach(sample::add);
        return sample.lines();
    }

    private static SampledLine line(long key) {
        return new SampledLine(
                key, 1, null, 10, new InputParts(TextMix.NONE, true, 1, 3, 0, 0, Count.exact(3), Count.ZERO));
    }
}
