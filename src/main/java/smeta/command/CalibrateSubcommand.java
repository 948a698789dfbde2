package smeta.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import smeta.library.LearntCalibration;

/** {@code smeta calibrate}: what a log of calls and their reported usage teaches, as a file or a table. */
final class CalibrateSubcommand implements Subcommand {
    static final String OUT = "--out";

    @Override
    public int run(Given given) {
        LearntCalibration learnt = learnt(given);
        String out = given.option(OUT);
        if (out != null) {
            try {
                Files.writeString(Path.of(out), learnt.file() + "\n");
            } catch (IOException e) {
                throw new WrongUsage("“" + out + "” can't be written; name a file in a folder that is there");
            }
        }
        if (given.json()) {
            given.print(learnt.file() + "\n");
        } else {
            given.print(table(learnt).plain());
            given.print(learnt.used() + " of " + learnt.read() + " lines were learnt from\n");
            learnt.problems().forEach((why, lines) -> given.print("- " + lines + " " + why.replace('_', ' ') + "\n"));
            learnt.tooFew().forEach(model -> given.print("- too few lines of " + model + "\n"));
        }
        return learnt.models().isEmpty() ? NO : DONE;
    }

    private static LearntCalibration learnt(Given given) {
        String file = given.operand();
        try (InputStream in =
                file.equals("-") ? given.around().in() : new BufferedInputStream(Files.newInputStream(Path.of(file)))) {
            return given.smeta().calibrate(in);
        } catch (IOException e) {
            throw Prompts.unreadable(file);
        }
    }

    private static Table table(LearntCalibration learnt) {
        Table table = new Table(1, "model", "lines", "off by before, %", "after", "inside bounds, %");
        learnt.models()
                .forEach(one -> table.row(
                        one.model(),
                        Long.toString(one.lines()),
                        Shown.percent(one.before()),
                        Shown.percent(one.after()),
                        Shown.percent(one.inside())));
        return table;
    }
}
