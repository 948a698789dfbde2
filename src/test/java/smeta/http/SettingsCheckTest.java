package smeta.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {
    private static SmetaConfig settings(Map<String, String> set) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(set, "test", 500))
                .withMapping(SmetaConfig.class)
                .build()
                .getConfigMapping(SmetaConfig.class);
    }

    @Test
    void the_defaults_and_the_ends_of_the_bounds_pass() {
        assertThatCode(() -> new SettingsCheck(settings(Map.of()))).doesNotThrowAnyException();
        assertThatCode(() -> new SettingsCheck(settings(Map.of(
                        "smeta.load.queue", "0", "smeta.load.concurrent", "1024", "smeta.catalogue.kilo", "1024"))))
                .doesNotThrowAnyException();
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThatThrownBy(() -> new SettingsCheck(settings(Map.of(
                        "smeta.load.queue", "10001",
                        "smeta.load.batches", "0",
                        "smeta.exchange.feed", "fed",
                        "smeta.calibrations.high", "98"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        smeta.exchange.feed is “fed”; expected off or cbr or ecb
                        smeta.calibrations.high is “98”; expected 95 or 97.5 or 99 or 99.5 or 99.9
                        smeta.load.queue is 10001; expected 0 to 10000
                        smeta.load.batches is 0; expected 1 to 64""");
    }
}
