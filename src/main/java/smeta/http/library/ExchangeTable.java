package smeta.http.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import smeta.http.SmetaConfig;
import smeta.money.ExchangeRates;

/** The table of exchange rates: the setting's, a file's, or the one that ships with the program. */
final class ExchangeTable {
    private ExchangeTable() {}

    static ExchangeRates of(SmetaConfig.ExchangeConfig config) {
        if (config.rates().isPresent()) {
            return ExchangeRates.read("smeta.exchange.rates", config.rates().get());
        }
        if (config.file().isPresent()) {
            Path file = Path.of(config.file().get());
            try {
                return ExchangeRates.read(file.toString(), Files.readAllLines(file));
            } catch (IOException e) {
                throw new UncheckedIOException("the exchange rates in " + file + " can't be read", e);
            }
        }
        return ExchangeRates.bundled();
    }
}
