package smeta.http.load;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import smeta.http.SmetaConfig;

/**
 * How the heap is shared out where the settings leave it open: bodies take a quarter, one of them half of that, answers that
 * nobody has read yet an eighth, and what is made of large bodies takes what is left beside the program's own.
 */
@ApplicationScoped
public class Memory {
    private static final long MEGABYTE = 1 << 20;
    /** What the program holds when it does nothing. */
    private static final long OWN = 48 * MEGABYTE;

    private static final long LEAST_WORK = 16 * MEGABYTE;
    /** Of settings that are left out, however large the heap is. */
    private static final long MOST_BODIES = 256 * MEGABYTE;

    private static final long LARGEST_BODY = 64 * MEGABYTE;

    private final long largestBody;
    private final HeldBytes bodies;
    private final HeldBytes answers;
    private final long work;

    @Inject
    public Memory(SmetaConfig config) {
        this(config, Runtime.getRuntime().maxMemory());
    }

    Memory(SmetaConfig config, long heap) {
        SmetaConfig.LoadConfig load = config.load();
        largestBody = load.body().map(MemorySize::asLongValue).orElse(Math.min(LARGEST_BODY, heap / 8));
        long ofBodies = load.bodies().map(MemorySize::asLongValue).orElse(Math.min(MOST_BODIES, heap / 4));
        long ofAnswers = load.answers().map(MemorySize::asLongValue).orElse(heap / 8);
        bodies = new HeldBytes(ofBodies);
        answers = new HeldBytes(ofAnswers);
        work = Math.max(LEAST_WORK, heap - OWN - Math.min(ofBodies, heap / 4) - Math.min(ofAnswers, heap / 8));
    }

    /** Bytes that one body may have. */
    long largestBody() {
        return largestBody;
    }

    /** Of bodies: on their way, unpacked, or waiting for a turn. */
    HeldBytes bodies() {
        return bodies;
    }

    /** Of answers that are made and not yet read. */
    HeldBytes answers() {
        return answers;
    }

    /** Bytes for what is made of large bodies at one time. */
    long work() {
        return work;
    }
}
