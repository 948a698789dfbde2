package smeta.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The documented recipe, run in a git repository with a branch that makes a prompt longer. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the recipe is a shell script")
class PullRequestRecipeTest {
    private static final Path RECIPE = Path.of("docs/ci/smeta-diff.sh").toAbsolutePath();
    private static final Path WORKFLOW = Path.of("docs/ci/github-workflow.yml");
    private static final String[] OPTIONS = {"--models", "gpt-4o", "--output", "0", "--max-output", "0"};

    @TempDir
    Path repository;

    @TempDir
    Path tools;

    private record Ended(int status, String out) {}

    @BeforeEach
    void a_branch_with_a_longer_prompt() throws IOException, InterruptedException {
        git("init", "--quiet", "--initial-branch=main");
        commit("prompts/greeting.txt", "Hello!");
        git("checkout", "--quiet", "-b", "longer");
        commit("prompts/greeting.txt", "Hello! Hello!");
        // a stand-in for GitHub's own program: it keeps what it was told to comment
        Path gh = Files.writeString(
                tools.resolve("gh"),
                "#!/bin/sh\necho \"$@\" > '" + tools + "/said'\ncat \"$5\" > '" + tools + "/comment'\n");
        assertThat(gh.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void within_the_limit_the_difference_is_printed_and_commented() throws IOException, InterruptedException {
        Ended ended = recipe("1", "prompts", "0.00003");
        assertThat(ended.status()).as(ended.out()).isZero();
        // 2 and 4 tokens of text with 7 of framing: 9 and 11, × 2.5 USD / 1M
        assertThat(ended.out())
                .contains("| greeting.txt · openai/gpt-4o | 9 | 11 | 0.000023 | 0.000028 | +0.000005 | 0.000028 |");
        assertThat(Files.readString(tools.resolve("said"))).startsWith("pr comment 1 --body-file ");
        assertThat(Files.readString(tools.resolve("comment"))).isEqualTo(ended.out());
        assertThat(git("worktree", "list").out().lines()).hasSize(1);
    }

    @Test
    void over_the_limit_it_is_commented_and_fails() throws IOException, InterruptedException {
        Ended ended = recipe("1", "prompts", "0.00002");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(Files.readString(tools.resolve("comment"))).contains("Over the limit of 0.00002 USD");
    }

    @Test
    void a_folder_that_the_base_does_not_have_is_all_new() throws IOException, InterruptedException {
        commit("more/one.txt", "Hello!");
        Ended ended = recipe("", "more", "1");
        assertThat(ended.status()).as(ended.out()).isZero();
        assertThat(ended.out()).contains("| one.txt · openai/gpt-4o | – | 9 | – |");
        assertThat(tools.resolve("said")).doesNotExist();
    }

    @Test
    void a_scenario_is_compared_as_a_folder_of_prompts_is() throws IOException, InterruptedException {
        git("checkout", "--quiet", "main");
        commit("plan.yaml", scenario(1000));
        git("checkout", "--quiet", "-b", "more");
        commit("plan.yaml", scenario(2000));
        // 31 days × 1000 requests × (1000 × 2.5 + 100 × 10) USD / 1M = 108.50; twice as many cost 217
        String row = "| chat | openai/gpt-4o | openai/gpt-4o | 108.50 | 217.00 | +108.50 | 217.00 |";
        Ended within = run("1", List.of(RECIPE.toString(), "main", "plan.yaml", "217"));
        assertThat(within.status()).as(within.out()).isZero();
        assertThat(within.out()).contains(row);
        assertThat(Files.readString(tools.resolve("comment"))).isEqualTo(within.out());
        Ended over = run("1", List.of(RECIPE.toString(), "main", "plan.yaml", "216.99"));
        assertThat(over.status()).isEqualTo(1);
        assertThat(Files.readString(tools.resolve("comment"))).contains(row).contains("Over the limit of 216.99 USD");
    }

    @Test
    void a_scenario_that_the_base_does_not_have_is_all_new() throws IOException, InterruptedException {
        commit("plan.yaml", scenario(1000));
        Ended ended = run("", List.of(RECIPE.toString(), "main", "plan.yaml", "1000"));
        assertThat(ended.status()).as(ended.out()).isZero();
        assertThat(ended.out()).contains("| chat | – | openai/gpt-4o | – | 108.50 | +108.50 | 108.50 |");
    }

    private static String scenario(int requests) {
        return "start: 2026-12-01\nmonths: 1\nworkloads:\n  - {name: chat, models: gpt-4o, requests: " + requests
                + "/day, input: 1000, output: 100}\n";
    }

    @Test
    void a_command_that_cannot_be_used_is_not_commented() throws IOException, InterruptedException {
        assertThat(recipe("1", "nowhere", "1").status()).isEqualTo(2);
        assertThat(tools.resolve("said")).doesNotExist();
    }

    @Test
    void the_workflow_is_yaml_that_calls_the_recipe() throws IOException {
        JsonNode steps = new YAMLMapper().readTree(WORKFLOW.toFile()).at("/jobs/cost/steps");
        JsonNode last = steps.get(steps.size() - 1);
        assertThat(last.path("run").asText()).startsWith("ci/" + RECIPE.getFileName() + " \"origin/");
        assertThat(last.path("env").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("SMETA", "PR", "GH_TOKEN");
    }

    private Ended recipe(String pullRequest, String place, String limit) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(RECIPE.toString(), "main", place, limit));
        command.addAll(List.of(OPTIONS));
        return run(pullRequest, command);
    }

    private void commit(String file, String text) throws IOException, InterruptedException {
        Files.createDirectories(repository.resolve(file).getParent());
        Files.writeString(repository.resolve(file), text);
        git("add", ".");
        git("commit", "--quiet", "-m", "a prompt");
    }

    private Ended git(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=test", "-c", "user.email=test@localhost"));
        command.addAll(List.of(arguments));
        Ended ended = run("", command);
        assertThat(ended.status()).as(ended.out()).isZero();
        return ended;
    }

    private Ended run(String pullRequest, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(repository.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("PR", pullRequest);
        environment.put("SMETA", java() + " " + CommandProgram.class.getName());
        environment.put("CLASSPATH", absolute(System.getProperty("java.class.path")));
        environment.put("PATH", tools + File.pathSeparator + environment.get("PATH"));
        Path out = tools.resolve("out");
        Process process = builder.redirectOutput(out.toFile())
                .redirectError(tools.resolve("err").toFile())
                .start();
        int status = process.waitFor();
        return new Ended(status, Files.readString(out, StandardCharsets.UTF_8));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The repository is another working directory. */
    private static String absolute(String path) {
        return String.join(
                File.pathSeparator,
                List.of(path.split(File.pathSeparator)).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }
}
