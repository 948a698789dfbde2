package smeta.http;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends the start if a setting has a value that its type allows and its meaning doesn't; everything that is wrong is
 * said at once. (Bean Validation of configuration makes a validator of its own at each start, a fifth of its time.)
 */
@Startup(1)
@ApplicationScoped
class SettingsCheck {
    private final List<String> wrong = new ArrayList<>();

    /** @throws ConfigurationException with a line for each */
    @Inject
    SettingsCheck(SmetaConfig config) {
        oneOf("smeta.catalogue.kilo", config.catalogue().kilo(), "1000", "1024");
        within("smeta.exchange.stale-after-days", config.exchange().staleAfterDays(), 0, 3650);
        oneOf("smeta.exchange.feed", config.exchange().feed(), "off", "cbr", "ecb");
        oneOf("smeta.calibrations.high", config.calibrations().high(), "95", "97.5", "99", "99.5", "99.9");
        within("smeta.calibrations.stale-after-days", config.calibrations().staleAfterDays(), 0, 3650);
        SmetaConfig.LoadConfig load = config.load();
        load.concurrent().ifPresent(n -> within("smeta.load.concurrent", n, 1, 1024));
        within("smeta.load.queue", load.queue(), 0, 10_000);
        within("smeta.telemetry.share", config.telemetry().share(), 0, 100);
        within("smeta.load.lists", load.lists(), 1, 10_000);
        within("smeta.load.inflation", load.inflation(), 1, 2000);
        load.batches().ifPresent(n -> within("smeta.load.batches", n, 1, 64));
        if (!wrong.isEmpty()) {
            throw new ConfigurationException(String.join("\n", wrong));
        }
    }

    private void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            wrong.add(name + " is " + value + "; expected " + least + " to " + most);
        }
    }

    private void oneOf(String name, String value, String... words) {
        if (!List.of(words).contains(value)) {
            wrong.add(name + " is “" + value + "”; expected " + String.join(" or ", words));
        }
    }
}
