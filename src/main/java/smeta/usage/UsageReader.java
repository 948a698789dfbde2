package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Unreadable;

/**
 * Reads a usage: in the catalogue's meters, or in the shape of a vendor or a client, which it recognises. The result is
 * disjoint. What contradicts itself is refused with a pointer, never mended.
 */
public final class UsageReader {
    private UsageReader() {}

    /**
     * @param convention null to recognise the shape; the catalogue's own meters are then read as disjoint
     * @param pointer    where the usage stands in its document
     * @throws Unreadable unsupported: {@code contradictory_usage}, {@code negative_usage}, {@code fraction_of_a_unit},
     *     {@code unknown_usage}, {@code usage_too_large}, {@code wrong_type}, {@code empty_usage}
     */
    public static ReportedUsage read(JsonNode usage, @Nullable Convention convention, String pointer) {
        if (usage.isObject() && usage.isEmpty()) {
            throw new Unreadable(
                    Unreadable.Kind.UNSUPPORTED,
                    "empty_usage",
                    pointer,
                    "The usage is empty.",
                    "send at least one count, for instance {\"input_tokens\": 1000, \"output_tokens\": 100}");
        }
        UsageShape shape = convention == null ? UsageShapes.recognised(usage) : UsageShapes.of(convention);
        return shape.read(new Fields(usage, pointer, shape.convention()));
    }
}
