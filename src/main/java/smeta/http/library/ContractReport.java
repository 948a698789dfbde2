package smeta.http.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.contract.Contract;

/**
 * What became of the configured contract.
 *
 * @param title     null while no contract is in use
 * @param asOf      the day, month or year of which it is
 * @param names     how many it has
 * @param discounts how many it has
 * @param defects   of the file as it stands; while there are any, the last good contract is in use
 */
public record ContractReport(
        @Nullable String title, @Nullable String asOf, int names, int discounts, List<String> defects) {
    static ContractReport of(@Nullable Contract good, List<String> defects) {
        return good == null
                ? new ContractReport(null, null, 0, 0, defects)
                : new ContractReport(good.title(), good.asOf(), good.names(), good.discounts(), defects);
    }
}
