package smeta.command;

import java.util.EnumSet;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import smeta.library.CallRefused;

/**
 * {@code smeta estimate|check|count|bill|batch|budget|diff|calibrate|models|completion}. Exit status 0: done, or allowed; 1: denied, over
 * a limit, or a line of a batch is bad; 2: the command or its input can't be used.
 */
public final class SmetaCommand {
    static final String JSON = "--json";
    static final String FOLDER = "--catalogue-folder";
    static final String CALIBRATIONS = "--calibrations-folder";
    static final String CONTRACT = "--contract";
    static final String SERVICE = "--service";
    static final String FORMAT = "--format";
    private static final int UNUSABLE = 2;

    private SmetaCommand() {}

    /** One command, with the words that it understands and its operands as help shows them. */
    private record Named(String name, String does, Subcommand task, String operands, Word... words) {}

    private static List<Named> commands() {
        EnumSet<Word> said = EnumSet.complementOf(EnumSet.of(Word.LIST, Word.PROVIDER));
        Word[] about = said.toArray(Word[]::new);
        said.remove(Word.LIMIT);
        Word[] unlimited = said.toArray(Word[]::new);
        return List.of(
                new Named(
                        "estimate",
                        "What a request costs on each model, and whether it fits.",
                        new EstimateSubcommand(),
                        "FILE",
                        unlimited),
                new Named(
                        "check",
                        "Whether a call may be made: exit status 0 or 1.",
                        new CheckSubcommand(),
                        "FILE",
                        about),
                new Named(
                        "count", "The tokens of a text, without framing.", new CountSubcommand(), "FILE", Word.MODELS),
                new Named(
                        "bill",
                        "What a call cost, by the vendor's answer or usage.",
                        new BillSubcommand(),
                        "FILE",
                        Word.MODELS,
                        Word.SELLER,
                        Word.TIER,
                        Word.CHANNEL,
                        Word.REGION,
                        Word.RESIDENCY,
                        Word.VARIANT,
                        Word.CURRENCY,
                        Word.ON),
                new Named(
                        "batch",
                        "Every line of a JSON Lines file, and the totals.",
                        new BatchSubcommand(),
                        "FILE",
                        unlimited),
                new Named(
                        "budget",
                        "What a scenario costs, month by month, against its limit.",
                        new BudgetSubcommand(),
                        "FILE"),
                new Named(
                        "diff",
                        "What a change of prompts, or of a scenario, does to their costs.",
                        new DiffSubcommand(),
                        "OLD|NEW",
                        about),
                new Named(
                        "calibrate",
                        "What a log of calls and their reported usage teaches.",
                        new CalibrateSubcommand(),
                        "FILE"),
                new Named(
                        "models",
                        "The models that have all these words.",
                        new ModelsSubcommand(),
                        "WORD",
                        Word.LIST,
                        Word.PROVIDER),
                new Named(
                        "completion",
                        "A completion script for bash, zsh or fish.",
                        new CompletionSubcommand(),
                        "SHELL"));
    }

    static CommandSpec spec() {
        CommandSpec whole = CommandSpec.create().name("smeta");
        whole.usageMessage()
                .description(
                        "What a call to a language model costs and whether it fits, before the call.",
                        "Without arguments it serves HTTP.");
        whole.addOption(help());
        for (Named command : commands()) {
            whole.addSubcommand(command.name(), spec(command));
        }
        return whole;
    }

    private static CommandSpec spec(Named command) {
        CommandSpec spec = CommandSpec.create().name(command.name());
        spec.usageMessage().description(command.does());
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .type(String[].class)
                .auxiliaryTypes(String.class)
                .paramLabel(command.operands())
                .description(command.operands().equals("FILE") ? "left out or -: standard input" : "")
                .build());
        for (Word word : command.words()) {
            spec.addOption(option(word.option(), word.description(), word.example()));
        }
        if (command.task() instanceof CountSubcommand) {
            spec.addOption(option(CountSubcommand.VOCABULARY, "the vocabulary, in place of a model", "o200k_base"));
        }
        if (command.task() instanceof CalibrateSubcommand) {
            spec.addOption(option(CalibrateSubcommand.OUT, "the file that the calibration is written to", "own.json"));
        }
        if (command.task() instanceof DiffSubcommand || command.task() instanceof BudgetSubcommand) {
            spec.addOption(option(FORMAT, "table or markdown", "markdown"));
        }
        if (!(command.task() instanceof CompletionSubcommand)) {
            spec.addOption(
                    OptionSpec.builder(JSON).description("answer in JSON").build());
            spec.addOption(option(FOLDER, "overriding catalogue files; also SMETA_CATALOGUE_FOLDER", "DIR"));
            spec.addOption(option(CALIBRATIONS, "calibration files; also SMETA_CALIBRATIONS_FOLDER", "DIR"));
            spec.addOption(option(CONTRACT, "a contract's names, discounts and rates; also SMETA_CONTRACTS", "FILE"));
            spec.addOption(option(SERVICE, "use the data of a service that runs", "http://localhost:8080"));
        }
        return spec.addOption(help());
    }

    private static OptionSpec option(String name, String description, String example) {
        return OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .paramLabel(example)
                .description(description)
                .build();
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("show this help")
                .build();
    }

    /** @return the exit status */
    public static int run(List<String> arguments, Surroundings around) {
        CommandLine line = new CommandLine(spec());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                around.terminal() ? CommandLine.Help.Ansi.AUTO : CommandLine.Help.Ansi.OFF));
        int status = status(line, arguments, around);
        around.out().flush();
        around.err().flush();
        return status;
    }

    private static int status(CommandLine line, List<String> arguments, Surroundings around) {
        try {
            ParseResult parsed = line.parseArgs(arguments.toArray(String[]::new));
            ParseResult innermost = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
            if (innermost.isUsageHelpRequested() || !parsed.hasSubcommand()) {
                innermost.commandSpec().commandLine().usage(around.out());
                return parsed.hasSubcommand() || parsed.isUsageHelpRequested() ? Subcommand.DONE : UNUSABLE;
            }
            String name = innermost.commandSpec().name();
            Subcommand task = commands().stream()
                    .filter(c -> c.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .task();
            return task.run(new Given(innermost, around));
        } catch (ParameterException e) {
            around.err().println(e.getMessage());
            List<String> like = e instanceof CommandLine.UnmatchedArgumentException unmatched
                    ? unmatched.getSuggestions()
                    : List.of();
            if (!like.isEmpty()) {
                around.err().println("did you mean " + String.join(", ", like) + "?");
            }
            around.err().println("smeta --help lists the commands, smeta COMMAND --help their options");
        } catch (WrongUsage e) {
            around.err().println(e.getMessage());
        } catch (CallRefused e) {
            around.err().println(e.getMessage() + (e.pointer().isEmpty() ? "" : " (at " + e.pointer() + ")"));
            around.err().println(e.hint());
        }
        return UNUSABLE;
    }
}
