package smeta.catalogue.tables;

import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Where a table comes from.
 *
 * @param provider who sells what the table has under no seller of its own
 * @param url      or the file's name
 * @param asOf     the day on which the table was fetched or written
 * @param currency of its prices; null takes the format's own
 */
public record ImportSource(
        String name,
        ImportFormat format,
        String provider,
        @Nullable String url,
        LocalDate asOf,
        @Nullable Currency currency) {
    public ImportSource {
        if (!provider.matches("[a-z0-9][a-z0-9.-]*")) {
            throw new IllegalArgumentException(
                    "expected a provider in lower case without a slash, found “" + provider + "”");
        }
        if (currency == null && format.currency().isEmpty()) {
            throw new IllegalArgumentException(
                    "the format " + format.wireName() + " does not name its currency; configure one");
        }
        if (currency != null
                && format.currency().isPresent()
                && !format.currency().get().equals(currency.getCurrencyCode())) {
            throw new IllegalArgumentException("the format " + format.wireName() + " is in "
                    + format.currency().get() + ", but " + currency + " is configured");
        }
    }

    String currencyCode() {
        return currency != null ? currency.getCurrencyCode() : format.currency().orElseThrow();
    }

    /** Whether the seller itself prints the table, so that it says more of its offers than others' tables do. */
    boolean isSellersOwn() {
        return format == ImportFormat.OPENROUTER;
    }

    /** Names the table and its day in what is made of it. */
    public String key() {
        return name + "-" + asOf;
    }
}
