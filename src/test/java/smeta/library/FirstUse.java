package smeta.library;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** What a program does that starts and asks one thing. {@link LoadedClassesTest} watches which classes it loads. */
final class FirstUse {
    private FirstUse() {}

    public static void main(String[] none) {
        Smeta smeta = Smeta.bundled(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
        smeta.count("gpt-4o", "How much is this?");
        smeta.models();
    }
}
