package smeta.command;

/** What a command does. */
interface Subcommand {
    int DONE = 0;
    /** Denied, or over a limit. */
    int NO = 1;

    /** @return the exit status */
    int run(Given given);
}
