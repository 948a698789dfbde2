package smeta.token;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What it takes to load each vocabulary, the first one with the engine's own classes; to be printed first in a JVM. */
final class Loading {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Loading() {}

    static void print() {
        System.out.println("\n| loading, in this order | processor ms | heap MB |\n|---|---|---|");
        List<Object> kept = new ArrayList<>();
        for (String name : Oracle.NAMES) {
            long before = heap();
            long start = THREADS.getCurrentThreadCpuTime();
            kept.add(Tokenizers.bundled().vocabulary(name).orElseThrow());
            double millis = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
            System.out.printf(Locale.ROOT, "| %s | %.0f | %.1f |%n", name, millis, (heap() - before) / 1e6);
        }
    }

    private static long heap() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
