package smeta.prompt.reading;

import smeta.prompt.Unreadable;

/** Reads the bodies of one dialect into the draft that it was made with. */
@FunctionalInterface
public interface DialectReader {
    /**
     * @param body an object
     * @throws Unreadable unsupported, with the pointer of the place
     */
    void read(JsonCursor body);
}
