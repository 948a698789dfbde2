package smeta.library;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A program that uses Smeta as a library. {@link LibraryTest} runs it on a class path without Quarkus. */
public final class Plain {
    private Plain() {}

    public static void main(String[] args) {
        Smeta smeta = Smeta.bundled(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
        CallEstimate estimate = smeta.estimate(
                Call.ofRequest("{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello!\"}]}")
                        .output(100)
                        .maxOutput(100));
        System.out.println("tokens " + estimate.input().likely());
        System.out.println(
                "cost " + estimate.cost().likely() + " " + estimate.cost().currency());
        for (String name : args) {
            System.out.println(name + " " + (isThere(name) ? "loadable" : "absent"));
        }
    }

    private static boolean isThere(String name) {
        try {
            Class.forName(name, false, Plain.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
