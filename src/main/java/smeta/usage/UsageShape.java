package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One way in which clients and vendors write down what was used. A shape knows itself by its field names, makes its
 * numbers disjoint, ignores by name what costs nothing, and refuses what contradicts itself; nothing is clamped.
 */
interface UsageShape {
    Convention convention();

    /** Whether the object has this shape's marks. Shapes are asked in the order of {@link UsageShapes}. */
    boolean recognises(JsonNode usage);

    ReportedUsage read(Fields fields);

    /** Whether one of these fields is there, be it null. */
    static boolean hasAny(JsonNode usage, String... keys) {
        for (String key : keys) {
            if (usage.has(key)) {
                return true;
            }
        }
        return false;
    }
}
