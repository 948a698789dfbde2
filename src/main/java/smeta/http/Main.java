package smeta.http;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import smeta.command.SmetaCommand;
import smeta.command.Surroundings;

/** Without arguments the program serves; with some it is a command, for which no server is started. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length == 0) {
            nameHost();
            HeadStart.begin(new Clocks().clock());
            Quarkus.run(arguments);
            return;
        }
        // from JDK 22 on there would be a console also where the output is a file
        System.setProperty("jdk.console", "java.base");
        Surroundings around = new Surroundings(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                System.console() != null,
                System.getenv(),
                new Clocks().clock());
        System.exit(SmetaCommand.run(List.of(arguments), around));
    }

    /**
     * Tells the log manager the name of this host, which it would otherwise look up on the network at each start: 4 of a native
     * image's 43 ms. Linux alone says it in a file.
     */
    private static void nameHost() {
        if (System.getenv("HOSTNAME") == null && System.getProperty("jboss.host.name") == null) {
            try {
                String name =
                        Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
                System.setProperty("jboss.host.name", name);
            } catch (IOException e) {
                // then it is looked up
            }
        }
    }

    private static PrintWriter writer(FileDescriptor to) {
        return new PrintWriter(new FileOutputStream(to), false, StandardCharsets.UTF_8);
    }
}
