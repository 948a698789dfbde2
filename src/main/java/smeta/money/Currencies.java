package smeta.money;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Currencies are the same if their codes of ISO 4217 are. {@link Currency} compares by identity, and a program that
 * was compiled ahead of time may hold two objects of one code: one made when it was built, one when it runs.
 */
public final class Currencies {
    private Currencies() {}

    /** Whether both have one code, or both are null. */
    public static boolean same(@Nullable Currency one, @Nullable Currency other) {
        return one == null || other == null
                ? one == other
                : one.getCurrencyCode().equals(other.getCurrencyCode());
    }
}
