package smeta.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The command as a program of its own, on a day of which the prices are known. */
final class CommandProgram {
    private CommandProgram() {}

    public static void main(String... arguments) {
        System.exit(SmetaCommand.run(
                List.of(arguments),
                new Surroundings(
                        System.in,
                        new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, false, StandardCharsets.UTF_8),
                        false,
                        Map.of(),
                        Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC))));
    }
}
