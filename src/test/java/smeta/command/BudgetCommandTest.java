package smeta.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One request costs (1000 × 2.5 + 100 × 10) USD / 1M = 0.0035 USD on GPT-4o; December and January have 31 days. */
class BudgetCommandTest {
    @TempDir
    Path folder;

    private record Ran(int status, String out, String err) {}

    private static Ran run(String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = SmetaCommand.run(
                List.of(arguments),
                new Surroundings(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        false,
                        Map.of(),
                        Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC)));
        return new Ran(status, out.toString(), err.toString());
    }

    private static String plan(String more) {
        return "start: 2026-12-01\nmonths: 2\n" + more
                + "workloads:\n- {name: chat, models: gpt-4o, requests: 1000/day, input: 1000, output: 100}\n";
    }

    @Test
    void a_scenario_is_planned_month_by_month() throws IOException {
        Ran ran = run(plan(""), "budget");
        assertThat(ran.status()).as(ran.err()).isZero();
        // 31,000 × 0.0035 = 108.50 a month
        assertThat(ran.out().lines().toList().get(1).split(" +"))
                .containsExactly("chat", "openai/gpt-4o", "2026-12", "31000", "108.50", "108.50", "108.50", "USD");
        assertThat(ran.out().lines().toList().get(3).split(" +"))
                .containsExactly("chat", "openai/gpt-4o", "all", "62000", "217.00", "217.00", "217.00", "USD");
        JsonNode json =
                new ObjectMapper().readTree(run(plan(""), "budget", "--json").out());
        assertThat(json.at("/total/likely").asText()).isEqualTo("217.00");
        assertThat(json.at("/plans/0/months/1/month").asText()).isEqualTo("2027-01");
    }

    @Test
    void the_exit_status_says_whether_it_is_within_its_limit() {
        Ran within = run(plan("limit: 108.50/month\n"), "budget");
        assertThat(within.status()).isZero();
        assertThat(within.out()).contains("Within the scenario's limit of 108.50 a month (likely).");
        Ran over = run(plan("limit: 216.99/all\n"), "budget", "--format", "markdown");
        assertThat(over.status()).isEqualTo(1);
        assertThat(over.out())
                .contains("| all |  | all |  | 217.00 | 217.00 | 217.00 | USD |")
                .contains("Over the scenario's limit of 216.99 in all from 2027-01 on (likely).");
    }

    @Test
    void a_request_in_the_scenario_is_counted() {
        // 2 tokens of text with 7 of framing: 9 × 2.5 + 100 × 10 = 1022.5 USD / 1M, × 31,000 = 31.6975
        String plan =
                "{\"start\":\"2026-12-01\",\"months\":1,\"workloads\":[{\"models\":\"gpt-4o\",\"requests\":\"1000/day\","
                        + "\"output\":100,\"body\":{\"messages\":[{\"role\":\"user\",\"content\":\"Hello!\"}]}}]}";
        Ran ran = run(plan, "budget");
        assertThat(ran.out().lines().toList().get(1)).as(ran.err()).contains("31.6975");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        Ran ran = run("""
                months: 61
                limt: 5
                workloads:
                - {models: gpt-4o, requests: many, input: 10, output: 1}
                - {models: gpt-4o, requests: 5/day, growth: 5}
                """, "budget");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err())
                .contains(
                        "months: “61” was found, but a whole number from 1 to 60 was expected; for example months: 12")
                .contains("limt: there is no such word here; expected are bound, calibration, currency, limit,")
                .contains("workloads[0].requests: “many” was found, but a volume like 5000/day")
                .contains("workloads[1].growth: “5” was found, but a percentage like 5%, from -100% to 1000%,")
                .contains("workloads[1].input: without a body both input and output are needed");
        assertThat(run("workloads: []", "budget").err()).contains("a list of 1 to 200 workloads was expected");
        assertThat(run("workloads: [", "budget").err()).contains("this is no YAML");
        assertThat(run(plan("").replace("gpt-4o", "gpt-4oo"), "budget").err())
                .contains("workloads[0].models: there is no model “gpt-4oo”; did you mean one of");
    }

    @Test
    void two_scenarios_are_compared_by_workload() throws IOException {
        Path old = Files.writeString(folder.resolve("old.yaml"), plan(""));
        Path now = Files.writeString(
                folder.resolve("new.yaml"),
                plan("").replace("1000/day", "2000/day")
                        + "- {name: mail, models: gpt-4o, requests: 1000/day, input: 1000, output: 100}\n");
        Ran ran = run("", "diff", old.toString(), now.toString(), "--format", "markdown", "--limit", "651");
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("| chat | openai/gpt-4o | openai/gpt-4o | 217.00 | 434.00 | +217.00 | 434.00 |")
                .contains("| mail | – | openai/gpt-4o | – | 217.00 | +217.00 | 217.00 |")
                .contains("| all, USD |  |  | 217.00 | 651.00 | +434.00 | 651.00 |")
                .contains("Within the limit of 651 USD: at most 651.00 USD.");
        assertThat(run("", "diff", old.toString(), now.toString(), "--limit", "650.99")
                        .status())
                .isEqualTo(1);
        JsonNode json = new ObjectMapper()
                .readTree(run("", "diff", old.toString(), now.toString(), "--json")
                        .out());
        assertThat(json.at("/total/after/likely").asText()).isEqualTo("651.00");
    }

    @Test
    void the_new_scenarios_own_limit_holds_too() throws IOException {
        Path old = Files.writeString(folder.resolve("old.yaml"), plan(""));
        Path now = Files.writeString(folder.resolve("new.yaml"), plan("limit: 100/month\n"));
        Ran ran = run("", "diff", old.toString(), now.toString());
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("Over the scenario's limit of 100.00 a month from 2026-12 on (likely).");
        assertThat(run("", "diff", old.toString(), now.toString(), "--models", "gpt-4o")
                        .err())
                .contains("--models says something of a call");
    }
}
