package smeta.http.query;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import smeta.price.ServiceTier;

/** Which of a model's prices apply, and in which currency they are shown. */
@RegisterForReflection
public class PriceParameters {
    @QueryParam("on")
    @Parameter(
            description = "The day (or instant) whose prices and exchange rate apply. Left out: now.",
            example = "2026-11-22",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            examples = {"2026-11-22", "2026-11-22T09:00:00Z"}))
    public @Nullable Moment on;

    @QueryParam("tier")
    @Parameter(description = "The service tier. Left out: the body's service_tier, else standard.", example = "batch")
    public @Nullable ServiceTier tier;

    @QueryParam("currency")
    @Parameter(
            description = "The currency of the amounts. Left out: the seller's own.",
            example = "RUB",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"RUB", "USD", "CNY", "EUR"}))
    public @Nullable Currency currency;

    @QueryParam("channel")
    @Parameter(description = "The sales channel, where a model has price cards by channel.", example = "api")
    public @Nullable String channel;

    @QueryParam("region")
    @Parameter(description = "The region, where a model has price cards by region.", example = "eu")
    public @Nullable String region;

    @QueryParam("residency")
    @Parameter(description = "Where the data must stay, where that changes the price.", example = "us")
    public @Nullable String residency;

    @QueryParam("variant")
    @Parameter(description = "The variant of the model, where a price card has variants.", example = "thinking")
    public @Nullable String variant;

    public Moment moment(Clock clock) {
        return on == null ? new Moment(clock.instant(), true) : on;
    }

    public @Nullable String channel() {
        return given(channel);
    }

    public @Nullable String region() {
        return given(region);
    }

    public @Nullable String residency() {
        return given(residency);
    }

    public @Nullable String variant() {
        return given(variant);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null ? null : text.strip();
    }
}
