package smeta.http.load;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.estimate.Check;
import smeta.estimate.Estimate;
import smeta.http.library.Library;
import smeta.money.ExchangeRate;

/**
 * What the service tells of itself at {@code /q/metrics}. Nothing of a prompt: the labels come from the catalogue and
 * from fixed lists.
 */
@Startup
@ApplicationScoped
public class Meters {
    private final MeterRegistry registry;
    // looked up in the registry once: that takes longer than counting
    private final Map<Answered, Counter> answers = new ConcurrentHashMap<>();
    private final Map<Stage, Timer> stages = new ConcurrentHashMap<>();

    // The equality of these keys is written out: see docs/architecture.md on records in a native image.

    private record Answered(String endpoint, String verdict, String provider) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Answered that
                    && endpoint.equals(that.endpoint)
                    && verdict.equals(that.verdict)
                    && provider.equals(that.provider);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * endpoint.hashCode() + verdict.hashCode()) + provider.hashCode();
        }
    }

    private record Stage(String endpoint, String name) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Stage that && endpoint.equals(that.endpoint) && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return 31 * endpoint.hashCode() + name.hashCode();
        }
    }

    @Inject
    public Meters(MeterRegistry registry, Load load, LargeTurns large, Memory memory, Library library, Clock clock) {
        this.registry = registry;
        Gauge.builder("smeta.queue", load, Load::waiting)
                .description("Requests that wait for a turn to count")
                .register(registry);
        Gauge.builder("smeta.counting", load, Load::counting)
                .description("Requests that count now")
                .register(registry);
        Gauge.builder("smeta.admitted", load, Load::admitted)
                .description("Requests inside, whose bodies have come")
                .register(registry);
        Gauge.builder("smeta.queue.large", large, LargeTurns::waiting)
                .description("Large requests that wait for a turn or for memory")
                .register(registry);
        Gauge.builder("smeta.unread", memory.answers(), HeldBytes::held)
                .baseUnit("bytes")
                .description("Memory of answers that are made and not yet read")
                .register(registry);
        Gauge.builder("smeta.bodies", memory.bodies(), HeldBytes::held)
                .baseUnit("bytes")
                .description("Memory of bodies on their way, waiting or being counted")
                .register(registry);
        Gauge.builder("smeta.catalogue.age", () -> catalogueDays(library, clock))
                .baseUnit("days")
                .description("Days since the newest source of the catalogue was read")
                .register(registry);
        Gauge.builder("smeta.exchange.rate.age", () -> exchangeDays(library, clock))
                .baseUnit("days")
                .description("Days since the newest exchange rate in use")
                .register(registry);
    }

    /** An estimate, with its verdict. */
    public void estimated(Estimate estimate) {
        answered("estimates", estimate.fit().verdict().wireName(), estimate.model());
    }

    public void checked(Check check) {
        answered("checks", check.allowed() ? "allow" : "deny", check.model());
        check.reasons()
                .forEach(reason -> Counter.builder("smeta.denials")
                        .description("Reasons of denials")
                        .tag("reason", reason)
                        .register(registry)
                        .increment());
    }

    public void unknownModel(String endpoint) {
        answered(endpoint, "unknown_model", "unknown");
    }

    private void answered(String endpoint, String verdict, Model model) {
        answered(endpoint, verdict, model.provider());
    }

    public void answered(String endpoint, String verdict, String provider) {
        answers.computeIfAbsent(new Answered(endpoint, verdict, provider), this::counter)
                .increment();
    }

    private Counter counter(Answered answered) {
        return Counter.builder("smeta.answers")
                .description("Answers by endpoint, verdict or decision, and provider")
                .tag("endpoint", answered.endpoint())
                .tag("verdict", answered.verdict())
                .tag("provider", answered.provider())
                .register(registry);
    }

    public void timed(String endpoint, Timing timing) {
        timing.stages()
                .forEach((stage, nanos) -> stages.computeIfAbsent(new Stage(endpoint, stage), this::timer)
                        .record(nanos, TimeUnit.NANOSECONDS));
    }

    private Timer timer(Stage stage) {
        return Timer.builder("smeta.stage")
                .description("Time by stage of an answer")
                .tag("endpoint", stage.endpoint())
                .tag("stage", stage.name())
                .register(registry);
    }

    public void counted(long bytes) {
        Counter.builder("smeta.counted")
                .baseUnit("bytes")
                .description("Bytes of text given to tokenizers, once for each vocabulary")
                .register(registry)
                .increment(bytes);
    }

    void rejected(String why) {
        Counter.builder("smeta.rejections")
                .description("Requests turned away before any work was done for them")
                .tag("why", why)
                .register(registry)
                .increment();
    }

    /** Begins to count requests anew; what is measured of now stays. */
    void forget() {
        for (Meter meter : registry.getMeters()) {
            String name = meter.getId().getName();
            if (name.equals("http.server.requests")
                    || name.startsWith("smeta.") && (meter instanceof Counter || meter instanceof Timer)) {
                registry.remove(meter);
            }
        }
        answers.clear();
        stages.clear();
    }

    private static double catalogueDays(Library library, Clock clock) {
        String version = library.snapshot().catalogue().version();
        return version.length() < 10 ? Double.NaN : days(LocalDate.parse(version.substring(0, 10)), clock);
    }

    private static double exchangeDays(Library library, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return library.snapshot().exchange().inEffect(today).stream()
                .map(ExchangeRate::date)
                .max(LocalDate::compareTo)
                .map(newest -> days(newest, clock))
                .orElse(Double.NaN);
    }

    private static double days(LocalDate since, Clock clock) {
        return ChronoUnit.DAYS.between(since, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
