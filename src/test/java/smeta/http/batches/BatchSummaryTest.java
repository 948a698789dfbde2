package smeta.http.batches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import smeta.estimate.Fit;
import smeta.money.Money;

class BatchSummaryTest {
    private static BatchSummary.Share share(String model, Money cost) {
        return new BatchSummary.Share(model, Fit.Verdict.FITS, 1, 1, 1, cost, cost, cost, null);
    }

    private static List<Long> dearest(BatchSummary summary) {
        return summary.answer("2026-11-20").summary().dearest().stream()
                .map(BatchSummaryAnswer.Dear::line)
                .toList();
    }

    @Test
    void a_line_is_the_dearest_of_its_currency_and_not_compared_with_another_s() {
        BatchSummary summary = new BatchSummary(6);
        summary.add(1, "a", List.of(share("a/one", Money.of("1", "USD")), share("b/two", Money.of("5", "CNY"))));
        summary.add(2, "b", List.of(share("a/one", Money.of("2", "USD")), share("b/two", Money.of("6", "CNY"))));
        assertThat(summary.answer("2026-11-20").summary().dearest())
                .extracting(dear -> dear.line() + " " + dear.likely() + " " + dear.currency())
                .containsExactly("2 2.00 USD", "1 1.00 USD", "2 6.00 CNY", "1 5.00 CNY");
    }

    @Test
    void amounts_that_are_one_binary_number_are_told_apart() {
        BatchSummary summary = new BatchSummary(6);
        // one part in 10^19 apart; a binary number has 16 digits
        summary.add(1, "a", List.of(share("a/one", Money.of("1", "USD"))));
        summary.add(2, "b", List.of(share("a/one", Money.of("1.0000000000000000001", "USD"))));
        summary.add(3, "c", List.of(share("a/one", Money.of("1", "USD"))));
        assertThat(dearest(summary)).containsExactly(2L, 1L, 3L);
    }

    @Test
    void only_the_ten_dearest_are_kept() {
        BatchSummary summary = new BatchSummary(6);
        for (int line = 1; line <= 12; line++) {
            summary.add(line, null, List.of(share("a/one", Money.of(Integer.toString(line), "USD"))));
        }
        assertThat(dearest(summary)).containsExactly(12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L);
    }
}
