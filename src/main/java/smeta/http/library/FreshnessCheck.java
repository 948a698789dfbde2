package smeta.http.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How old the exchange rates are, and whether feed and imports were asked. It informs, and never fails. */
@Readiness
@ApplicationScoped
public class FreshnessCheck implements HealthCheck {
    private final Library library;

    @Inject
    public FreshnessCheck(Library library) {
        this.library = library;
    }

    @Override
    public HealthCheckResponse call() {
        Library.ExchangeAge age = library.exchangeAge();
        return HealthCheckResponse.named("freshness")
                .up()
                .withData("exchange_rates_of", age.newest().toString())
                .withData("exchange_rates_age_days", age.days())
                .withData("exchange_feed", library.feed().isOff() ? "off" : "on")
                .withData("exchange_feed_tried", library.feed().hasBeenTried())
                .withData("imports_tried", library.imports().haveBeenTried())
                .build();
    }
}
