package smeta.http;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** It is always noon of 22 November 2026, a Sunday. */
@Mock
@Singleton
public class StoppedClock {
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Produces
    @Singleton
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
