package smeta.usage;

import java.util.List;
import smeta.meter.Count;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * The prompt of a client that counts the cache inside the input with some vendors and beside it with others.
 *
 * @param read    tokens read from the cache
 * @param written tokens written to it
 */
record CacheBesideInput(long input, long read, long written) {
    /** Whether the cache can be a part of the input at all. */
    boolean canBeInside() {
        return read + written <= input;
    }

    Usage inside(Fields fields, String key) {
        if (!canBeInside()) {
            throw fields.contradiction(
                    key,
                    "What was read from the cache and written to it is " + (read + written) + " tokens, more than “"
                            + key + "” " + input + ".");
        }
        return with(Count.exact(input - read - written));
    }

    Usage beside() {
        return with(Count.exact(input));
    }

    /** Inside if that is possible; since it may be beside, the dearer reading is the upper bound. */
    Usage open(List<Note> notes) {
        if (read + written == 0) {
            return beside();
        }
        if (!canBeInside()) {
            notes.add(new Note(
                    "cache_beside_input",
                    "More was cached than the input holds, so the input doesn't include the cache."));
            return beside();
        }
        notes.add(new Note(
                "cache_in_input_unclear",
                "The numbers don't say whether the input includes the cache: likely it does; the upper bound takes it"
                        + " that it doesn't."));
        long rest = input - read - written;
        return with(new Count(rest, rest, input));
    }

    private Usage with(Count rest) {
        Usage usage = rest.isZero() ? Usage.NONE : Usage.NONE.plus(Meter.INPUT_TOKENS, rest);
        usage = read == 0 ? usage : usage.plus(Meter.CACHE_READ_TOKENS, read);
        return written == 0 ? usage : usage.plus(Meter.CACHE_WRITE_TOKENS, written);
    }
}
