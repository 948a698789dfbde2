package smeta.command;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** {@code smeta completion}: a script that completes commands and options in bash, zsh or fish. */
final class CompletionSubcommand implements Subcommand {
    @Override
    public int run(Given given) {
        CommandLine whole = new CommandLine(SmetaCommand.spec());
        switch (given.operand()) {
            // one script serves both: in zsh it loads bash's completion first
            case "bash", "zsh" -> given.print(AutoComplete.bash("smeta", whole));
            case "fish" -> given.print(fish(whole));
            default -> throw new WrongUsage("expected bash, zsh or fish; for example: smeta completion bash");
        }
        return DONE;
    }

    private static String fish(CommandLine whole) {
        StringBuilder script = new StringBuilder("complete -c smeta -f\n");
        whole.getSubcommands().forEach((name, command) -> {
            line(
                    script,
                    "-n __fish_use_subcommand -a " + name,
                    command.getCommandSpec().usageMessage().description()[0]);
            for (OptionSpec option : command.getCommandSpec().options()) {
                line(
                        script,
                        "-n '__fish_seen_subcommand_from " + name + "' -l "
                                + option.longestName().substring(2)
                                + (option.arity().max() > 0 ? " -r" : ""),
                        option.description()[0]);
            }
            script.append("complete -c smeta -n '__fish_seen_subcommand_from ")
                    .append(name)
                    .append("' -F\n");
        });
        return script.toString();
    }

    private static void line(StringBuilder script, String what, String description) {
        script.append("complete -c smeta ")
                .append(what)
                .append(" -d '")
                .append(description.replace("'", "\\'"))
                .append("'\n");
    }
}
