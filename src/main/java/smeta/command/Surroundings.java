package smeta.command;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;

/**
 * What a command is run in.
 *
 * @param terminal    whether a person watches: then there is a progress bar, on {@code err}
 * @param environment variables: {@code SMETA_CATALOGUE_FOLDER} as for the service
 */
public record Surroundings(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        boolean terminal,
        Map<String, String> environment,
        Clock clock) {}
