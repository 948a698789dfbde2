package smeta.http.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import smeta.http.problem.Problem;

/** What a request is told that asks for more than this service gives. */
public final class LoadProblems {
    private static final String SHORT_OF_ROOM = "try again after the seconds in Retry-After";

    private LoadProblems() {}

    /** @param length null if it isn't known */
    static Problem tooLarge(@Nullable Long length, long largest) {
        return Problem.of(
                413,
                "body_too_large",
                "Request Entity Too Large",
                "The body has " + (length == null ? "too many" : length)
                        + " bytes; the most that this service takes is " + largest + ".",
                "send less, or raise smeta.load.body");
    }

    static Problem noMemory() {
        return Problem.of(
                503,
                "busy",
                "Service Unavailable",
                "There is no memory for one more body: so many are held already.",
                SHORT_OF_ROOM);
    }

    static Problem unread() {
        return Problem.of(
                503,
                "busy",
                "Service Unavailable",
                "There is no memory for one more answer of this length: so many wait to be read by their clients.",
                SHORT_OF_ROOM);
    }

    /**
     * @param need megabytes
     * @param most megabytes that there are
     */
    static Problem tooHeavy(int need, int most) {
        return Problem.of(
                413,
                "body_too_large",
                "Request Entity Too Large",
                "To read this body and to answer it may take " + need + " MB of memory; this service has " + most
                        + " MB for it.",
                "send fewer objects or shorter texts in one request, or start the service with more memory (-Xmx)");
    }

    static Problem noPlace() {
        return Problem.of(
                503,
                "busy",
                "Service Unavailable",
                "All places are taken: so many requests are being counted or wait for it already.",
                SHORT_OF_ROOM);
    }

    public static Problem tooSlow(Pace pace) {
        return slow(
                "The body came too slowly: fewer than " + pace.leastBytes() + " bytes in "
                        + pace.window().toMillis() + " milliseconds.",
                "send it without pauses, or lower smeta.load.least-rate or raise smeta.load.pause");
    }

    static Problem tooLong(Duration most) {
        return slow(
                "The body hasn't come whole in " + most.toMillis() + " milliseconds.",
                "send less or faster, or raise smeta.load.arrival");
    }

    private static Problem slow(String detail, String hint) {
        return Problem.of(408, "body_too_slow", "Request Timeout", detail, hint);
    }

    static Problem coding(String found) {
        return Problem.of(
                415,
                "unsupported_encoding",
                "Unsupported Media Type",
                "The body is packed as “" + (found.length() <= 60 ? found : found.substring(0, 60) + "…")
                        + "”, which is not taken here.",
                "pack it with one of " + ContentCoding.ACCEPTED + ", or leave Content-Encoding out");
    }

    static Problem badlyPacked(ContentCoding coding) {
        return Problem.of(
                400,
                "not_unpacked",
                "The body can't be read",
                "The body isn't what its Content-Encoding says: it can't be unpacked as " + coding.wireName()
                        + ", or its end is missing.",
                "pack it again, or leave Content-Encoding out if it isn't packed");
    }

    static Problem inflates(int ratio) {
        return Problem.of(
                413,
                "body_inflates",
                "Request Entity Too Large",
                "Unpacked, the body has more than " + ratio + " times its bytes.",
                "send it without Content-Encoding");
    }

    /** Read by nobody: the one who asked has gone. */
    static Problem abandoned() {
        return Problem.of(408, "abandoned", "Request Timeout", "The client has gone.", null);
    }

    static Problem longQuery(int length, long most) {
        return Problem.of(
                414,
                "query_too_long",
                "URI Too Long",
                "The query has " + length + " bytes; the most that this service takes is " + most + ".",
                "ask for fewer names in one request");
    }
}
