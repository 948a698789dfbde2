package smeta.http.budgets;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smeta.budget.ReplyLength;
import smeta.budget.Terms;
import smeta.budget.Volume;
import smeta.estimate.Bound;
import smeta.http.checks.CheckQuery;
import smeta.http.problem.BadQuery;
import smeta.http.problem.Problem;
import smeta.http.query.EstimateQuery;
import smeta.http.query.Query;
import smeta.price.ServiceTier;
import java.math.BigDecimal;

/**
 * The words of a budget, in a query or in a scenario file: what holds for the whole plan, and what holds for one
 * workload.
 */
final class BudgetQuery {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private BudgetQuery() {}

    /** @param scale decimals of amounts */
    record Whole(Terms terms, int scale) {}

    /** A workload before its sample is known. */
    record Asked(
            String name,
            List<String> models,
            Volume volume,
            @Nullable Long input,
            @Nullable ReplyLength output,
            long reasoning,
            BigDecimal cached,
            BigDecimal batchShare,
            ServiceTier tier,
            @Nullable Long maxOutput) {}

    static Whole whole(Query query, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate start = query.parsed("start", "a day like 2026-12-01", BudgetQuery::day);
        Integer months =
                query.parsed("months", "a whole number from 1 to 60", t -> (int) between(Query.wholeNumber(t), 1, 60));
        String[] limit = query.parsed("limit", "an amount like 150000, 150000/month or 150000/all", t -> {
            String[] parts = t.split("/", 2);
            CheckQuery.amount(parts[0]);
            return new String[] {
                parts[0], CheckQuery.oneOf(parts.length == 1 ? "month" : parts[1], Set.of("month", "all"))
            };
        });
        Currency currency = query.parsed("currency", "one of RUB, USD, CNY, EUR", EstimateQuery::currency);
        LocalDate on = query.parsed("on", "a day like 2026-11-22", BudgetQuery::day);
        Bound bound = query.named("bound", Bound::named, "low, likely, high");
        Integer scale =
                query.parsed("scale", "a whole number from 2 to 18", t -> (int) between(Query.wholeNumber(t), 2, 18));
        return new Whole(
                new Terms(
                        start == null ? today : start,
                        months == null ? 12 : months,
                        limit == null ? null : new BigDecimal(limit[0]),
                        limit == null || limit[1].equals("month"),
                        currency,
                        on == null ? today : on,
                        bound == null ? Bound.LIKELY : bound),
                scale == null ? 2 : scale);
    }

    static Asked workload(Query query, boolean hasBody) {
        String name = query.text("name");
        List<String> models = query.texts("models");
        String[] requests = query.parsed("requests", "a volume like 5000/day, 30000/week or 100000/month", t -> {
            String[] parts = t.split("/", 2);
            CheckQuery.amount(parts[0]);
            Volume.Per.valueOf(
                    CheckQuery.oneOf(parts[1], Set.of("day", "week", "month")).toUpperCase(java.util.Locale.ROOT));
            return parts;
        });
        BigDecimal growth = query.parsed(
                "growth", "a percentage a month like 5%/month", t -> percent(t.replace("/month", ""), -100, 1000));
        Map<Integer, BigDecimal> seasons =
                query.parsed("seasons", "factors by month like 12:1.5,1:0.8", BudgetQuery::seasons);
        BigDecimal retries = query.parsed("retries", "a percentage like 2%", t -> percent(t, 0, 1000));
        Boolean workingDays =
                query.parsed("working_days", "true or false", t -> CheckQuery.oneOf(t, Set.of("true", "false"))
                        .equals("true"));
        Long input = query.count("input");
        ReplyLength output = query.parsed("output", "tokens like 800, or p50:600,p95:2400", BudgetQuery::reply);
        Long maxOutput = query.count("max_output");
        Long reasoning = query.count("reasoning");
        BigDecimal cached = query.parsed("cached", "a percentage like 40%", t -> percent(t, 0, 100));
        BigDecimal batch = query.parsed("batch_share", "a percentage like 30%", t -> percent(t, 0, 100));
        ServiceTier tier = query.named("tier", ServiceTier::named, "standard, batch, flex, priority, fast");
        if (requests == null) {
            query.error("requests", "There is no volume.", "for example requests=5000/day");
        }
        if (!hasBody && (input == null || output == null)) {
            query.error(
                    "input",
                    "Without a request body both “input” and “output” are needed.",
                    "for example input=1284 and output=800");
        }
        if (hasBody && input != null) {
            query.error("input", "“input” and a request body say the same thing twice.", "leave one of them out");
        }
        Volume volume = requests == null
                ? Volume.of(0, Volume.Per.DAY)
                : new Volume(
                        new BigDecimal(requests[0]),
                        Volume.Per.valueOf(requests[1].toUpperCase(java.util.Locale.ROOT)),
                        Boolean.TRUE.equals(workingDays),
                        or(growth),
                        seasons == null ? Map.of() : seasons,
                        or(retries));
        return new Asked(
                name == null ? "workload" : name,
                models,
                volume,
                input,
                output,
                reasoning == null ? 0 : reasoning,
                or(cached),
                or(batch),
                tier == null ? ServiceTier.STANDARD : tier,
                maxOutput);
    }

    /** Collects the errors of one reading under a prefix, so that all of a scenario's are reported at once. */
    static <T> @Nullable T collecting(
            MultivaluedMap<String, String> values,
            String prefix,
            List<Problem.Error> errors,
            Function<Query, T> reading) {
        Query query = new Query(values);
        try {
            T read = reading.apply(query);
            query.close();
            return read;
        } catch (BadQuery e) {
            e.errors()
                    .forEach(one -> errors.add(new Problem.Error(prefix + one.parameter(), one.detail(), one.hint())));
            return null;
        }
    }

    private static BigDecimal or(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        between(day.getYear(), 2000, 2200);
        return day;
    }

    private static long between(long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }

    private static BigDecimal percent(String text, int least, int most) {
        if (!text.endsWith("%")) {
            throw new IllegalArgumentException("no percent sign");
        }
        BigDecimal percent = new BigDecimal(text.substring(0, text.length() - 1).strip());
        if (percent.compareTo(BigDecimal.valueOf(least)) < 0
                || percent.compareTo(BigDecimal.valueOf(most)) > 0
                || percent.scale() > 6) {
            throw new IllegalArgumentException("out of range");
        }
        return percent;
    }

    private static Map<Integer, BigDecimal> seasons(String text) {
        Map<Integer, BigDecimal> seasons = new LinkedHashMap<>();
        for (String one : text.split(",")) {
            String[] parts = one.strip().split(":");
            BigDecimal factor = new BigDecimal(parts[1].strip());
            if (factor.signum() < 0 || factor.compareTo(HUNDRED) > 0 || factor.scale() > 6
                    || seasons.put((int) between(Long.parseLong(parts[0].strip()), 1, 12), factor) != null) {
                throw new IllegalArgumentException("out of range, or twice");
            }
        }
        return seasons;
    }

    private static ReplyLength reply(String text) {
        if (!text.contains(":")) {
            return ReplyLength.average(Query.wholeNumber(text));
        }
        Map<String, Long> parts = new LinkedHashMap<>();
        for (String one : text.split(",")) {
            String[] pair = one.strip().split(":");
            parts.put(CheckQuery.oneOf(pair[0].strip(), Set.of("p50", "p95")), Query.wholeNumber(pair[1].strip()));
        }
        return new ReplyLength(parts.get("p50"), parts.get("p95"));
    }
}
