package smeta.budget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Bound;
import smeta.estimate.CacheLifetime;
import smeta.estimate.Numbers;
import smeta.price.ServiceTier;

/**
 * A scenario in YAML or JSON: its plan and its workloads. Its words are those of the service's budgets.
 *
 * @param calibrated false if it says {@code calibration: off}
 */
public record ScenarioFile(PlanTerms terms, boolean calibrated, List<Entry> workloads) {
    private static final int MOST = 200;
    private static final Set<String> CURRENCIES = new TreeSet<>(List.of("RUB", "USD", "CNY", "EUR"));
    private static final String DAY = "a day like {}";
    private static final int PLANNED = 12;

    public ScenarioFile {
        workloads = List.copyOf(workloads);
    }

    /** @param body the request that the workload carries; null where it has figures */
    public record Entry(AskedWorkload asked, @Nullable JsonNode body) {}

    /**
     * @param today for what the file leaves out: the first day and the day of the exchange rate
     * @throws ScenarioDefects with everything that is wrong in it
     */
    public static ScenarioFile read(byte[] file, LocalDate today) {
        JsonNode tree = tree(file);
        JsonNode list = tree.path("workloads");
        if (!list.isArray() || list.isEmpty() || list.size() > MOST) {
            throw new ScenarioDefects(List.of("workloads: a list of 1 to " + MOST + " workloads was expected"));
        }
        List<String> defects = new ArrayList<>();
        ScenarioWords whole = new ScenarioWords(tree, Set.of("workloads"), "", defects);
        boolean calibrated =
                !Boolean.FALSE.equals(whole.take("calibration", "on or off", "off", ScenarioFile::onOrOff));
        PlanTerms terms = terms(whole, today);
        whole.end();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode one = list.get(i);
            if (!one.isObject()) {
                defects.add("workloads[" + i + "]: a workload with its words was expected");
                continue;
            }
            ScenarioWords words = new ScenarioWords(one, Set.of("body"), "workloads[" + i + "].", defects);
            AskedWorkload asked = workload(words, one.get("body"));
            words.end();
            if (asked != null) {
                entries.add(new Entry(asked, one.get("body")));
            }
        }
        if (!defects.isEmpty()) {
            throw new ScenarioDefects(defects);
        }
        return new ScenarioFile(terms, calibrated, entries);
    }

    private static JsonNode tree(byte[] file) {
        try {
            return new YAMLMapper()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(file);
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            throw new ScenarioDefects(List.of(line + "this is no YAML; a scenario in YAML or JSON was expected"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlanTerms terms(ScenarioWords words, LocalDate today) {
        LocalDate start = words.take("start", DAY, "2026-12-01", Numbers::day);
        Integer months = words.whole("months", 1, 60, "12");
        BudgetLimit limit = words.take("limit", BudgetLimit.EXPECTED, "150000/month", BudgetLimit::parse);
        Currency currency = words.take(
                "currency",
                "one of " + String.join(", ", CURRENCIES),
                "RUB",
                text -> CURRENCIES.contains(text) ? Currency.getInstance(text) : null);
        LocalDate on = words.take("on", DAY, "2026-11-22", Numbers::day);
        Bound bound = words.take(
                "bound",
                "low, likely or high",
                "high",
                text -> Bound.named(text).orElse(null));
        words.whole("scale", 2, 18, "2"); // of the service's answers
        return new PlanTerms(
                start == null ? today : start,
                months == null ? PLANNED : months,
                limit == null ? null : limit.amount(),
                limit == null || limit.perMonth(),
                currency,
                on == null ? today : on,
                bound == null ? Bound.LIKELY : bound);
    }

    /** Null if a word that can't be left out is missing or unreadable. */
    private static @Nullable AskedWorkload workload(ScenarioWords words, @Nullable JsonNode body) {
        String name = words.text("name", "chat");
        List<String> models = words.take("models", "names of models", "gpt-4o", ScenarioFile::names);
        String seller = words.text("seller", "openai");
        RequestRate rate = words.take("requests", RequestRate.EXPECTED, "5000/day", RequestRate::parse);
        boolean workingDays =
                Boolean.TRUE.equals(words.take("working_days", "true or false", "true", ScenarioFile::trueOrFalse));
        BigDecimal growth = words.percent("growth", -100, 1000, "5%");
        Seasons seasons = words.take("seasons", Seasons.EXPECTED, "12:1.5,1:0.8", Seasons::parse);
        BigDecimal retries = words.percent("retries", 0, 1000, "2%");
        Long input = words.count("input", "1284");
        ReplyLength output = words.take("output", ReplyLengths.EXPECTED, "800", ReplyLengths::parse);
        Long maxOutput = words.count("max_output", "2000");
        Long reasoning = words.count("reasoning", "800");
        BigDecimal cached = words.percentOrNull("cached", 0, 100, "40%");
        var cacheWrite =
                words.take("cache_write", "a number of tokens or a percentage from 0% to 100%", "10%", Numbers::share);
        CacheLifetime lifetime = words.take("ttl", CacheLifetime.EXPECTED, "1h", CacheLifetime::parse);
        BigDecimal batchShare = words.percent("batch_share", 0, 100, "30%");
        ServiceTier tier = words.take(
                "tier",
                "standard, batch, flex, priority or fast",
                "batch",
                text -> ServiceTier.named(text).orElse(null));
        if (rate == null) {
            words.wrong("requests", "a volume is needed; for example requests: 5000/day");
        }
        if (body == null && (input == null || output == null)) {
            words.wrong(
                    "input", "without a body both input and output are needed; for example input: 1284, output: 800");
        }
        if (body != null && input != null) {
            words.wrong("input", "input and body say the same thing twice; leave one of them out");
        }
        return rate == null
                ? null
                : new AskedWorkload(
                        name == null ? "workload" : name,
                        models == null ? List.of() : models,
                        seller,
                        new Volume(
                                rate.requests(),
                                rate.per(),
                                workingDays,
                                growth,
                                seasons == null ? Map.of() : seasons.factors(),
                                retries),
                        input,
                        output,
                        Objects.requireNonNullElse(reasoning, 0L),
                        cached,
                        cacheWrite,
                        lifetime == null ? null : lifetime.time(),
                        batchShare,
                        tier == null ? ServiceTier.STANDARD : tier,
                        maxOutput);
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static @Nullable Boolean trueOrFalse(String text) {
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : null;
    }

    private static @Nullable Boolean onOrOff(String text) {
        // YAML reads a bare “off” as false in some of its versions
        return text.matches("on|true") ? Boolean.TRUE : text.matches("off|false") ? Boolean.FALSE : null;
    }
}
