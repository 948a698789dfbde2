package smeta.http;

import io.quarkus.runtime.ImageMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import smeta.library.Call;
import smeta.library.CallEstimate;
import smeta.library.Smeta;

/**
 * What a first answer needs is loaded on another core while the platform starts: the catalogue's names, the vocabulary of
 * the model that is asked for most, and the classes of reading and pricing. Whoever comes first loads; nothing depends
 * on this, and what fails here fails again, with its message, where it is needed.
 */
final class HeadStart implements Runnable {
    private static final String BODY =
            "{\"model\":\"gpt-4o\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":\"How much?\"}]}";

    private final Clock clock;

    private HeadStart(Clock clock) {
        this.clock = clock;
    }

    /**
     * Does nothing where there is but one core, which the platform needs, nor in a native image, which has all of it in
     * memory.
     */
    static void begin(Clock clock) {
        if (ImageMode.current() == ImageMode.JVM && Runtime.getRuntime().availableProcessors() > 1) {
            Thread thread = new Thread(new HeadStart(clock), "head-start");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void run() {
        try {
            estimate(clock);
        } catch (RuntimeException | LinkageError e) {
            // told where it is needed
        }
    }

    static CallEstimate estimate(Clock clock) {
        return Smeta.bundled(clock).estimate(Call.ofRequest(BODY.getBytes(StandardCharsets.UTF_8)));
    }
}
