package smeta.http.growth;

import static smeta.http.growth.Growth.many;

import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import smeta.http.batches.CountedBatch;
import smeta.http.bills.CountedBills;

/** Bills and what comes in lines, as {@link GrowthTest} has it: four times as much takes four times the work. */
class LinesGrowthTest {
    private static final String USAGE = "\"usage\":{\"input_tokens\":100,\"output_tokens\":10}";

    private static Growth bills;
    private static Growth batches;
    private static Growth logs;

    @BeforeAll
    static void load() throws ReflectiveOperationException {
        SteppingLoader loader = new SteppingLoader();
        bills = new Growth(loader, CountedBills.class);
        batches = new Growth(loader, CountedBatch.class);
        logs = new Growth(loader, CountedLog.class);
    }

    @AfterAll
    static void forget() {
        bills = null;
        batches = null;
        logs = null;
    }

    @Test
    void rate_cards_of_a_bill() {
        bills.requireProportion(
                "rates",
                n -> rates(many(
                        n, i -> "{\"region\":\"r" + i + "\",\"unit\":\"USD / 1M tokens\",\"input\":1,\"output\":2}")));
    }

    @Test
    void tiers_of_a_card() {
        bills.requireProportion(
                "rates",
                n -> rates("{\"unit\":\"USD / 1M tokens\",\"input\":1,\"output\":2,\"tiers\":["
                        + many(n, i -> "{\"above\":" + (i + 1) * 1000 + ",\"input\":2,\"output\":3}") + "]}"));
    }

    @Test
    void time_windows_of_a_card() {
        bills.requireProportion(
                "rates",
                n -> rates("{\"unit\":\"USD / 1M tokens\",\"input\":1,\"output\":2,\"windows\":["
                        + many(
                                n,
                                i -> "{\"name\":\"w" + i
                                        + "\",\"zone\":\"UTC\",\"hours\":[\"00:00-12:00\"],\"input\":1}")
                        + "]}"));
    }

    @Test
    void variants_of_a_card() {
        bills.requireProportion(
                "rates",
                n -> rates("{\"unit\":\"USD / 1M tokens\",\"input\":1,\"output\":2,\"variants\":{"
                        + many(n, i -> "\"v" + i + "\":{\"input\":1}") + "}}"));
    }

    @Test
    void replies_of_an_answer() {
        bills.requireProportion(
                "model",
                n -> "{\"id\":\"c\",\"object\":\"chat.completion\",\"model\":\"gpt-4o\",\"choices\":["
                        + many(n, i -> "{\"index\":" + i + ",\"message\":{\"role\":\"assistant\",\"content\":\"a\"}}")
                        + "],\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":10,\"total_tokens\":110}}");
    }

    @Test
    void events_of_an_answer() {
        bills.requireProportion(
                "model",
                n -> many(
                                n,
                                "",
                                i ->
                                        "data: {\"object\":\"chat.completion.chunk\",\"model\":\"gpt-4o\",\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n")
                        + "data: {\"object\":\"chat.completion.chunk\",\"model\":\"gpt-4o\",\"choices\":[],"
                        + "\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":10,\"total_tokens\":110}}\n\ndata: [DONE]\n\n");
    }

    @Test
    void lines_of_a_log() {
        bills.requireProportion("log", lines(i -> "{\"model\":\"gpt-4o\"," + USAGE + "}"));
    }

    @Test
    void unknown_models_of_a_log() {
        bills.requireProportion("log", lines(i -> "{\"model\":\"nobodys-" + i + "\"," + USAGE + "}"));
    }

    @Test
    void days_of_a_log() {
        bills.requireProportion(
                "log",
                lines(i -> "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":" + (1_600_000_000L + 86_400L * i)
                        + ",\"model\":\"gpt-4o\",\"choices\":[],"
                        + "\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":10,\"total_tokens\":110}}"));
    }

    @Test
    void lines_of_a_batch() {
        batches.requireProportion("gpt-4o", lines(LinesGrowthTest::request));
    }

    @Test
    void models_of_a_batch() {
        batches.requireProportion(
                "",
                lines(i -> "{\"custom_id\":\"c" + i + "\",\"body\":{\"model\":\""
                        + (i % 2 == 0 ? "gpt-4o" : "claude-sonnet-4-5")
                        + "\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"m\"}]}}"));
    }

    @Test
    void lines_of_a_calibration() {
        logs.requireProportion("", lines(i -> logged(i, "gpt-4o")));
    }

    @Test
    void requests_and_results_that_are_joined() {
        logs.requireProportion(
                "",
                n -> many(n / 2, "\n", LinesGrowthTest::request) + "\n"
                        + many(
                                n / 2,
                                "\n",
                                i -> "{\"custom_id\":\"c" + i
                                        + "\",\"response\":{\"body\":{\"object\":\"chat.completion\",\"model\":\"gpt-4o\",\"choices\":[],"
                                        + "\"usage\":{\"prompt_tokens\":8,\"completion_tokens\":9,\"total_tokens\":17}}}}"));
    }

    private static IntFunction<String> lines(IntFunction<String> line) {
        return n -> many(n, "\n", line);
    }

    private static String rates(String cards) {
        return "{\"rates\":[" + cards + "]," + USAGE + "}";
    }

    private static String request(int i) {
        return "{\"custom_id\":\"c" + i + "\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":"
                + chat("gpt-4o") + "}";
    }

    private static String logged(int i, String model) {
        return "{\"request\":" + chat(model) + ",\"usage\":{\"prompt_tokens\":" + (8 + i % 5)
                + ",\"completion_tokens\":9,\"total_tokens\":" + (17 + i % 5) + "}}";
    }

    private static String chat(String model) {
        return "{\"model\":\"" + model + "\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"m\"}]}";
    }
}
