package smeta.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.QueryParam;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smeta.http.query.CallParameters;
import smeta.http.query.ModelParameters;
import smeta.http.query.PriceParameters;
import smeta.http.query.PromptParameters;
import smeta.http.query.SellerParameters;

class SmetaCommandTest {
    private static final String HELLO =
            "{\"model\":\"gpt-4o\",\"max_completion_tokens\":200,\"messages\":[{\"role\":\"user\",\"content\":\"Hello!\"}]}";

    @TempDir
    Path folder;

    private record Ran(int status, String out, String err) {}

    private static Ran run(String input, String... arguments) {
        return run(input, false, arguments);
    }

    private static Ran run(String input, boolean terminal, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = SmetaCommand.run(
                List.of(arguments),
                new Surroundings(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        terminal,
                        Map.of(),
                        Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC)));
        return new Ran(status, out.toString(), err.toString());
    }

    private static JsonNode json(Ran ran) throws IOException {
        return new ObjectMapper().readTree(ran.out());
    }

    @Test
    void estimate_shows_people_a_table_and_programs_json() throws IOException {
        Ran ran = run(HELLO, "estimate", "--output", "100", "--models", "gpt-4o,gpt-4o-mini");
        assertThat(ran.status()).isZero();
        // 9 × 2.5 + 100 × 10 = 1,022.5; with 200: 2,022.5, / 1M, to six decimals
        assertThat(ran.out().lines().toList().get(1).split(" +"))
                .containsExactly("openai/gpt-4o", "fits", "9", "16384", "0.001023", "0.002023", "USD");
        JsonNode one = json(run(HELLO, "estimate", "--output=100", "--json")).get(0);
        assertThat(one.at("/input_tokens/likely").asInt()).isEqualTo(9);
        assertThat(one.at("/cost/likely").asText()).isEqualTo("0.001023");
    }

    @Test
    void check_answers_with_its_exit_status() throws IOException {
        assertThat(run(HELLO, "check", "--limit", "0.01").status()).isZero();
        Ran denied = run(HELLO, "check", "--limit", "0.001");
        assertThat(denied.status()).isEqualTo(1);
        // 9 × 2.5 + 97 × 10 = 992.5 / 1M; with 98 it is over
        assertThat(denied.out()).contains("over_limit").contains("--max-output 97, for at most 0.000993 USD");
        JsonNode answer = json(run(HELLO, "check", "--limit", "0.001", "--json"));
        assertThat(answer.at("/would_fit/max_output").asInt()).isEqualTo(97);
        assertThat(answer.at("/would_cost/amount").asText()).isEqualTo("0.000993");
        assertThat(answer.at("/would_cost/currency").asText()).isEqualTo("USD");
    }

    @Test
    void a_bill_is_at_the_prices_of_the_place_and_the_variant_that_are_said() throws IOException {
        String usage = "{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100}";
        // OpenAI's 10 % more for data that stay in a place: (1,000 × 2 + 100 × 10) × 1.1 / 1M
        Ran placed = run(usage, "bill", "--models", "gpt-6.1-sol", "--residency", "us", "--on", "2026-11-22", "--json");
        assertThat(json(placed).at("/cost/likely").asText()).isEqualTo("0.0033");
        // 1,000 × 1 + 100 × 1 = 1,100 / 1M, and 8 / 1,000 for the request
        Ran deep = run(
                usage,
                "bill",
                "--models",
                "perplexity/sonar",
                "--variant",
                "search medium",
                "--on",
                "2026-11-22",
                "--json");
        assertThat(json(deep).at("/cost/likely").asText()).isEqualTo("0.0091");
    }

    @ParameterizedTest
    @CsvSource({"--residency, mars", "--variant, search endless", "--channel, pigeons", "--region, mars"})
    void a_place_that_has_no_price_is_said(String word, String value) {
        String usage = "{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100}";
        String model = word.equals("--variant") ? "perplexity/sonar" : "gpt-6.1-sol";
        assertThat(run(HELLO, "estimate", "--models", model, word, value).out())
                .contains("unknown")
                .contains("“" + value + "”");
        assertThat(run(HELLO, "check", "--models", model, word, value).status()).isEqualTo(1);
        Ran bill = run(usage, "bill", "--models", model, word, value);
        assertThat(bill.status()).isEqualTo(2);
        assertThat(bill.err()).contains("No price ");
    }

    @Test
    void a_contract_s_names_and_discounts_are_those_of_the_command_too() {
        String usage = "{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100}";
        // (1,000 × 2.5 + 100 × 10) / 1M less 12 %
        assertThat(run(usage, "bill", "--models", "chat-prod", "--contract", "docs/contract.yaml")
                        .out())
                .startsWith("openai/gpt-4o-2024-11-20  0.00308 USD");
        assertThat(run(usage, "bill", "--models", "chat-prod", "--contract", "nowhere.yaml")
                        .err())
                .contains("nowhere.yaml can't be read");
    }

    @Test
    void count_takes_a_vocabulary_or_a_model() {
        // o200k_base: "Hello" and "!"
        assertThat(run("Hello!", "count", "--vocabulary", "o200k_base").out()).isEqualTo("2\n");
        assertThat(run("Hello!", "count", "--models", "gpt-4o").out()).isEqualTo("2\n");
        assertThat(run("Hello!", "count").status()).isEqualTo(2);
    }

    @Test
    void bill_prices_what_was_reported() {
        Ran ran = run(
                "{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100}",
                "bill",
                "--models",
                "gpt-4o");
        // 1,000 × 2.5 + 100 × 10 = 3,500 / 1M
        assertThat(ran.out()).startsWith("openai/gpt-4o  0.0035 USD");
    }

    @Test
    void a_batch_s_bad_line_spoils_itself_only_and_its_exit_status() throws IOException {
        Path file = Files.writeString(
                folder.resolve("batch.jsonl"), HELLO + "\n{cut\n\n{\"custom_id\":\"a\",\"body\":" + HELLO + "}\n");
        Ran ran = run("", "batch", file.toString());
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("3 lines, 1 of them can't be estimated");
        assertThat(ran.err()).contains("line 2: ").doesNotContain("cut");
        // two lines of 9 tokens, each at most 9 × 2.5 + 200 × 10 = 2,022.5 / 1M
        assertThat(ran.out().lines().toList().get(1).split(" +"))
                .containsExactly("openai/gpt-4o", "2", "18", "0", "0.004045", "0.004045", "USD");
    }

    @Test
    void a_batch_shows_on_a_terminal_how_far_it_is() throws IOException {
        // two bytes a letter; after 100 lines of 200 half of the bytes are read: 15 of 30 places
        String line = HELLO.replace("Hello!", "Привет") + "\n";
        String file = Files.writeString(folder.resolve("long.jsonl"), line.repeat(200))
                .toString();
        assertThat(run("", true, "batch", file).err())
                .contains("\r[" + "#".repeat(15) + " ".repeat(15) + "] 100 lines")
                .contains("\r[" + "#".repeat(30) + "] 200 lines")
                .endsWith("\r");
        assertThat(run("", "batch", file).err()).isEmpty();
    }

    @Test
    void models_finds_by_words_and_by_what_a_name_means() {
        assertThat(run("", "models", "gpt-4O", "MINI").out()).contains("openai/gpt-4o-mini\n");
        assertThat(run("", "models", "no-such-model").status()).isEqualTo(2);
        assertThat(run("", "models", "4o", "--provider", "openai").out().lines())
                .isNotEmpty()
                .allMatch(model -> model.startsWith("openai/"));
    }

    @Test
    void models_looks_through_the_wide_list_when_it_is_asked_to() {
        List<String> main = run("", "models", "llama").out().lines().toList();
        List<String> all =
                run("", "models", "llama", "--list", "all").out().lines().toList();
        assertThat(all).containsAll(main).hasSizeGreaterThan(main.size());
        assertThat(run("", "models", "llama", "--list", "both").err()).contains("expected --list main or all");
    }

    /** A picture of unknown size; of 512 × 512 at high detail it is one tile: 85 + 170 (OpenAI, images and vision). */
    @Test
    void what_the_request_does_not_tell_of_its_media_are_options() throws IOException {
        String picture = "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\","
                + "\"image_url\":{\"url\":\"https://example.com/a.png\",\"detail\":\"high\"}}]}]}";
        JsonNode unknown = json(run(picture, "estimate", "--json")).get(0).path("input_tokens");
        JsonNode known = json(run(picture, "estimate", "--image", "512x512", "--json"))
                .get(0)
                .path("input_tokens");
        assertThat(unknown.path("high").asLong())
                .isGreaterThan(known.path("high").asLong());
        assertThat(known.path("low").asLong())
                .isEqualTo(known.path("high").asLong())
                .isEqualTo(255 + 7);
        assertThat(run(picture, "estimate", "--image", "512").err()).contains("can't be a value of --image");
        assertThat(run(HELLO, "estimate", "--audio", "an hour").err()).contains("for example --audio 90s");
        assertThat(run(
                                HELLO,
                                "estimate",
                                "--pages",
                                "3",
                                "--video",
                                "60s@1fps,2m",
                                "--ttl",
                                "5m",
                                "--cache-write",
                                "10%")
                        .err())
                .isEmpty();
    }

    @Test
    void diff_matches_prompts_by_their_names_and_fails_over_the_limit() throws IOException {
        Path before = Files.createDirectory(folder.resolve("before"));
        Path after = Files.createDirectory(folder.resolve("after"));
        Files.writeString(before.resolve("greeting.json"), HELLO);
        Files.writeString(after.resolve("greeting.json"), HELLO.replace("Hello!", "Hello! Hello!"));
        Ran ran = run("", "diff", before.toString(), after.toString(), "--format", "markdown", "--limit", "0.002");
        assertThat(ran.status()).isEqualTo(1);
        // "Hello! Hello!" is 4 tokens: 11 with framing; 11 × 2.5 + 200 × 10 = 2,027.5 / 1M; + 5 / 1M
        assertThat(ran.out())
                .contains("| greeting.json · openai/gpt-4o | 9 | 11 | 0.002023 | 0.002028 | +0.000005 | 0.002028 |")
                .contains("Over the limit of 0.002 USD");
        assertThat(run("", "diff", before.toString(), after.toString(), "--limit", "0.003")
                        .status())
                .isZero();
    }

    /** The seller's truth is 4 tokens for each pair of words and 20 besides. */
    private static String call(int number) {
        int words = 10 + number % 90;
        return "{\"request\":" + asked(words) + ",\"usage\":{\"input_tokens\":" + (20 + 4 * words)
                + ",\"output_tokens\":" + (200 + number % 7) + "},\"id\":\"secret-id-" + number + "\"}\n";
    }

    private static String asked(int words) {
        return "{\"model\":\"claude-sonnet-4-5-20250929\",\"max_tokens\":3000,\"messages\":[{\"role\":\"user\",\"content\":\""
                + "xylophone river ".repeat(words) + "\"}]}";
    }

    @Test
    void calibrate_learns_from_a_log_and_its_file_corrects_the_next_estimates() throws IOException {
        String log = IntStream.range(0, 1000).mapToObj(SmetaCommandTest::call).collect(Collectors.joining())
                + "\nnot json\n";
        Path file = folder.resolve("own.json");
        Ran ran = run(log, "calibrate", "--out", file.toString());
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out())
                .containsPattern("anthropic/claude-sonnet-4-5-20250929 +1000 ")
                .contains("1000 of 1001 lines were learnt from")
                .contains("1 not json");
        assertThat(Files.readString(file)).doesNotContain("xylophone", "river", "secret-id");
        JsonNode bare = json(run(asked(40), "estimate", "--json")).get(0).path("input_tokens");
        JsonNode learnt = json(run(asked(40), "estimate", "--json", "--calibrations-folder", folder.toString()))
                .get(0)
                .path("input_tokens");
        // 20 + 4 × 40
        assertThat(learnt.path("likely").asLong()).isBetween(178L, 182L);
        assertThat(learnt.path("low").asLong()).isLessThanOrEqualTo(180);
        assertThat(learnt.path("high").asLong())
                .isBetween(180L, bare.path("high").asLong() - 20);
    }

    @Test
    void calibrate_says_what_it_can_not_learn_from() {
        assertThat(run("", "calibrate", "nowhere.jsonl").err()).contains("can't be read");
        Ran few = run(call(1), "calibrate");
        assertThat(few.status()).isEqualTo(1);
        assertThat(few.out()).contains("too few lines of anthropic/claude-sonnet-4-5-20250929");
        assertThat(run(
                                call(1),
                                "calibrate",
                                "--out",
                                folder.resolve("no/such/folder").toString())
                        .err())
                .contains("can't be written");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "estimate --output many | “many” can't be a value of --output",
                "check --limti 3        | Unknown option: '--limti'",
                "check --limti 3        | did you mean --limit",
                "estimat x.json         | did you mean estimate",
                "estimate --models gtp-4o | did you mean",
                "estimate nowhere.json  | can't be read",
                "check one two          | expected one operand, found 2",
                "diff one               | expected two files or folders",
                "completion tcsh        | expected bash, zsh or fish",
                "nonsense               | nonsense"
            })
    void what_cannot_be_used_is_said_with_status_2(String command, String said) {
        Ran ran = run(HELLO, command.split(" +"));
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains(said);
    }

    @Test
    void each_shell_gets_a_completion_script_that_knows_every_command() {
        for (String shell : List.of("bash", "zsh", "fish")) {
            assertThat(run("", "completion", shell).out())
                    .contains("estimate")
                    .contains("max-output")
                    .contains("diff");
        }
    }

    @Test
    void bash_completes_commands_and_options() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
        Path script = Files.writeString(
                folder.resolve("smeta.bash"), run("", "completion", "bash").out());
        assertThat(completed(script, "smeta", "est")).containsExactly("estimate");
        assertThat(completed(script, "smeta", "estimate", "--max")).containsExactly("--max-output");
    }

    @Test
    void zsh_completes_commands_and_options() throws IOException, InterruptedException {
        Path zsh = Path.of("/usr/bin/zsh");
        Assumptions.assumeTrue(Files.isExecutable(zsh), "there is no zsh");
        Path script = Files.writeString(
                folder.resolve("smeta.zsh"), run("", "completion", "zsh").out());
        // keys pressed at a terminal of zsh's own making
        String keys = String.join(
                "\n",
                "zmodload zsh/zpty",
                "zpty shell zsh -f -i",
                "zpty -w shell \"PS1=ASK-; autoload -U compinit; compinit -u -d " + folder.resolve("dump") + "; source "
                        + script + "; print RE'A'DY\"",
                "until [[ $all == *READY*ASK-* ]]; do zpty -r -t shell said && all+=$said || sleep 0.1; done",
                "zpty -w -n shell $'smeta cali\\t\\x15smeta check --max\\t'",
                "until [[ $all == *--max-output* ]]; do zpty -r -t shell said && all+=$said || sleep 0.1; done",
                "print -r -- $all");
        assertThat(String.join("\n", said("/usr/bin/timeout", "60", zsh.toString(), "-f", "-c", keys)))
                .contains("smeta calibrate", "smeta check --max-output");
    }

    @Test
    void fish_completes_commands_options_and_files() throws IOException, InterruptedException {
        Path fish = Path.of("/usr/bin/fish");
        Assumptions.assumeTrue(Files.isExecutable(fish), "there is no fish");
        Path script = Files.writeString(
                folder.resolve("smeta.fish"), run("", "completion", "fish").out());
        Files.writeString(folder.resolve("prompt.json"), HELLO);
        String asked = "source " + script + "; cd " + folder + "; complete -C '%s'";
        assertThat(said(fish.toString(), "--no-config", "-c", asked.formatted("smeta est")))
                .singleElement()
                .asString()
                .startsWith("estimate\t");
        assertThat(said(fish.toString(), "--no-config", "-c", asked.formatted("smeta estimate --max")))
                .singleElement()
                .asString()
                .startsWith("--max-output\t");
        assertThat(said(fish.toString(), "--no-config", "-c", asked.formatted("smeta estimate pro")))
                .containsExactly("prompt.json");
    }

    private static List<String> said(String... command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return said.lines().toList();
    }

    /** What bash offers for the last of the words. */
    private static List<String> completed(Path script, String... words) throws IOException, InterruptedException {
        return said(
                "/bin/bash",
                "-c",
                "source " + script + "; compopt() { :; }; COMP_WORDS=("
                        + String.join(" ", words) + "); COMP_CWORD=" + (words.length - 1)
                        + "; _complete_smeta; printf '%s\\n' \"${COMPREPLY[@]}\"");
    }

    @Test
    void every_word_is_one_of_the_service_s_query_and_those_that_are_left_out_are_named() {
        // of a list of models and its pages, which the command has otherwise; how a body is read; what only a service
        // says
        Set<String> left = Set.of(
                "offers",
                "accepts",
                "search",
                "min_context",
                "page_size",
                "after",
                "dialect",
                "unknown_parts",
                "input");
        Set<String> query = new TreeSet<>();
        Stream.of(
                        ModelParameters.class,
                        SellerParameters.class,
                        CallParameters.class,
                        PriceParameters.class,
                        PromptParameters.class)
                .flatMap(bean -> Arrays.stream(bean.getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(QueryParam.class))
                .map(SmetaCommandTest::name)
                .forEach(query::add);
        // a check's own parameter
        query.add("limit");
        Set<String> words = Arrays.stream(Word.values()).map(Word::wireName).collect(Collectors.toSet());
        assertThat(query).containsAll(words).containsAll(left);
        assertThat(query)
                .allSatisfy(word -> assertThat(words.contains(word))
                        .as("%s is a word of the command, or else left out", word)
                        .isNotEqualTo(left.contains(word)));
    }

    private static String name(Field field) {
        return field.getAnnotation(QueryParam.class).value();
    }
}
