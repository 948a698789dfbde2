package smeta.http.budgets;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import smeta.budget.BudgetLimit;
import smeta.budget.PlanTerms;
import smeta.estimate.Bound;
import smeta.http.query.CalibrationSwitch;
import smeta.http.query.ParameterTexts;

/** What holds for a whole plan, in a query or in a scenario. */
@RegisterForReflection
public class PlanParameters {
    @QueryParam("start")
    @Parameter(description = "The plan's first day. Left out: today.", example = "2026-12-01")
    public @Nullable LocalDate start;

    @QueryParam("months")
    @Min(1)
    @Max(60)
    @Parameter(description = "Calendar months. Left out: 12.", example = "12")
    public @Nullable Integer months;

    @QueryParam("limit")
    @Parameter(
            description = "The limit, a month or in all.",
            example = "150000/month",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]+(\\.[0-9]+)?(/(month|all))?$"))
    public @Nullable BudgetLimit limit;

    @QueryParam("currency")
    @Parameter(
            description = "The currency of the amounts and of the limit. Left out: the seller's own.",
            example = "RUB",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"RUB", "USD", "CNY", "EUR"}))
    public @Nullable Currency currency;

    @QueryParam("on")
    @Parameter(description = "The day whose exchange rate is used. Left out: today.", example = "2026-11-22")
    public @Nullable LocalDate on;

    @QueryParam("bound")
    @Parameter(description = "The bound that is compared with the limit. Left out: likely.", example = "high")
    public @Nullable Bound bound;

    @QueryParam("scale")
    @Min(2)
    @Max(18)
    @Parameter(description = "Decimals of amounts. Left out: 2.", example = "2")
    public @Nullable Integer scale;

    @QueryParam("calibration")
    @Parameter(description = ParameterTexts.CALIBRATION, example = "off")
    public @Nullable CalibrationSwitch calibration;

    boolean calibrated() {
        return calibration != CalibrationSwitch.OFF;
    }

    PlanTerms terms(Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new PlanTerms(
                start == null ? today : start,
                months == null ? 12 : months,
                limit == null ? null : limit.amount(),
                limit == null || limit.perMonth(),
                currency,
                on == null ? today : on,
                bound == null ? Bound.LIKELY : bound);
    }

    int scale() {
        return scale == null ? 2 : scale;
    }
}
